'use client'

import { useMemo, type ReactNode } from 'react'
import { FacetContext, type FacetScope } from '@/modules/taxonomy/ui/facet-context'

/** Tells the filters in it what they share. */
export function FacetScopeOf({
  action,
  query,
  ask,
  plainHref,
  counted,
  children,
}: FacetScope & { children: ReactNode }) {
  const scope = useMemo(() => ({ action, query, ask, plainHref, counted }), [action, query, ask, plainHref, counted])
  return <FacetContext value={scope}>{children}</FacetContext>
}
