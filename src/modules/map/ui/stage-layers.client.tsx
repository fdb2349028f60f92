'use client'

import type { Bbox } from '@/core/bbox'
import type { ActorMapAnswer, Cluster, Line } from '@/modules/map/map.schema'
import { ActorMarks } from '@/modules/map/ui/actor-marks.client'
import { type LineCentre, LineMarks } from '@/modules/map/ui/line-marks.client'
import { type LegendWords, MapLegend } from '@/modules/map/ui/map-legend'
import { useActorMap } from '@/modules/map/ui/use-actor-map.client'

const noLines: readonly Line[] = []
const noFeatures: ActorMapAnswer['features'] = []

type StageLayersProps = {
  words: LegendWords
  /** What to ask the door for; null before the map stands. */
  query: string | null
  order: readonly string[]
  spot: Bbox | null
  selection: { id: string; lines: readonly Line[]; centre: LineCentre | null } | null
  zoom: number
  onActor: (slug: string) => void
  onSpot: (cluster: Cluster) => void
  onEnd: (relations: readonly string[]) => void
}

/** What is drawn on the map: actors, or the lines of what is selected; and the legend of either. Loaded with the map. */
export function StageLayers({ words, query, order, spot, selection, zoom, onActor, onSpot, onEnd }: StageLayersProps) {
  const answer = useActorMap(selection === null ? query : null)
  const features = answer?.features ?? noFeatures
  return (
    <>
      {selection === null ? (
        <ActorMarks features={features} order={order} spot={spot} onActor={onActor} onSpot={onSpot} />
      ) : (
        <LineMarks
          key={selection.id}
          lines={selection.lines}
          subject={selection.id}
          centre={selection.centre}
          zoom={zoom}
          onEnd={onEnd}
        />
      )}
      <MapLegend words={words} features={selection === null ? features : null} lines={selection?.lines ?? noLines} />
    </>
  )
}
