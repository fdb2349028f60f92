'use client'

import { useEffect, useRef } from 'react'
import type { Arc } from './arc'
import { useMountedMap } from './map-context'

type MapArcsProps = {
  arcs: readonly Arc[]
  /** What the lines belong to: when it changes they draw themselves once; other changes (a year) show at once. */
  subject: string
  /** Ids of the lines under the pointer or focus, here or in the list; null = none is. */
  lit?: ReadonlySet<string> | null
}

const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Lines of relations on the map around it. */
export function MapArcs({ arcs, subject, lit = null }: MapArcsProps) {
  const mounted = useMountedMap()
  const drawn = useRef<string | null>(null)

  useEffect(() => {
    if (!mounted) return
    mounted.arcs.setArcs(arcs, drawn.current !== subject && !isCalm())
    drawn.current = subject
  }, [mounted, arcs, subject])

  useEffect(() => mounted?.arcs.setLit(lit), [mounted, lit])

  useEffect(() => () => mounted?.arcs.setArcs([], false), [mounted])
  return null
}
