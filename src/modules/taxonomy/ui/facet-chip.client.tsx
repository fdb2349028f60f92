'use client'

import { ChevronDown, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { use } from 'react'
import { keptBeside } from '@/core/address'
import { Link } from '@/i18n/navigation'
import type { FacetKey } from '@/modules/taxonomy/facet.schema'
import type { Chosen } from '@/modules/taxonomy/ui/active-filters'
import { FacetBody } from '@/modules/taxonomy/ui/facet-body.client'
import { FacetContext } from '@/modules/taxonomy/ui/facet-context'
import { useFacet } from '@/modules/taxonomy/ui/use-facet.client'
import { Button } from '@/ui/button'
import { chipClasses } from '@/ui/chip-look'
import { useHasScript } from '@/ui/use-has-script.client'

/**
 * A filter whose answers come when it is opened (LOOK §6, Chip filter). Without script it opens too, onto the way to the
 * page of all filters. On = solid ink with the value and a ×.
 */
export function FacetChip({
  facet,
  label,
  chosen,
  clearHref,
  className = '',
}: {
  facet: FacetKey
  label: string
  chosen: readonly Chosen[]
  /** Address without this filter, without the language. */
  clearHref: string
  className?: string
}) {
  const t = useTranslations('filters')
  const { action, query, plainHref } = use(FacetContext)
  const hasScript = useHasScript()
  const asked = useFacet(facet)
  const on = chosen.length > 0
  const value = chosen.length === 1 ? (chosen[0]?.label ?? label) : t('chosen', { name: label, count: chosen.length })
  return (
    <div className={`inline-flex max-w-full ${className}`}>
      <details
        name="filter"
        data-popover
        className="min-w-0 sm:relative"
        onToggle={(event) => event.currentTarget.open && void asked.load()}
      >
        <summary className={`${chipClasses(on)} max-w-full ${on ? 'rounded-r-none border-r-0 pr-1' : ''}`}>
          {on ? (
            <>
              <span className="sr-only">{label}: </span>
              <span className="max-w-56 truncate">{value}</span>
            </>
          ) : (
            <>
              {label}
              <ChevronDown aria-hidden />
            </>
          )}
        </summary>
        {hasScript ? (
          <form
            action={action}
            method="get"
            className="absolute top-full left-0 z-20 mt-2 flex max-h-[60vh] w-72 max-w-full flex-col rounded-lg bg-sheet shadow-float sm:max-w-none"
          >
            {keptBeside(new URLSearchParams(query), facet).map(([key, kept], index) => (
              <input key={index} type="hidden" name={key} value={kept} />
            ))}
            <div key={query} className="min-h-0 flex-1 overflow-y-auto px-4 py-2">
              <FacetBody facet={facet} label={label} chosen={chosen} asked={asked} />
            </div>
            <div className="flex justify-end border-t border-rule px-4 py-2.5">
              <Button type="submit" size="small" look="primary">
                {t('show')}
              </Button>
            </div>
          </form>
        ) : (
          <p className="absolute top-full left-0 z-20 mt-2 w-72 max-w-full rounded-lg bg-sheet p-4 shadow-float">
            <a href={`${plainHref}#${facet}`}>{t('choose', { name: label })}</a>
          </p>
        )}
      </details>
      {on && (
        <Link
          href={clearHref}
          prefetch={false}
          className={`${chipClasses(true)} rounded-l-none border-l-0 pl-1`}
          aria-label={t('off', { name: label })}
        >
          <X aria-hidden />
        </Link>
      )}
    </div>
  )
}
