'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { use } from 'react'
import { keptBeside } from '@/core/address'
import { FacetBody } from '@/modules/taxonomy/ui/facet-body.client'
import { FacetContext } from '@/modules/taxonomy/ui/facet-context'
import type { OfferedFacet } from '@/modules/taxonomy/ui/active-filters'
import { useFacet } from '@/modules/taxonomy/ui/use-facet.client'
import { Button } from '@/ui/button'
import { buttonClasses } from '@/ui/button-look'
import { controlClasses } from '@/ui/control-look'

/** All filters, each to be opened; comes when the dialog is. */
export function FilterForm({ facets, clearHref }: { facets: readonly OfferedFacet[]; clearHref: string | null }) {
  const t = useTranslations('filters')
  const { action, query, counted } = use(FacetContext)
  const params = new URLSearchParams(query)
  return (
    <form action={action} method="get" className="flex min-h-0 flex-1 flex-col">
      {keptBeside(params, ...facets.map(({ facet }) => facet), 'since', 'until').map(([key, value], index) => (
        <input key={index} type="hidden" name={key} value={value} />
      ))}
      <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-4">
        {counted !== null && <p className="py-2 text-sm text-ink-2">{counted}</p>}
        {facets.map((one) => (
          <FacetSection key={one.facet} {...one} />
        ))}
        <div className="grid grid-cols-2 gap-4 pt-4">
          {(['since', 'until'] as const).map((key) => (
            <label key={key} className="flex flex-col gap-[5px] font-semibold">
              {t(key)}
              <input
                name={key}
                inputMode="numeric"
                pattern="[12][0-9]{3}"
                maxLength={4}
                placeholder={t('year')}
                defaultValue={params.get(key) ?? ''}
                className={`${controlClasses(false)} font-normal`}
              />
            </label>
          ))}
        </div>
      </div>
      <div className="flex items-center justify-end gap-3 border-t border-rule px-5 py-3">
        {clearHref !== null && (
          <a href={clearHref} className={buttonClasses({ look: 'quiet' })}>
            {t('clear')}
          </a>
        )}
        <Button type="submit" look="primary">
          {t('show')}
        </Button>
      </div>
    </form>
  )
}

function FacetSection({ facet, label, chosen }: OfferedFacet) {
  const asked = useFacet(facet)
  return (
    <details
      id={`all-${facet}`}
      className="group/facet border-b border-rule"
      onToggle={(event) => event.currentTarget.open && void asked.load()}
    >
      <summary className="flex min-h-12 items-center gap-4 py-2 font-semibold">
        {label}
        <span className="ml-auto min-w-0 truncate text-sm font-normal text-ink-2">
          {chosen.map((one) => one.label).join(', ')}
        </span>
        <ChevronDown className="size-4 flex-none group-open/facet:rotate-180" aria-hidden />
      </summary>
      <div className="pb-3">
        <FacetBody facet={facet} label={label} chosen={chosen} asked={asked} />
      </div>
    </details>
  )
}
