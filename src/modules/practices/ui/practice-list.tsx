import { useTranslations } from 'next-intl'
import type { Page } from '@/core/page'
import type { PracticeSummary } from '@/modules/practices/practice.schema'
import { PracticeCard } from '@/modules/practices/ui/practice-card'
import { PracticeDownloads } from '@/modules/practices/ui/practice-downloads'
import { facetPlaces } from '@/modules/taxonomy/facet.schema'
import type { Filter, FilterKey } from '@/modules/taxonomy/filter.schema'
import { type FilterNames, useActiveFilters } from '@/modules/taxonomy/ui/active-filters'
import { FilterBar } from '@/modules/taxonomy/ui/filter-bar'
import { IgnoredFilters } from '@/modules/taxonomy/ui/ignored-filters'
import { NoMatch } from '@/modules/taxonomy/ui/no-match'
import { MiniMap } from '@/ui/base-map/mini-map'
import { kindLook } from '@/ui/kind-look'
import { LinkButton } from '@/ui/link-button'
import { PageHead } from '@/ui/page-head'
import { Pager } from '@/ui/pager'

/** Good practices: search, filters, how many there are, a card each, and where those of this page are. */
export function PracticeList({
  params,
  filter,
  ignored,
  page,
  nextHref,
  names,
  themeNames,
}: {
  params: URLSearchParams
  filter: Filter
  ignored: readonly FilterKey[]
  page: Page<PracticeSummary>
  nextHref: string | null
  names: FilterNames
  themeNames: ReadonlyMap<string, string>
}) {
  const t = useTranslations('practices')
  const active = useActiveFilters({ filter, params, path: facetPlaces.practices.path, names })
  const points = page.rows.flatMap(({ id, longitude, latitude, inCharge }) =>
    longitude === null || latitude === null
      ? []
      : [{ id, at: [longitude, latitude] as const, ...(inCharge && { color: kindLook[inCharge.kind].className }) }],
  )
  return (
    <>
      <PageHead title={t('title')} actions={<LinkButton href="/practices/adoption">{t('adoption')}</LinkButton>}>
        {t('description')}
      </PageHead>
      <div className="mb-5 flex flex-col gap-4">
        <FilterBar
          list={facetPlaces.practices}
          params={params}
          filter={filter}
          search={{ label: t('search') }}
          active={active}
          years
        />
        <IgnoredFilters ignored={ignored} />
        <div className="flex items-baseline justify-between gap-x-6">
          <p role="status" className="min-w-0 font-semibold">
            {t('count', { count: page.total })}
          </p>
          {page.total > 0 && <PracticeDownloads params={params} filter={filter} />}
        </div>
      </div>
      {page.rows.length === 0 ? (
        <NoMatch title={active.length > 0 ? t('empty') : t('none')} active={active}>
          {active.length > 0 ? t('emptyHint') : t('noneHint')}
        </NoMatch>
      ) : (
        <div className="grid gap-x-11 gap-y-6 frame:grid-cols-[minmax(0,1fr)_22rem]">
          <ul className="flex min-w-0 flex-col gap-4">
            {page.rows.map((practice) => (
              <PracticeCard key={practice.id} practice={practice} themeNames={themeNames} />
            ))}
          </ul>
          {points.length > 0 && (
            <aside aria-label={t('whereTitle')} className="max-frame:order-first">
              <MiniMap label={t('whereMap', { count: points.length })} points={points} width={352} height={300} />
            </aside>
          )}
        </div>
      )}
      <Pager nextHref={nextHref} label={t('more')} />
    </>
  )
}
