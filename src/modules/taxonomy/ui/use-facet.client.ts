'use client'

import { use, useRef, useState } from 'react'
import type { FacetAnswer, AnyFacet } from '@/modules/taxonomy/facet.schema'
import { FacetContext } from '@/modules/taxonomy/ui/facet-context'

/** What shows the answers comes with the first of them. */
export const loadChoices = () => import('@/modules/taxonomy/ui/facet-choices.client')

/** The answers of a facet, from the door, when somebody opens it: `load`. Asked again once other filters are on. */
export function useFacet(facet: AnyFacet) {
  const { ask } = use(FacetContext)
  const [answer, setAnswer] = useState<FacetAnswer | null>(null)
  const [state, setState] = useState<'idle' | 'loading' | 'done' | 'failed'>('idle')
  const asked = useRef('')

  const load = async () => {
    if (asked.current === ask && state !== 'failed') return
    asked.current = ask
    setState('loading')
    try {
      const [response, { readFacet }] = await Promise.all([
        fetch(`/api/map/facets?${ask}&facet=${facet}`),
        import('@/modules/taxonomy/ui/facet-answer'),
        loadChoices(),
      ])
      const found = readFacet(await response.json())
      if (asked.current !== ask) return
      setAnswer(found)
      setState('done')
    } catch {
      if (asked.current === ask) setState('failed')
    }
  }
  return { answer, state, load }
}
