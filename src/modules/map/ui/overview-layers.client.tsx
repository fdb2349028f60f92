'use client'

import { FlowMarks, type ShownFlow } from '@/modules/map/ui/flow-marks.client'
import { RegionMarks, type ShownAreas } from '@/modules/map/ui/region-marks.client'
import { ValueLegend, type ValueLegendWords } from '@/modules/map/ui/value-legend'

/** Drawn instead of actors while nothing is selected. */
export type Overview = { legend: ValueLegendWords } & (
  { kind: 'flows'; flows: readonly ShownFlow[] } | { kind: 'regions'; areas: ShownAreas }
)

/** Flows or coloured regions with their legend. */
export function OverviewLayers({
  overview,
  zoom,
  onOpen,
}: {
  overview: Overview
  zoom: number
  onOpen: (href: string) => void
}) {
  return (
    <>
      {overview.kind === 'flows' ? (
        <FlowMarks flows={overview.flows} zoom={zoom} onOpen={onOpen} />
      ) : (
        <RegionMarks areas={overview.areas} zoom={zoom} onOpen={onOpen} />
      )}
      <ValueLegend words={overview.legend} />
    </>
  )
}
