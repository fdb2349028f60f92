'use client'

import { useLocale } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { distanceKm } from '@/core/arc'
import { roundLength } from '@/core/round-length'
import { useMountedMap } from './map-context'

/** How long the bar is at most, in pixels. */
const longest = 80

/** A bar of a round length, true at the middle of the map. It says nothing to who does not see the map. */
export function MapScale({ className }: { className: string }) {
  const map = useMountedMap()?.map
  const locale = useLocale()
  const metres = useSyncExternalStore(
    (onMove) => {
      map?.on('move zoomend', onMove)
      return () => map?.off('move zoomend', onMove)
    },
    // Three digits: what is moved by a hair is not drawn again.
    () => (map === undefined ? 0 : Number(metresOfPixel(map.getCenter().lat, map.getZoom()).toPrecision(3))),
    () => 0,
  )
  if (metres === 0) return null
  const length = roundLength(longest * metres)
  const long = Math.round(length / metres)
  const bar = `M2 16v6h${long}v-6`
  const [unit, value] = length < 1000 ? (['meter', length] as const) : (['kilometer', length / 1000] as const)
  return (
    <svg
      aria-hidden
      width={long + 4}
      height="24"
      className={`pointer-events-none absolute overflow-visible fill-none ${className}`}
    >
      <path d={bar} className="stroke-map-land" strokeWidth="4.5" strokeLinecap="round" />
      <path d={bar} className="stroke-ink" strokeWidth="1.5" />
      <text
        x={long / 2 + 2}
        y="12"
        textAnchor="middle"
        strokeWidth="3"
        className="fill-ink stroke-map-land text-[12px] [paint-order:stroke]"
      >
        {new Intl.NumberFormat(locale, { style: 'unit', unit }).format(value)}
      </text>
    </svg>
  )
}

/** Metres from one pixel to the next at this latitude: Web Mercator is 256 pixels wide at zoom 0. */
const metresOfPixel = (latitude: number, zoom: number): number =>
  (distanceKm([0, latitude], [1, latitude]) * 1000 * 360) / (256 * 2 ** zoom)
