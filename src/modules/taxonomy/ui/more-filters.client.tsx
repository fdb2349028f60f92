'use client'

import { SlidersHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, use } from 'react'
import type { OfferedFacet } from '@/modules/taxonomy/ui/active-filters'
import { FacetContext } from '@/modules/taxonomy/ui/facet-context'
import { chipClasses } from '@/ui/chip-look'
import { LoadingBars } from '@/ui/loading-bars'
import { Sheet } from '@/ui/sheet.client'
import { useHasScript } from '@/ui/use-has-script.client'

const loadForm = () => import('@/modules/taxonomy/ui/filter-form.client')
const FilterForm = lazy(async () => ({ default: (await loadForm()).FilterForm }))

/** All filters in one dialog, on a phone a sheet; without script a page of their own. */
export function MoreFilters({
  facets,
  clearHref,
  isTight,
}: {
  facets: readonly OfferedFacet[]
  clearHref: string | null
  /** Where there is little room its words are for screen readers alone. */
  isTight: boolean
}) {
  const t = useTranslations('filters')
  const { plainHref } = use(FacetContext)
  const hasScript = useHasScript()
  const face = (
    <>
      <span className={isTight ? 'tight:sr-only' : ''}>{t('all')}</span>
      <SlidersHorizontal aria-hidden />
    </>
  )
  if (!hasScript)
    return (
      <a href={plainHref} className={chipClasses(false)}>
        {face}
      </a>
    )
  return (
    <Sheet
      title={t('title')}
      close={t('close')}
      trigger={face}
      className={chipClasses(false)}
      onApproach={() => void loadForm()}
    >
      {() => (
        <Suspense
          fallback={
            <div className="p-5">
              <LoadingBars>{t('loading')}</LoadingBars>
            </div>
          }
        >
          <FilterForm facets={facets} clearHref={clearHref} />
        </Suspense>
      )}
    </Sheet>
  )
}
