import { MapIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { addressWith } from '@/core/address'
import type { Page } from '@/core/page'
import type { ActorSummary } from '@/modules/actors/actor.schema'
import { ActorTable } from '@/modules/actors/ui/actor-table'
import type { Filter, FilterKey } from '@/modules/taxonomy/filter.schema'
import { activeFilters } from '@/modules/taxonomy/ui/active-filters'
import { FilterBar } from '@/modules/taxonomy/ui/filter-bar'
import { IgnoredFilters } from '@/modules/taxonomy/ui/ignored-filters'
import { NoMatch } from '@/modules/taxonomy/ui/no-match'
import { useFilterChips } from '@/modules/taxonomy/ui/use-filter-chips'
import { LinkButton } from '@/ui/link-button'
import { PageHead } from '@/ui/page-head'
import { Pager } from '@/ui/pager'

/** The register of actors: search, filters, how many there are, rows, the way to the map with the same filters. */
export function ActorList({
  path,
  params,
  filter,
  ignored,
  page,
  nextHref,
  choices,
}: {
  path: string
  params: URLSearchParams
  filter: Filter
  ignored: readonly FilterKey[]
  page: Page<ActorSummary>
  nextHref: string | null
  choices: {
    byKind: Readonly<Record<string, number>>
    byCountry: readonly { country: string; actors: number }[]
    territories: readonly { slug: string; name: string }[]
    sectors: readonly { code: string; name: string }[]
  }
}) {
  const t = useTranslations('actors.list')
  const filters = useTranslations('filters')
  const chip = useFilterChips()
  const chips = [
    chip.kind(choices.byKind),
    chip.country(
      choices.byCountry.map(({ country, actors }) => ({ country, count: actors })),
      filter.country,
    ),
    chip.territory(choices.territories),
    chip.sector(choices.sectors),
    chip.group(),
    chip.verified(),
  ]
  const active = activeFilters({ filter, params, path, chips }, (key, value) =>
    filters('named', { name: filters(`key.${key}`), value }),
  )
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <LinkButton href={addressWith('/map', params, { sort: null })} icon={<MapIcon aria-hidden />}>
            {t('onMap')}
          </LinkButton>
        }
      >
        {t('description')}
      </PageHead>
      <div className="flex flex-col gap-4">
        <FilterBar path={path} params={params} search={{ label: t('search') }} chips={chips} active={active} />
        <IgnoredFilters ignored={ignored} />
        <p role="status" className="font-semibold">
          {t('count', { count: page.total })}
        </p>
      </div>
      {page.rows.length === 0 ? (
        <div className="mt-4">
          <NoMatch title={active.length > 0 ? t('empty') : t('none')} active={active}>
            {active.length > 0 ? t('emptyHint') : t('noneHint')}
          </NoMatch>
        </div>
      ) : (
        <div className="mt-3">
          <ActorTable rows={page.rows} caption={t('title')} sorting={{ path, params, now: filter.sort ?? 'name' }} />
          <Pager nextHref={nextHref} label={t('more')} />
        </div>
      )}
    </>
  )
}
