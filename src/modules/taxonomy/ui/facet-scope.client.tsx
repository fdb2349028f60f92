'use client'

import { useMemo, type ReactNode } from 'react'
import { FacetContext, type FacetScope } from '@/modules/taxonomy/ui/facet-context'

/** Tells the filters in it what they share. */
export function FacetScopeOf({ action, query, ask, plainHref, children }: FacetScope & { children: ReactNode }) {
  const scope = useMemo(() => ({ action, query, ask, plainHref }), [action, query, ask, plainHref])
  return <FacetContext value={scope}>{children}</FacetContext>
}
