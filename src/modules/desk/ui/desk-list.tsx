import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { ActorMoves } from '@/modules/actors/ui/actor-moves.client'
import { RelationMoves } from '@/modules/relations/ui/relation-moves.client'
import { groupOf } from '@/modules/taxonomy/choices.schema'
import { dateText } from '@/core/date-text'
import { Disc } from '@/ui/disc'
import { GroupIcon } from '@/ui/group-icon'
import { StatusBadge } from '@/ui/status-badge'
import type { DeskRow } from '@/modules/desk/desk-record.schema'

/** Records on the desk: what they wait for, and in the coordinator's part what to do with them. */
export function DeskList({
  rows,
  moves = [],
}: {
  rows: readonly DeskRow[]
  moves?: readonly ('publish' | 'sendBack')[] | undefined
}) {
  const t = useTranslations('desk')
  const kind = useTranslations('taxonomy.kind')
  const type = useTranslations('taxonomy.type')
  const locale = useLocale()
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-start gap-x-3.5 gap-y-2 border-b border-rule py-3">
          <span className="flex min-w-0 flex-1 basis-72 gap-3">
            {'actor' in row ? (
              <Disc kind={row.actor.kind} />
            ) : (
              <GroupIcon group={groupOf(row.relation.type)} look="ring" />
            )}
            <span className="min-w-0">
              <Link
                href={`/desk/${'actor' in row ? 'actors' : 'relations'}/${row.id}`}
                prefetch={false}
                className="font-semibold wrap-break-word"
              >
                {row.name}
              </Link>
              <span className="block text-sm text-ink-2">
                {'actor' in row
                  ? [kind(row.actor.kind), row.actor.city].filter((part) => part !== null).join(', ')
                  : type(row.relation.type)}
                {', '}
                {t('changed', {
                  day: dateText(locale, row.updatedAt, 'day'),
                })}
              </span>
              {row.sentBackReason !== null && (
                <span className="mt-1.5 block rounded-md bg-warn-soft px-3 py-2 text-sm text-warn">
                  {t('reason', { reason: row.sentBackReason })}
                </span>
              )}
            </span>
          </span>
          <StatusBadge status={row.status} />
          {moves.length > 0 &&
            ('actor' in row ? <ActorMoves at={row} moves={moves} /> : <RelationMoves at={row} moves={moves} />)}
        </li>
      ))}
    </ul>
  )
}
