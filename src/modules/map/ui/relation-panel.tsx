import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/core/country'
import { inLanguage } from '@/core/localized'
import { Link } from '@/i18n/navigation'
import { FictitiousBadge } from '@/modules/actors/ui/fictitious-badge'
import { selectionOf, withoutSelection } from '@/modules/map/ui/map-address'
import { SelectionHead } from '@/modules/map/ui/selection-head'
import type { RelationDetail, ShownParty } from '@/modules/relations/relation.schema'
import { groupOf } from '@/modules/taxonomy/relation-choices.schema'
import { Disc } from '@/ui/disc'
import { GroupIcon } from '@/ui/group-icon'
import { LinkButton } from '@/ui/link-button'
import { PlaceDisc } from '@/ui/place-disc'
import { Seal } from '@/ui/seal'

/** The selected relation: what it is, since when, who keeps it, how fresh, and its parties. */
export function RelationPanel({
  params,
  relation,
  from,
  all,
}: {
  params: URLSearchParams
  relation: RelationDetail
  /** The actor it was reached from. */
  from: { slug: string; name: string } | null
  all: number
}) {
  const t = useTranslations('map')
  const taxonomy = useTranslations('taxonomy')
  const format = useFormatter()
  const locale = useLocale()
  const title = relation.title && inLanguage(relation.title, locale)
  const names = relation.parties.map((party) => party.name.value || countryName(party.country, locale))
  const shown = names.length > 3 ? [...names.slice(0, 2), t('otherEnds', { count: names.length - 2 })] : names
  const years = [relation.started, relation.ended].map((date) => date?.slice(0, 4))
  return (
    <>
      <SelectionHead
        back={[
          ...(from === null ? [] : [{ href: selectionOf(params, { actor: from.slug }), label: from.name }]),
          { href: withoutSelection(params), label: t('back', { count: all }) },
        ]}
        icon={<GroupIcon group={groupOf(relation.type)} look="ring" />}
        name={title?.value ?? format.list(shown)}
        language={title === null || title.language === locale ? undefined : title.language}
        actions={<LinkButton href={`/relations/${relation.slug}`}>{t('openPage')}</LinkButton>}
      >
        <p>
          {[
            taxonomy(`type.${relation.type}`),
            taxonomy(`state.${relation.state}`),
            years[1] ? `${years[0] ?? ''}–${years[1]}` : years[0] && t('sinceYear', { year: years[0] }),
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
        <p>{relation.holder === null ? t('noHolder') : t('heldBy', { name: relation.holder.name })}</p>
        <p className="flex flex-wrap items-center gap-x-3">
          <Seal verifiedAt={relation.verifiedAt} />
          {relation.fictitious && <FictitiousBadge />}
        </p>
      </SelectionHead>
      <h2 className="px-5 pt-3.5 pb-1 text-sm font-strong">{t('parties', { count: relation.parties.length })}</h2>
      <ul>
        {relation.parties.map((party, index) => (
          <li key={index} className="border-b border-rule">
            <PartyRow party={party} params={params} />
          </li>
        ))}
      </ul>
    </>
  )
}

function PartyRow({ party, params }: { party: ShownParty; params: URLSearchParams }) {
  const taxonomy = useTranslations('taxonomy')
  const locale = useLocale()
  const { actor, name, city, country, role } = party
  const shown = name.value || countryName(country, locale)
  return (
    <span className="relative grid grid-cols-[28px_minmax(0,1fr)] gap-x-3 px-5 py-2.5 hover:bg-sunk">
      {actor === null ? <PlaceDisc /> : <Disc kind={actor.kind} />}
      <span className="min-w-0">
        {actor === null ? (
          <b className="font-semibold">{shown}</b>
        ) : (
          <Link
            href={selectionOf(params, { actor: actor.slug })}
            prefetch={false}
            scroll={false}
            className="font-semibold text-ink no-underline wrap-break-word after:absolute after:inset-0"
          >
            {shown}
          </Link>
        )}
        <span className="block text-sm text-ink-2">
          {[taxonomy(`role.${role}`), city, countryName(country, locale)].filter(Boolean).join(', ')}
        </span>
      </span>
    </span>
  )
}
