'use client'

import { useTranslations } from 'next-intl'
import type { FacetKey } from '@/modules/taxonomy/facet.schema'
import type { Chosen } from '@/modules/taxonomy/ui/active-filters'
import { FacetChoices } from '@/modules/taxonomy/ui/facet-choices.client'
import type { useFacet } from '@/modules/taxonomy/ui/use-facet.client'

/** What an opened filter shows: its answers, that they are on their way, or that they did not arrive. */
export function FacetBody({
  facet,
  label,
  chosen,
  asked: { answer, state, load },
}: {
  facet: FacetKey
  label: string
  chosen: readonly Chosen[]
  asked: ReturnType<typeof useFacet>
}) {
  const t = useTranslations('filters')
  return (
    <div aria-live="polite" aria-busy={state === 'loading'}>
      {answer !== null && <FacetChoices facet={facet} label={label} answer={answer} chosen={chosen} />}
      {answer === null && state !== 'failed' && <p className="py-1 text-sm text-ink-2">{t('loading')}</p>}
      {state === 'failed' && (
        <p className="py-1 text-sm">
          {t('failed')}{' '}
          <button type="button" onClick={() => void load()} className="text-link underline">
            {t('again')}
          </button>
        </p>
      )}
      {answer === null && chosen.map(({ value }) => <input key={value} type="hidden" name={facet} value={value} />)}
    </div>
  )
}
