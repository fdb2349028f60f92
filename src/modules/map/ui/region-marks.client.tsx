'use client'

import { useMemo } from 'react'
import type { LonLat } from '@/core/mercator'
import { crowdedPlaces } from '@/modules/map/ui/line-ends'
import { nothingLit, useLit } from '@/modules/map/ui/lit-context'
import { MapAreas } from '@/ui/base-map/map-areas.client'
import type { MapMark } from '@/ui/base-map/map-mark'
import { MapMarks } from '@/ui/base-map/map-marks.client'

/** A region in view as the map names it, in the reader's words. */
export type ShownRegion = { code: string; at: LonLat; name: string; value: string; href: string }

export type ShownAreas = {
  /** File of the outlines, in public/base. */
  file: string
  steps: readonly (readonly [code: string, step: number | null])[]
  regions: readonly ShownRegion[]
}

/** Countries or regions filled by class, with their values where there is room: the way to their records. */
export function RegionMarks({
  areas: { file, steps, regions },
  zoom,
  onOpen,
}: {
  areas: ShownAreas
  zoom: number
  onOpen: (href: string) => void
}) {
  const { lit, light } = useLit()
  const areas = useMemo(() => ({ file, steps: new Map(steps) }), [file, steps])
  const places = useMemo(() => regions.map(({ code: id, at }) => ({ id, at })), [regions])
  const crowded = useMemo(() => crowdedPlaces(places, null, zoom, 44), [places, zoom])
  const [litCode = null] = lit.ids
  const marks = regions.map(({ code: id, at, name, value }): MapMark => {
    const isLit = id === litCode
    const isSmall = crowded.has(id) && !isLit
    return {
      ...{ id, at, name, size: isSmall ? 6 : 26 },
      content: isSmall ? (
        <span className="absolute inset-0 grid place-items-center">
          <span className="size-1 rounded-full bg-ink-2" />
        </span>
      ) : (
        <span
          className={`absolute inset-0 grid place-items-center text-xs font-strong whitespace-nowrap text-ink tabular-nums [paint-order:stroke] [-webkit-text-stroke:3.5px_var(--color-map-land)] ${
            isLit ? 'z-1' : ''
          }`}
        >
          {value}
        </span>
      ),
      ...(isLit && { label: name }),
      importance: isLit ? 1e9 : 1,
    }
  })
  return (
    <>
      <MapAreas areas={areas} lit={litCode} />
      <MapMarks
        marks={marks}
        onPress={(id) => {
          const region = regions.find(({ code }) => code === id)
          if (region !== undefined) onOpen(region.href)
        }}
        onPoint={(id) => light(id === null ? nothingLit : { ids: new Set([id]), at: null, box: null })}
      />
    </>
  )
}
