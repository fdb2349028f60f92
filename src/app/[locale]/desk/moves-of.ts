import type { RecordStatus } from '@/core/curated'
import type { RecordMove } from '@/ui/form/record-moves.client'

/** What may be done with a record as it is, besides saving its form. */
export function movesOf(record: { status: RecordStatus; isOwnDraft: boolean }, mayPublish: boolean): RecordMove[] {
  const { status, isOwnDraft } = record
  return [
    ...(mayPublish && status === 'submitted' ? (['sendBack'] as const) : []),
    ...(mayPublish && status !== 'archived' ? (['archive'] as const) : []),
    ...(mayPublish && status === 'archived' ? (['restore'] as const) : []),
    ...(isOwnDraft ? (['discard'] as const) : []),
  ]
}
