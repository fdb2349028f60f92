import type { ReactNode } from 'react'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { addressWith } from '@/core/address'
import { countryName } from '@/core/country'
import { freshnessOf } from '@/core/curated'
import { Link } from '@/i18n/navigation'
import type { ActorSummary } from '@/modules/actors/actor.schema'
import { ActorRow } from '@/modules/map/ui/actor-row.client'
import { Announced } from '@/modules/map/ui/announced.client'
import { BackLink } from '@/modules/map/ui/back-link'
import { ListHead } from '@/modules/map/ui/list-head'
import { selectionOf, wholeOf } from '@/modules/map/ui/map-address'
import { SortMenu } from '@/modules/map/ui/sort-menu'
import { filterKeys } from '@/modules/taxonomy/filter.schema'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Pager } from '@/ui/pager'

type ActorsPanelProps = {
  params: URLSearchParams
  rows: readonly ActorSummary[]
  total: number
  /** All under the filter, wherever they are. */
  all: number
  withoutPoint: number
  sort: string
  nextHref: string | null
  /** The whole, a part of the map, or the actors of one spot. */
  scope: 'all' | 'view' | 'here'
  isMissing: boolean
  /** The same filters as lists. */
  views: ReactNode
}

const sorts = ['relations', 'name', '-verified'] as const

// Where one looks and in what order takes no actor away; every other filter does.
const views = ['bbox', 'zoom', 'sort', 'after']
const isNarrowed = (params: URLSearchParams): boolean =>
  filterKeys.some((key) => !views.includes(key) && params.has(key))
const withoutFilters = Object.fromEntries(filterKeys.map((key) => [key, null]))

/** The list beside the map: the actors in view, most relations first. Its twin for who does not see or use the map. */
export function ActorsPanel({
  params,
  rows,
  total,
  all,
  withoutPoint,
  sort,
  nextHref,
  scope,
  isMissing,
  views,
}: ActorsPanelProps) {
  const t = useTranslations('map')
  const filters = useTranslations('filters')
  const said = t(`count.${scope}Plain`, { count: total })
  const missing = all > 0 ? 'view' : isNarrowed(params) ? 'none' : 'register'
  const wayOut = {
    view: (
      <LinkButton href={wholeOf(params)} size="small">
        {t('empty.whole', { count: all })}
      </LinkButton>
    ),
    none: (
      <LinkButton href={addressWith('/map', params, withoutFilters)} size="small">
        {filters('clear')}
      </LinkButton>
    ),
    register: (
      <LinkButton href="/territories" size="small">
        {t('empty.territories')}
      </LinkButton>
    ),
  }
  return (
    <>
      <h1 id="map-selected" tabIndex={-1} className="sr-only">
        {t('title')}
      </h1>
      <Announced text={said} />
      {isMissing && (
        <div className="p-4">
          <Notice tone="warn">{t('missing')}</Notice>
        </div>
      )}
      {scope === 'here' && (
        <div className="px-5 pt-3">
          <BackLink href={addressWith('/map', params, { here: null })}>{t('back', { count: all })}</BackLink>
        </div>
      )}
      <ListHead
        sort={
          total > 1 && (
            <SortMenu
              now={sort}
              choices={sorts.map((key) => ({
                key,
                label: t(`sort.${key === '-verified' ? 'verified' : key}`),
                href: addressWith('/map', params, { sort: key === 'relations' ? null : key }),
              }))}
            />
          )
        }
      >
        {t.rich(`count.${scope}`, { count: total, b: (words) => <b className="font-strong">{words}</b> })}
        {withoutPoint > 0 && (
          <span className="block text-xs text-ink-2">{t('withoutPoint', { count: withoutPoint })}</span>
        )}
      </ListHead>
      <div className="border-b border-rule px-5 py-2">{views}</div>
      {rows.length === 0 ? (
        <div className="p-5">
          <EmptyState title={t(`empty.${missing}`)} action={wayOut[missing]}>
            {t(`empty.${missing}Hint`)}
          </EmptyState>
        </div>
      ) : (
        <ol>
          {rows.map((actor) => (
            <li key={actor.id}>
              <Row actor={actor} href={selectionOf(params, { actor: actor.slug })} />
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

function Row({ actor, href }: { actor: ActorSummary; href: string }) {
  const t = useTranslations('map')
  const taxonomy = useTranslations('taxonomy')
  const actors = useTranslations('actors')
  const format = useFormatter()
  const locale = useLocale()
  const { slug, name, kind, city, country, longitude, latitude, relations, verifiedAt, fictitious } = actor
  const freshness = freshnessOf(verifiedAt, new Date())
  return (
    <ActorRow
      slug={slug}
      at={longitude === null || latitude === null ? null : [longitude, latitude]}
      href={href}
      name={name.value}
      {...(name.language !== '' && name.language !== locale && { language: name.language })}
      kind={kind}
      place={[taxonomy(`kind.${kind}`), city, countryName(country, locale)].filter(Boolean).join(', ')}
      {...(longitude === null && { noPoint: t('noPoint') })}
      relations={[format.number(relations), t('relations', { count: relations })]}
      seal={[freshness, taxonomy(`freshness.${freshness}`)]}
      {...(fictitious && { fictitious: actors('fictitious') })}
    />
  )
}
