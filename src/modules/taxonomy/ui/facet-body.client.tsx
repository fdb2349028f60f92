'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import type { AnyFacet } from '@/modules/taxonomy/facet.schema'
import type { Chosen } from '@/modules/taxonomy/ui/active-filters'
import { loadChoices, type useFacet } from '@/modules/taxonomy/ui/use-facet.client'

const FacetChoices = lazy(async () => ({ default: (await loadChoices()).FacetChoices }))

/** What an opened filter shows: its answers, that they are on their way, or that they did not arrive. */
export function FacetBody({
  facet,
  label,
  chosen,
  asked: { answer, state, load },
}: {
  facet: AnyFacet
  label: string
  chosen: readonly Chosen[]
  asked: ReturnType<typeof useFacet>
}) {
  const t = useTranslations('filters')
  const kept = chosen.map(({ value }) => <input key={value} type="hidden" name={facet} value={value} />)
  const coming = <p className="py-1 text-sm text-ink-2">{t('loading')}</p>
  return (
    <div aria-live="polite" aria-busy={state === 'loading'}>
      {answer !== null && (
        <Suspense
          fallback={
            <>
              {coming}
              {kept}
            </>
          }
        >
          <FacetChoices facet={facet} label={label} answer={answer} chosen={chosen} />
        </Suspense>
      )}
      {answer === null && state !== 'failed' && coming}
      {state === 'failed' && (
        <p className="py-1 text-sm">
          {t('failed')}{' '}
          <button type="button" onClick={() => void load()} className="text-link underline">
            {t('again')}
          </button>
        </p>
      )}
      {answer === null && kept}
    </div>
  )
}
