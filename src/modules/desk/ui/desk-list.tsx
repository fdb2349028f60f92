import { BookMarked } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActorMoves } from '@/modules/actors/ui/actor-moves.client'
import type { DeskRow } from '@/modules/desk/desk-record.schema'
import { DeskRowName } from '@/modules/desk/ui/desk-row-name'
import { PracticeMoves } from '@/modules/practices/ui/practice-moves.client'
import { RelationMoves } from '@/modules/relations/ui/relation-moves.client'
import { groupOf } from '@/modules/taxonomy/relation-choices.schema'
import { Disc } from '@/ui/disc'
import { GroupIcon } from '@/ui/group-icon'
import { StatusBadge } from '@/ui/status-badge'

type Move = 'publish' | 'sendBack'

/** Records on the desk: what they wait for, and in the coordinator's part what to do with them. */
export function DeskList({ rows, moves = [] }: { rows: readonly DeskRow[]; moves?: readonly Move[] | undefined }) {
  const t = useTranslations('desk')
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-start gap-x-3.5 gap-y-2 border-b border-rule py-3">
          <span className="flex min-w-0 flex-1 basis-72 gap-3">
            <RowIcon row={row} />
            <span className="min-w-0">
              <DeskRowName row={row} />
              {row.sentBackReason !== null && (
                <span className="mt-1.5 block rounded-md bg-warn-soft px-3 py-2 text-sm text-warn">
                  {t('reason', { reason: row.sentBackReason })}
                </span>
              )}
              {moves.length > 0 && 'practice' in row && !row.practice.mayPublish && (
                <span className="block text-sm text-ink-2">{t('ownToPublish')}</span>
              )}
            </span>
          </span>
          <StatusBadge status={row.status} />
          {moves.length > 0 && <RowMoves row={row} moves={moves} />}
        </li>
      ))}
    </ul>
  )
}

function RowIcon({ row }: { row: DeskRow }) {
  if ('actor' in row) return <Disc kind={row.actor.kind} />
  if ('relation' in row) return <GroupIcon group={groupOf(row.relation.type)} look="ring" />
  return (
    <span className="inline-grid size-7 flex-none place-items-center rounded-full border-2 border-ink text-ink">
      <BookMarked className="size-3.5" aria-hidden />
    </span>
  )
}

function RowMoves({ row, moves }: { row: DeskRow; moves: readonly Move[] }) {
  if ('actor' in row) return <ActorMoves at={row} moves={moves} />
  if ('relation' in row) return <RelationMoves at={row} moves={moves} />
  return <PracticeMoves at={row} moves={moves.filter((move) => move !== 'publish' || row.practice.mayPublish)} />
}
