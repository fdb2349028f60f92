'use client'

import { useMemo } from 'react'
import type { LonLat } from '@/core/mercator'
import { nothingLit, useLit } from '@/modules/map/ui/lit-context'
import { valuesWithRoom } from '@/modules/map/ui/value-room'
import { MapAreas } from '@/ui/base-map/map-areas.client'
import type { MapMark } from '@/ui/base-map/map-mark'
import { MapMarks } from '@/ui/base-map/map-marks.client'

/** A region in view as the map names it, in the reader's words. */
type ShownRegion = { code: string; at: LonLat; name: string; value: string; href: string }

export type ShownAreas = {
  /** File of the outlines, in public/base. */
  file: string
  steps: readonly (readonly [code: string, step: number | null])[]
  /** Those with a mark: the rows of the list. */
  regions: readonly ShownRegion[]
  /** Others that may be seen: over the number of rows, or with their middle beyond the edge. */
  others: readonly Omit<ShownRegion, 'value'>[]
}

/** Countries or regions filled by class, with their values where there is room: the way to their records. */
export function RegionMarks({
  areas: { file, steps, regions, others },
  zoom,
  onOpen,
}: {
  areas: ShownAreas
  zoom: number
  onOpen: (href: string) => void
}) {
  const { lit, light } = useLit()
  const areas = useMemo(() => ({ file, steps: new Map(steps) }), [file, steps])
  const withRoom = useMemo(() => valuesWithRoom(regions, zoom), [regions, zoom])
  const byCode = useMemo(() => new Map([...others, ...regions].map((one) => [one.code, one])), [regions, others])
  const [litCode = null] = lit.ids
  const litRegion = litCode === null ? undefined : byCode.get(litCode)
  const open = (code: string) => {
    const region = byCode.get(code)
    if (region !== undefined) onOpen(region.href)
  }
  const point = (code: string | null) =>
    light(code === null ? nothingLit : { ids: new Set([code]), at: null, box: null })
  const marks = regions.map(({ code: id, at, name, value }): MapMark => {
    const isLit = id === litCode
    const hasRoom = withRoom.has(id)
    return {
      ...{ id, at, name, size: 26, isUnderHand: !hasRoom },
      // The surface says that there is something, and is pressed.
      content: (hasRoom || isLit) && (
        <span
          className={`absolute inset-0 grid place-items-center text-xs font-strong whitespace-nowrap text-ink tabular-nums [paint-order:stroke] [-webkit-text-stroke:3.5px_var(--color-map-land)] ${
            isLit ? 'z-1' : ''
          }`}
        >
          {value}
        </span>
      ),
      importance: isLit ? 1e9 : 1,
    }
  })
  return (
    <>
      <MapAreas
        areas={areas}
        lit={litCode}
        tip={litRegion === undefined ? null : { text: litRegion.name, at: litRegion.at }}
        onPress={open}
        onPoint={point}
      />
      <MapMarks marks={marks} onPress={open} onPoint={point} />
    </>
  )
}
