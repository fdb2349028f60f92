import { useLocale, useTranslations } from 'next-intl'
import { addressWith, keptBeside } from '@/core/address'
import { transferStates } from '@/modules/adoption/choices.schema'
import { type MatrixCounts, matrixFacets, type MatrixFilter, type MatrixKey } from '@/modules/adoption/matrix.schema'
import { practiceAxes } from '@/modules/practices/choices.schema'
import { reviewedStates } from '@/modules/taxonomy/filter.schema'
import { ChipFilter } from '@/ui/chip-filter'
import { LinkSegments } from '@/ui/link-segments'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import type { SelectChoice } from '@/ui/select-options'

export const matrixPath = '/practices/adoption'

/** Filters of the matrix, each a chip, and whether practices without anything stand in it too. All in the address. */
export function MatrixFilters({
  params,
  filter,
  ignored,
  counts,
  themes,
  territories,
}: {
  params: URLSearchParams
  filter: MatrixFilter
  ignored: readonly MatrixKey[]
  /** What each answer leaves; one that leaves nothing is not offered. */
  counts: MatrixCounts
  themes: readonly SelectChoice[]
  /** By slug. */
  territories: readonly SelectChoice[]
}) {
  const t = useTranslations('adoption.matrix')
  const states = useTranslations('adoption.state')
  const axes = useTranslations('practices.axis')
  const judged = useTranslations('taxonomy.reviewed')
  const common = useTranslations('filters')
  const locale = useLocale()
  const choices = {
    theme: themes,
    axis: practiceAxes.map((value) => ({ value, label: axes(value) })),
    state: transferStates.map((value) => ({ value, label: states(value) })),
    reviewed: reviewedStates.map((value) => ({ value, label: judged(value) })),
    territory: territories,
  }
  const counted = (key: (typeof matrixFacets)[number]) =>
    choices[key].map((choice) => ({ ...choice, count: counts[key][choice.value] ?? 0 }))
  const on = matrixFacets.filter((key) => filter[key] !== undefined)
  const segment = (key: 'some' | 'all') => ({
    key,
    label: t(`rows.${key}`),
    href: addressWith(matrixPath, params, { rows: key === 'all' ? 'all' : null }),
    isNow: (filter.rows === 'all') === (key === 'all'),
  })
  return (
    <div data-screen-only className="mb-4 flex flex-col gap-3">
      <div className="relative flex flex-wrap items-center gap-2">
        {matrixFacets.map((key) => (
          <ChipFilter
            key={key}
            name={key}
            label={t(`filter.${key}`)}
            choices={counted(key).filter(({ value, count }) => count > 0 || value === filter[key])}
            selected={filter[key] ?? null}
            action={`/${locale}${matrixPath}`}
            keep={keptBeside(params, key)}
            clearHref={addressWith(matrixPath, params, { [key]: null })}
          />
        ))}
        {on.length > 1 && (
          <LinkButton
            href={addressWith(matrixPath, params, Object.fromEntries(on.map((key) => [key, null])))}
            look="quiet"
            size="small"
          >
            {common('clear')}
          </LinkButton>
        )}
      </div>
      <div className="max-w-[28rem]">
        <LinkSegments label={t('rows.label')} segments={[segment('some'), segment('all')]} />
      </div>
      {ignored.length > 0 && (
        <Notice tone="warn" role="status">
          {t('ignored', { names: ignored.map((key) => t(`filter.${key}`)).join(', ') })}
        </Notice>
      )}
    </div>
  )
}
