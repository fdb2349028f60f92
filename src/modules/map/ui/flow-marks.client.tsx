'use client'

import { useMemo } from 'react'
import type { LonLat } from '@/core/mercator'
import { EndMark } from '@/modules/map/ui/end-mark'
import { flowMiddle } from '@/modules/map/ui/flow-middle'
import { crowdedPlaces } from '@/modules/map/ui/line-ends'
import { nothingLit, useLit } from '@/modules/map/ui/lit-context'
import { widthAt } from '@/modules/map/width.schema'
import type { RelationGroup, RelationState } from '@/modules/taxonomy/taxonomy.schema'
import type { Arc } from '@/ui/base-map/arc'
import { MapArcs } from '@/ui/base-map/map-arcs.client'
import type { MapMark } from '@/ui/base-map/map-mark'
import { useMountedMap } from '@/ui/base-map/map-context'
import { MapMarks } from '@/ui/base-map/map-marks.client'

/** A flow as the map draws it, in the reader's words. */
export type ShownFlow = {
  id: string
  from: LonLat
  to: LonLat
  group: RelationGroup
  state: RelationState
  count: number
  /** Its class of width, from 0. */
  step: number
  hasArrow: boolean
  name: string
  places: string
  href: string
}

/** Flows as great circles, and in the middle of what is seen of each a ring with the icon of its group: the way to its records. */
export function FlowMarks({
  flows,
  zoom,
  onOpen,
}: {
  flows: readonly ShownFlow[]
  zoom: number
  onOpen: (href: string) => void
}) {
  const { lit, light } = useLit()
  const arcs = useMemo(
    () => flows.map(({ step, ...flow }): Arc => ({ ...flow, width: widthAt(step), isFlow: true })),
    [flows],
  )
  const mounted = useMountedMap()
  // The zoom comes anew with every move.
  const view = mounted?.viewNow().bounds ?? null
  const middles = flows.map((flow) => ({ ...flow, at: flowMiddle(flow.from, flow.to, view) }))
  const crowded = crowdedPlaces(middles, null, zoom)
  const litFlows = useMemo(() => {
    const ids = flows.filter(({ id }) => lit.ids.has(id)).map(({ id }) => id)
    return ids.length > 0 ? new Set(ids) : null
  }, [flows, lit])

  const marks = middles.map(({ id, at, group, name, places, count }): MapMark => {
    const isLit = lit.ids.has(id)
    const isCrowded = crowded.has(id) && !isLit
    return {
      ...{ id, at, name, size: isCrowded ? 10 : 22 },
      content: <EndMark group={group} isCrowded={isCrowded} isLit={isLit} />,
      ...(isLit ? { label: places, note: String(count) } : isCrowded ? {} : { label: String(count) }),
      importance: isLit ? 1e9 : count,
    }
  })
  return (
    <>
      <MapArcs arcs={arcs} subject="flows" lit={litFlows} />
      <MapMarks
        marks={marks}
        onPress={(id) => {
          const flow = flows.find((one) => one.id === id)
          if (flow !== undefined) onOpen(flow.href)
        }}
        onPoint={(id) => light(id === null ? nothingLit : { ids: new Set([id]), at: null, box: null })}
      />
    </>
  )
}
