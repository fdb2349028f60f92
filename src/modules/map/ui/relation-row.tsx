import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/core/country'
import { Link } from '@/i18n/navigation'
import { LitRow } from '@/modules/map/ui/lit-row.client'
import type { RelationSummary } from '@/modules/relations/relation.schema'
import { groupOf } from '@/modules/taxonomy/relation-choices.schema'
import { GroupIcon } from '@/ui/group-icon'
import { Seal } from '@/ui/seal'

const named = 2

/** A relation of the selected actor, told by its other ends: who, what, since when, who keeps it, how fresh. */
export function RelationRow({
  relation,
  actorId,
  href,
}: {
  relation: RelationSummary
  /** The selected actor: it is not told again. */
  actorId: string
  href: string
}) {
  const t = useTranslations('map')
  const taxonomy = useTranslations('taxonomy')
  const format = useFormatter()
  const locale = useLocale()
  const { slug, type, state, parties, partyCount, title, started, renewed, holder, verifiedAt } = relation
  const others = parties.filter((party) => party.actor?.id !== actorId)
  const rest = partyCount - 1 - Math.min(named, others.length)
  const [first] = others
  const country = partyCount === 2 && first ? countryName(first.country, locale) : null
  const about = [
    taxonomy(`type.${type}`),
    ...(state === 'active' ? [] : [taxonomy(`state.${state}`)]),
    ...(renewed === null ? [] : [t('renewed', { year: renewed.slice(0, 4) })]),
  ]
  const ends = [
    ...others.slice(0, named).map((party) => party.name.value || countryName(party.country, locale)),
    ...(rest > 0 ? [t('otherEnds', { count: rest })] : []),
  ]
  return (
    <LitRow id={slug} at={null}>
      <span className="grid grid-cols-[24px_minmax(0,1fr)_auto] gap-x-3">
        <GroupIcon group={groupOf(type)} />
        <span className="min-w-0">
          <Link
            id={`row-${slug}`}
            href={href}
            prefetch={false}
            scroll={false}
            className="text-ink no-underline after:absolute after:inset-0"
          >
            <b className="font-semibold wrap-break-word">{format.list(ends)}</b>
            {country !== null && <span className="text-ink-2">, {country}</span>}
          </Link>
          {partyCount > 2 && title !== null && (
            <span className="block text-sm" lang={title.language === locale ? undefined : title.language}>
              {title.value}
            </span>
          )}
          <span className="block text-sm text-ink-2">{about.join(', ')}</span>
          {holder !== null && holder.id !== actorId && (
            <span className="block text-sm text-ink-2">{t('heldBy', { name: holder.name })}</span>
          )}
        </span>
        <span className="flex flex-col items-end gap-1 tabular-nums">
          {started !== null && (
            <span>
              <span className="sr-only">{t('since')} </span>
              {started.slice(0, 4)}
            </span>
          )}
          <Seal verifiedAt={verifiedAt} short />
        </span>
      </span>
    </LitRow>
  )
}
