'use client'

import { useRouter } from 'next/navigation'
import { lazy, Suspense, useEffect, useEffectEvent, useState, useTransition, type ReactNode } from 'react'
import type { Bbox } from '@/core/bbox'
import { bboxText, viewBox, widened } from '@/core/view-box'
import type { Cluster, Line } from '@/modules/map/map.schema'
import type { LineCentre } from '@/modules/map/ui/line-marks.client'
import type { LegendWords } from '@/modules/map/ui/map-legend'
import { MapPilot } from '@/modules/map/ui/map-pilot.client'
import type { Overview } from '@/modules/map/ui/overview-layers.client'
import { viewKey, ViewKeeper } from '@/modules/map/ui/view-keeper'
import { BaseMap } from '@/ui/base-map/base-map.client'
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

/** How soon to look again whether the page that was asked for has come. */
const againMs = 400

/** Changes the parameters of the present address: null takes away. */
const addressNow = (changes: Record<string, string | null>): string => {
  const { pathname, search } = window.location
  const params = new URLSearchParams(search)
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) params.delete(key)
    else params.set(key, value)
  }
  const query = params.toString()
  return query === '' ? pathname : `${pathname}?${query}`
}

/** The map beside the list: marks follow the view, the view follows the address, and the address follows both. */
export function MapStage({
  stage,
  tools,
  onSelect,
  onEnd,
  isLeaving = () => false,
  onOpen,
  wheel = 'always',
}: {
  stage: StageProps
  tools: ReactNode
  /** Somebody chose a mark: the address to go to. */
  onSelect: (address: string) => void
  onEnd: (relations: readonly string[]) => void
  /** Was something pressed just now that leads elsewhere? */
  isLeaving?: () => boolean
  /** A flow or a region was pressed: the address of its records, with the language. Absent: the page goes there. */
  onOpen?: (href: string) => void
  /** Within a page that scrolls the wheel zooms once the map has the focus. */
  wheel?: 'always' | 'focused'
}) {
  const { locale, labels, words, view, place, listBox, query, order, spot, selection, overview, tiles } = stage
  const router = useRouter()
  const [isLoading, startLoading] = useTransition()
  const [keeper] = useState(() => new ViewKeeper())
  const [firstPlace] = useState(place)
  const [seen, setSeen] = useState<Seen | null>(null)
  // What the address does not say yet, because another one was on its way.
  const [owed, setOwed] = useState<MapView | null>(null)
  const isList = selection === null
  useEffect(() => void loadLayers(), [])
  const asked = new URLSearchParams(query)
  if (seen !== null) {
    if (seen.box !== '') asked.set('bbox', seen.box)
    asked.set('zoom', String(seen.zoom))
  }
  const placeKey = viewKey(view) || `all ${JSON.stringify(place)}`

  const follow = (now: MapView, isOurs: boolean) => {
    const bbox = viewBox(now)
    const isEverything = isOurs && view === null
    const box = isEverything ? '' : bboxText(widened(bbox, now.zoom))
    setSeen({ zoom: now.zoom, box })
    const key = viewKey({ bbox, zoom: now.zoom })
    const isNew = !isEverything && key !== viewKey(view)
    setOwed(isNew && isLeaving() ? { ...now } : null)
    if (!isNew || isLeaving()) return
    keeper.wrote(key)
    const address = addressNow({ bbox: bboxText(bbox), zoom: String(now.zoom), after: null })
    // The list is another one only when its box is; a list on its way is asked for again, or it would be lost.
    if (!isList || (box === listBox && !isLoading)) window.history.replaceState(null, '', address)
    else startLoading(() => router.replace(address, { scroll: false }))
  }
  const catchUp = useEffectEvent(() => owed !== null && follow(owed, false))
  useEffect(() => {
    if (owed === null) return
    const timer = setTimeout(() => catchUp(), againMs)
    return () => clearTimeout(timer)
  }, [owed])
  const choose = (changes: Record<string, string>) => {
    keeper.forget()
    onSelect(addressNow({ bbox: null, zoom: null, after: null, sort: null, ...changes }))
  }
  const showSpot = ({ bounds: [west, south, east, north] }: Cluster) => {
    const margin = 0.00005
    keeper.forget()
    onSelect(
      addressNow({ after: null, here: bboxText([west - margin, south - margin, east + margin, north + margin]) }),
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
    >
      <MapPilot keeper={keeper} place={place} placeKey={placeKey} onStart={(now) => follow(now, view === null)} />
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
          onOpen={onOpen ?? ((href) => router.push(href))}
        />
      </Suspense>
    </BaseMap>
  )
}
