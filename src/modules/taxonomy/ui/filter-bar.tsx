import { useLocale, useTranslations } from 'next-intl'
import { addressWith, keptBeside } from '@/core/address'
import type { ActiveFilter } from '@/modules/taxonomy/ui/active-filters'
import { chosenOf, type FilterChip } from '@/modules/taxonomy/ui/filter-chip'
import { YearFilter } from '@/modules/taxonomy/ui/year-filter'
import { Chip } from '@/ui/chip'
import { ChipFilter } from '@/ui/chip-filter'
import { LinkButton } from '@/ui/link-button'
import { SearchForm } from '@/ui/search-form'

/**
 * Search field and filters of a list, all in the URL and without script. Each keeps every other parameter; "Clear all"
 * stands from two on (LOOK §6, Chip filter). `search` null = no field.
 */
export function FilterBar({
  path,
  params,
  search,
  chips,
  active,
  years = false,
}: {
  /** Without the language: `/actors`. */
  path: string
  params: URLSearchParams
  search: { label: string } | null
  chips: readonly FilterChip[]
  active: readonly ActiveFilter[]
  years?: boolean
}) {
  const t = useTranslations('filters')
  const ui = useTranslations('ui')
  const locale = useLocale()
  const action = `/${locale}${path}`
  return (
    <div data-screen-only className="flex flex-col gap-3">
      {search !== null && <SearchForm action={action} params={params} label={search.label} submit={t('search')} />}
      <div className="relative flex flex-wrap items-center gap-2">
        {chips
          .filter((chip) => chip.choices.length > 0)
          .map((chip) => (
            <ChipFilter
              key={chip.name}
              label={chip.label}
              name={chip.name}
              choices={chip.choices}
              single={chip.single ?? false}
              selected={chosenOf(chip, params).map((choice) => choice.value)}
              action={action}
              keep={keptBeside(params, chip.name)}
              clearHref={addressWith(path, params, { [chip.name]: null })}
            />
          ))}
        {years && <YearFilter path={path} params={params} />}
        {active
          .filter((filter) => !filter.hasChip)
          .map((filter) => (
            <Chip key={filter.key} href={filter.href} on>
              {filter.label}
            </Chip>
          ))}
        {active.length > 1 && (
          <LinkButton
            href={addressWith(path, params, Object.fromEntries(active.map(({ key }) => [key, null])))}
            look="quiet"
            size="small"
          >
            {ui('clearAll')}
          </LinkButton>
        )}
      </div>
    </div>
  )
}
