'use client'

import { useEffect } from 'react'
import type { Areas } from './area-layer'
import { useMountedMap } from './map-context'

/** Countries or regions filled on the map around it. `lit`: the code under the pointer or focus, here or in the list. */
export function MapAreas({ areas, lit }: { areas: Areas; lit: string | null }) {
  const mounted = useMountedMap()
  useEffect(() => mounted?.areas.setAreas(areas), [mounted, areas])
  useEffect(() => mounted?.areas.setLit(lit), [mounted, lit])
  useEffect(
    () => () => {
      mounted?.areas.setAreas(null)
      mounted?.areas.setLit(null)
    },
    [mounted],
  )
  return null
}
