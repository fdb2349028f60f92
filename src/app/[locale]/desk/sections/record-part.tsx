import type { DeskFilter } from '@/core/curated'
import { findDeskRecords } from '@/modules/desk/desk-record.queries'
import { afterChange } from '@/modules/desk/desk-record.schema'
import { DeskList } from '@/modules/desk/ui/desk-list'
import { ClientTexts } from '@/ui/client-texts'
import type { DeskAsked, DeskPart } from './desk-part'

/** A part of the desk that holds records under a filter. */
export async function recordPart(
  { viewer, locale, limit, after }: DeskAsked,
  {
    title,
    filter,
    moves,
    ...words
  }: Pick<DeskPart, 'title' | 'lead' | 'empty'> & {
    filter: DeskFilter
    moves?: readonly ('publish' | 'sendBack')[]
  },
): Promise<DeskPart> {
  const { rows, total, next } = await findDeskRecords(viewer, filter, { after: afterChange(after), limit, locale })
  return {
    ...words,
    title,
    count: total,
    next,
    rows: (
      <ClientTexts namespaces={['form', 'errors', 'ui']}>
        <DeskList rows={rows} moves={moves} />
      </ClientTexts>
    ),
  }
}
