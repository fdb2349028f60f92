'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import { useMountedMap } from '@/ui/base-map/map-context'
import type { MapPlace, MapView } from '@/ui/base-map/map-view'
import type { ViewKeeper } from './view-keeper'

type MapPilotProps = {
  keeper: ViewKeeper
  /** Where the address wants the map, and the key of the view it names. */
  place: MapPlace
  placeKey: string
  /** How often it was called back there, though the address did not change for it. */
  flights: number
  /** The reader has moved the map since, and it is to stay. */
  isKept: boolean
  /** Where the map stands when it has come. */
  onStart: (view: MapView) => void
}

/** Takes the map to where the address points, unless the map itself wrote it there. */
export function MapPilot({ keeper, place, placeKey, flights, isKept, onStart }: MapPilotProps) {
  const mounted = useMountedMap()
  const flown = useRef(`${flights} ${placeKey}`)
  const start = useEffectEvent((view: MapView) => onStart(view))
  const fly = useEffectEvent(() => {
    if (isKept || keeper.isOwn(placeKey)) return
    keeper.expectMove(performance.now())
    mounted?.show(place)
  })

  useEffect(() => {
    if (mounted) start(mounted.viewNow())
  }, [mounted])

  useEffect(() => {
    const flight = `${flights} ${placeKey}`
    if (!mounted || flown.current === flight) return
    flown.current = flight
    fly()
  }, [mounted, placeKey, flights])

  return null
}
