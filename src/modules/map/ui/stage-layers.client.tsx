'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import type { Bbox } from '@/core/bbox'
import type { ActorMapAnswer, Cluster, Line } from '@/modules/map/map.schema'
import { ActorMarks } from '@/modules/map/ui/actor-marks.client'
import type { LineCentre } from '@/modules/map/ui/line-marks.client'
import { type LegendWords, MapLegend } from '@/modules/map/ui/map-legend'
import type { Overview } from '@/modules/map/ui/overview-layers.client'
import { useActorMap } from '@/modules/map/ui/use-actor-map.client'

const noLines: readonly Line[] = []
const noFeatures: ActorMapAnswer['features'] = []

const OverviewLayers = lazy(async () => ({
  default: (await import('@/modules/map/ui/overview-layers.client')).OverviewLayers,
}))
const LineMarks = lazy(async () => ({ default: (await import('@/modules/map/ui/line-marks.client')).LineMarks }))

type StageLayersProps = {
  words: LegendWords
  overview: Overview | null
  /** What to ask the door for; null before the map stands. */
  query: string | null
  order: readonly string[]
  spot: Bbox | null
  selection: { id: string; lines: readonly Line[]; centre: LineCentre | null } | null
  zoom: number
  onActor: (slug: string) => void
  onSpot: (cluster: Cluster) => void
  onEnd: (relations: readonly string[]) => void
  /** A flow or a region was pressed: the address of its records. */
  onOpen: (href: string) => void
}

/** What is drawn on the map: actors, or the lines of what is selected; and the legend of either. Loaded with the map. */
export function StageLayers({ words, overview, query, order, spot, selection, zoom, ...on }: StageLayersProps) {
  const { onActor, onSpot, onEnd, onOpen } = on
  const { answer, isLost, again } = useActorMap(selection === null && overview === null ? query : null)
  const features = answer?.features ?? noFeatures
  if (selection === null && overview !== null)
    return (
      <Suspense fallback={null}>
        <OverviewLayers overview={overview} zoom={zoom} onOpen={onOpen} />
      </Suspense>
    )
  return (
    <>
      <Lost isLost={isLost} onAgain={again} />
      {selection === null ? (
        <ActorMarks features={features} order={order} spot={spot} onActor={onActor} onSpot={onSpot} />
      ) : (
        <Suspense fallback={null}>
          <LineMarks
            key={selection.id}
            lines={selection.lines}
            subject={selection.id}
            centre={selection.centre}
            zoom={zoom}
            onEnd={onEnd}
          />
        </Suspense>
      )}
      <MapLegend words={words} features={selection === null ? features : null} lines={selection?.lines ?? noLines} />
    </>
  )
}

/** Says that no answer came; the old marks stay under it. */
function Lost({ isLost, onAgain }: { isLost: boolean; onAgain: () => void }) {
  const t = useTranslations('map.mark')
  return (
    <div role="status" className="absolute inset-x-3 top-1/2 z-20 mx-auto w-fit max-w-[22rem]">
      {isLost && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg bg-sheet px-4 py-2.5 shadow-float">
          <p>{t('lost')}</p>
          <button type="button" onClick={onAgain} className="min-h-8 font-strong text-link underline">
            {t('again')}
          </button>
        </div>
      )}
    </div>
  )
}
