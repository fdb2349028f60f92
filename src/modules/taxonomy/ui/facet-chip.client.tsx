'use client'

import { useTranslations } from 'next-intl'
import { use } from 'react'
import { keptBeside } from '@/core/address'
import type { AnyFacet } from '@/modules/taxonomy/facet.schema'
import type { Chosen } from '@/modules/taxonomy/ui/active-filters'
import { FacetBody } from '@/modules/taxonomy/ui/facet-body.client'
import { FacetContext } from '@/modules/taxonomy/ui/facet-context'
import { useFacet } from '@/modules/taxonomy/ui/use-facet.client'
import { ChipForm } from '@/ui/chip-form'
import { ChipFrame } from '@/ui/chip-frame'
import { chipPanelClasses } from '@/ui/chip-look'
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
  facet: AnyFacet
  label: string
  chosen: readonly Chosen[]
  /** Address without this filter, without the language. */
  clearHref: string
  className?: string
}) {
  const t = useTranslations('filters')
  const { action, query, plainHref, counted } = use(FacetContext)
  const hasScript = useHasScript()
  const asked = useFacet(facet)
  const on = chosen.length > 0
  const value = chosen.length === 1 ? (chosen[0]?.label ?? label) : t('chosen', { name: label, count: chosen.length })
  return (
    <ChipFrame
      label={label}
      value={on ? value : null}
      clear={{ href: clearHref, label: t('off', { name: label }) }}
      onOpen={() => void asked.load()}
      className={className}
    >
      {hasScript ? (
        <ChipForm action={action} keep={keptBeside(new URLSearchParams(query), facet)} submit={t('show')}>
          <div key={query}>
            <FacetBody facet={facet} label={label} chosen={chosen} asked={asked} />
            {counted !== null && <p className="pt-1.5 pb-1 text-xs text-ink-2">{counted}</p>}
          </div>
        </ChipForm>
      ) : (
        <p className={`${chipPanelClasses} p-4`}>
          <a href={`${plainHref}#${facet}`}>{t('choose', { name: label })}</a>
        </p>
      )}
    </ChipFrame>
  )
}
