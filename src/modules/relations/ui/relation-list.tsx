import { MapIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { addressWith } from '@/core/address'
import type { Page } from '@/core/page'
import type { RelationSummary } from '@/modules/relations/relation.schema'
import { RelationRows } from '@/modules/relations/ui/relation-rows'
import type { Filter, FilterKey } from '@/modules/taxonomy/filter.schema'
import { activeFilters } from '@/modules/taxonomy/ui/active-filters'
import { FilterBar } from '@/modules/taxonomy/ui/filter-bar'
import { IgnoredFilters } from '@/modules/taxonomy/ui/ignored-filters'
import { useFilterChips } from '@/modules/taxonomy/ui/use-filter-chips'
import { LinkButton } from '@/ui/link-button'
import { PageHead } from '@/ui/page-head'

/** The register of relations: search, filters, how many there are, rows, the way to the map with the same filters. */
export function RelationList({
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
  page: Page<RelationSummary>
  nextHref: string | null
  choices: {
    byType: Readonly<Record<string, number>>
    byState: Readonly<Record<string, number>>
    byCountry: readonly { country: string; relations: number }[]
    territories: readonly { slug: string; name: string }[]
    sectors: readonly { code: string; name: string }[]
    themes: readonly { value: string; label: string }[]
  }
}) {
  const t = useTranslations('relations')
  const filters = useTranslations('filters')
  const chip = useFilterChips()
  const chips = [
    chip.group(choices.byType),
    chip.type(choices.byType),
    chip.country(
      choices.byCountry.map(({ country, relations }) => ({ country, count: relations })),
      filter.country,
    ),
    chip.territory(choices.territories),
    chip.state(choices.byState),
    chip.sector(choices.sectors),
    chip.theme(choices.themes),
    chip.kind(),
    chip.verified(),
    chip.scope(),
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
      <div className="mb-3 flex flex-col gap-4">
        <FilterBar path={path} params={params} search={{ label: t('search') }} chips={chips} active={active} years />
        <IgnoredFilters ignored={ignored} />
        <p role="status" className="font-semibold">
          {t(`count.${filter.scope ?? 'international'}`, { count: page.total })}
        </p>
      </div>
      <RelationRows
        page={page}
        nextHref={nextHref}
        caption={t('title')}
        active={active}
        sorting={{ path, params, now: filter.sort ?? 'name' }}
      />
    </>
  )
}
