'use client'

import { lazy, Suspense, useEffect, useEffectEvent, useState, useTransition, type ReactNode } from 'react'
import type { Bbox } from '@/core/bbox'
import { bboxText, viewBox, widened } from '@/core/view-box'
import type { Cluster, Line } from '@/modules/map/map.schema'
import type { LineCentre } from '@/modules/map/ui/line-marks.client'
import type { LegendWords } from '@/modules/map/ui/map-legend'
import { MapPilot } from '@/modules/map/ui/map-pilot.client'
import type { Overview } from '@/modules/map/ui/overview-layers.client'
import type { MapAddress } from '@/modules/map/ui/use-address.client'
import { viewKey, ViewKeeper } from '@/modules/map/ui/view-keeper'
import { BaseMap } from '@/ui/base-map/base-map.client'
import { MapScale } from '@/ui/base-map/map-scale.client'
import type { MapLabels, MapPlace, MapView } from '@/ui/base-map/map-view'

// Come with Leaflet, after the page: the list is there first.
const loadLayers = () => import('@/modules/map/ui/stage-layers.client')
const StageLayers = lazy(async () => ({ default: (await loadLayers()).StageLayers }))

// Search and filters float over the top of a phone's map, the zoom over its right, the attribution over its bottom.
const phoneRoom = [80, 56, 24] as const

export type StageProps = {
  locale: string
  labels: MapLabels
  words: LegendWords
  /** What the address says of the view; null = everything, and then `extent` is shown. */
  view: { bbox: Bbox; zoom: number } | null
  place: MapPlace
  /** The box the list was made for, as text; empty = no box. */
  listBox: string
  /** Filters of the address as a query for `/api/map/actors`. */
  query: string
  order: readonly string[]
  /** The spot whose actors are listed, if one is. */
  spot: Bbox | null
  selection: { id: string; lines: readonly Line[]; centre: LineCentre | null } | null
  /** What is drawn instead of actors while nothing is selected. */
  overview: Overview | null
  tiles: { url: string; attribution: string } | null
}

type Seen = { zoom: number; box: string }
/** `whereKey`: what the address asked to see, `placeKey`: where that was. */
type Moved = { view: MapView; whereKey: string; placeKey: string; isTold: boolean }

/** The map beside the list: marks follow the view, the view follows the address, and the address follows both. */
export function MapStage({
  stage,
  address,
  tools,
  onSelect,
  onEnd,
  onOpen,
  wheel = 'always',
}: {
  stage: StageProps
  /** Told of every `stage` that comes from the server. */
  address: MapAddress
  tools: ReactNode
  /** Somebody chose a mark: the address to go to. */
  onSelect: (address: string) => void
  onEnd: (relations: readonly string[]) => void
  /** A flow or a region was pressed: the address of its records, with the language. Absent: the page goes there. */
  onOpen?: (href: string) => void
  /** Within a page that scrolls the wheel zooms once the map has the focus. */
  wheel?: 'always' | 'focused'
}) {
  const { locale, labels, words, view, place, listBox, query, order, spot, selection, overview, tiles } = stage
  const [isLoading, startLoading] = useTransition()
  const [keeper] = useState(() => new ViewKeeper())
  const [firstPlace] = useState(place)
  const [seen, setSeen] = useState<Seen | null>(null)
  // Where the map was moved to, from which place of the address, and whether the address was told.
  const [moved, setMoved] = useState<Moved | null>(null)
  const [flights, setFlights] = useState(0)
  const isList = selection === null
  useEffect(() => void loadLayers(), [])
  const asked = new URLSearchParams(query)
  if (seen !== null) {
    if (seen.box !== '') asked.set('bbox', seen.box)
    asked.set('zoom', String(seen.zoom))
  }
  const whereKey = viewKey(view) || `all ${selection?.id ?? ''}`
  const placeKey = view === null ? `${whereKey} ${JSON.stringify(place)}` : whereKey
  // Other years or another filter may show other parts of the world; who moves the map meanwhile stays where they are.
  const isKept = moved !== null && !moved.isTold && moved.whereKey === whereKey

  const write = (now: MapView, box: string) => {
    const bbox = viewBox(now)
    keeper.wrote(viewKey({ bbox, zoom: now.zoom }))
    const next = address.with({ bbox: bboxText(bbox), zoom: String(now.zoom), after: null })
    // The list is another one only when its box is; a list on its way is asked for again, or it would be lost.
    if (!isList || (box === listBox && !isLoading)) address.write(next, false)
    else startLoading(() => address.write(next, true))
  }
  const follow = (now: MapView, isOurs: boolean) => {
    const isEverything = isOurs && view === null
    const box = isEverything ? '' : bboxText(widened(viewBox(now), now.zoom))
    setSeen({ zoom: now.zoom, box })
    const isNew = !isEverything && viewKey({ bbox: viewBox(now), zoom: now.zoom }) !== viewKey(view)
    const isTold = isNew && address.waits() === 0
    setMoved(isNew ? { view: now, whereKey, placeKey, isTold } : null)
    if (isTold) write(now, box)
  }
  // What was pressed meanwhile has come, or never will: the address says again where the map is, unless everything was
  // asked for.
  const catchUp = useEffectEvent(() => {
    if (moved === null || address.waits() > 0) return
    if (!isKept && moved.placeKey !== placeKey && !keeper.isOwn(placeKey)) return
    const said = new URLSearchParams(address.with({}).split('?')[1])
    const bbox = viewBox(moved.view)
    if (said.get('bbox') === bboxText(bbox) && said.get('zoom') === String(moved.view.zoom)) return
    if (moved.isTold && !said.has('bbox')) {
      setMoved(null)
      setFlights(flights + 1)
    } else {
      setMoved({ ...moved, isTold: true })
      write(moved.view, bboxText(widened(bbox, moved.view.zoom)))
    }
  })
  useEffect(() => {
    const timer = setTimeout(() => catchUp(), address.waits())
    return () => clearTimeout(timer)
  }, [address, stage, moved])
  // Everything stays everything when the years or the list of a phone take room: nobody moved the map.
  const placeInSize = () => {
    if (view !== null || moved !== null) return null
    keeper.expectMove(performance.now())
    return place
  }
  const choose = (changes: Record<string, string>) => {
    keeper.forget()
    onSelect(address.with({ bbox: null, zoom: null, after: null, sort: null, ...changes }))
  }
  const showSpot = ({ bounds: [west, south, east, north] }: Cluster) => {
    const margin = 0.00005
    keeper.forget()
    onSelect(
      address.with({ after: null, here: bboxText([west - margin, south - margin, east + margin, north + margin]) }),
    )
  }

  return (
    <BaseMap
      className="h-full"
      locale={locale}
      labels={labels}
      view={firstPlace}
      wheel={wheel}
      phoneRoom={phoneRoom}
      {...(tiles && { tileUrl: tiles.url, tileAttribution: tiles.attribution })}
      tools={tools}
      toolsClassName="right-3 bottom-12 flex-row-reverse phone:top-4 phone:right-4 phone:bottom-auto phone:flex-col low:top-auto low:right-3 low:bottom-8 low:flex-row-reverse"
      onViewChange={(now) => follow(now, keeper.wasExpected(performance.now()))}
      placeInSize={placeInSize}
    >
      <MapPilot {...{ keeper, place, placeKey, flights, isKept }} onStart={(now) => follow(now, view === null)} />
      <Suspense fallback={null}>
        <StageLayers
          words={words}
          overview={overview}
          query={seen === null ? null : asked.toString()}
          order={order}
          spot={spot}
          selection={selection}
          zoom={seen?.zoom ?? 3}
          onActor={(actor) => choose({ actor })}
          onSpot={showSpot}
          onEnd={onEnd}
          onOpen={onOpen ?? ((href) => address.go(href, 'push'))}
        />
      </Suspense>
      {/* In the corner that legend and attribution leave free; on a phone over the zoom, where `phoneRoom` keeps data away. */}
      <MapScale className="right-3.5 bottom-36 z-10 phone:right-auto phone:bottom-2.5 phone:left-4 low:right-3.5 low:bottom-32 low:left-auto" />
    </BaseMap>
  )
}
