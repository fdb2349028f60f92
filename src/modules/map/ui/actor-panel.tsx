import { useLocale, useTranslations } from 'next-intl'
import { addressWith } from '@/core/address'
import { countryName } from '@/core/country'
import type { Page } from '@/core/page'
import { Link } from '@/i18n/navigation'
import type { ActorDetail } from '@/modules/actors/actor.schema'
import { FictitiousBadge } from '@/modules/actors/ui/fictitious-badge'
import { ListHead } from '@/modules/map/ui/list-head'
import { selectionOf, withoutSelection } from '@/modules/map/ui/map-address'
import { RelationRow } from '@/modules/map/ui/relation-row'
import { SelectionHead } from '@/modules/map/ui/selection-head'
import { SortMenu } from '@/modules/map/ui/sort-menu'
import { labelIn } from '@/modules/map/ui/label-in'
import type { RelationSummary } from '@/modules/relations/relation.schema'
import { relationStates } from '@/modules/taxonomy/relation-choices.schema'
import { Disc } from '@/ui/disc'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { Pager } from '@/ui/pager'
import { Seal } from '@/ui/seal'

const sorts = ['-verified', 'name', 'started', '-started'] as const
const sortKey = { '-verified': 'verified', name: 'name', started: 'oldest', '-started': 'newest' } as const

/** The selected actor and its relations, each with the line it stands for. */
export function ActorPanel({
  params,
  actor,
  page,
  countries,
  hidden,
  all,
  sort,
  nextHref,
}: {
  params: URLSearchParams
  actor: ActorDetail
  page: Page<RelationSummary>
  /** Countries of the far ends. */
  countries: number
  hidden: number
  all: number
  sort: string
  nextHref: string | null
}) {
  const t = useTranslations('map')
  const taxonomy = useTranslations('taxonomy')
  const locale = useLocale()
  const label = labelIn(actor, locale)
  const place = [taxonomy(`kind.${actor.kind}`), actor.city, countryName(actor.country, locale)]
  return (
    <>
      <SelectionHead
        back={[{ href: withoutSelection(params), label: t('back', { count: all }) }]}
        icon={<Disc kind={actor.kind} size={52} />}
        name={label.value}
        language={label.language === locale ? undefined : label.language}
        actions={<LinkButton href={`/actors/${actor.slug}`}>{t('openPage')}</LinkButton>}
      >
        <p>{place.filter(Boolean).join(', ')}</p>
        <p className="flex flex-wrap items-center gap-x-3">
          <Seal verifiedAt={actor.verifiedAt} />
          {actor.fictitious && <FictitiousBadge />}
        </p>
        {actor.longitude === null && <p className="text-warn">{t('noPointLong')}</p>}
      </SelectionHead>
      <ListHead
        sort={
          page.total > 1 && (
            <SortMenu
              now={sort}
              choices={sorts.map((key) => ({
                key,
                label: t(`sort.${sortKey[key]}`),
                href: addressWith('/map', params, { sort: key === '-verified' ? null : key }),
              }))}
            />
          )
        }
      >
        {t.rich('relationsIn', {
          count: page.total,
          countries,
          b: (words) => <b className="font-strong">{words}</b>,
        })}
        {hidden > 0 && (
          <Link
            href={addressWith('/map', params, { state: relationStates })}
            prefetch={false}
            scroll={false}
            className="block w-fit text-xs"
          >
            {t('hidden', { count: hidden })}
          </Link>
        )}
      </ListHead>
      {page.rows.length === 0 ? (
        <div className="p-5">
          <EmptyState title={t('empty.relations')}>{t('empty.relationsHint')}</EmptyState>
        </div>
      ) : (
        <ol>
          {page.rows.map((relation) => (
            <li key={relation.id}>
              <RelationRow
                relation={relation}
                actorId={actor.id}
                href={selectionOf(params, { actor: actor.slug, relation: relation.slug })}
              />
            </li>
          ))}
        </ol>
      )}
      <div className="px-5 pb-6">
        <Pager nextHref={nextHref} label={t('more')}>
          {params.has('after') && (
            <Link href={addressWith('/map', params, {})} prefetch={false} scroll={false}>
              {t('first')}
            </Link>
          )}
        </Pager>
      </div>
    </>
  )
}
