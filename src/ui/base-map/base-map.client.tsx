'use client'

import { Minus, Plus } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useRef, useState, type ReactNode } from 'react'
import type { LonLat } from '@/core/mercator'
import { MapContext } from './map-context'
import type { MapLabels, MapPlace, MapView } from './map-view'
import type { MountedMap, PhoneRoom } from './mount-map'

const credits = '© EuroGeographics for the administrative boundaries · GeoNames · Natural Earth'

const noRoom = [0, 0, 0] as const

type BaseMapProps = {
  /** One of the five languages, for the names on the ground. */
  locale: string
  labels: MapLabels
  /** Where the map stands; when it changes from outside, the map goes there. */
  view: MapPlace
  /** What is drawn on the map: MapArcs, MapMarks, or a part of one's own by useMountedMap. */
  children?: ReactNode
  /** After every move, also the map's own. */
  onViewChange?: (view: MapView) => void
  /** The box of the map has another size: what it shall show now (reported as a move), or null where it stays as it is. */
  placeInSize?: () => MapPlace | null
  /** Somebody pressed the ground: degrees. */
  onPress?: (at: LonLat) => void
  className?: string
  /** Buttons under those of the zoom, and where the column stands. */
  tools?: ReactNode
  toolsClassName?: string
  /** Pixels at the edges of a narrow map that lie under something else (a search field over it). */
  phoneRoom?: PhoneRoom
  /** False for a map that is only looked at. */
  interactive?: boolean
  wheel?: 'always' | 'focused'
  /** ISO codes: below zoom 6 only these countries' regions are drawn. */
  regionCountries?: readonly string[]
  /** The operator's raster tiles (MAP_TILE_URL) instead of the ground of our own, with their attribution. */
  tileUrl?: string
  tileAttribution?: string
}

/** The map all maps stand on. It fills its box; Leaflet loads in the browser only, so this may be rendered anywhere. */
export function BaseMap({
  locale,
  labels,
  view,
  children,
  onViewChange,
  placeInSize,
  onPress,
  className = '',
  tools,
  toolsClassName = 'top-4 right-4 flex-col',
  phoneRoom = noRoom,
  interactive = true,
  wheel = 'focused',
  regionCountries,
  tileUrl,
  tileAttribution,
}: BaseMapProps) {
  const element = useRef<HTMLDivElement>(null)
  const probe = useRef<HTMLSpanElement>(null)
  const [mounted, setMounted] = useState<MountedMap | null>(null)
  const helpId = useId()
  const reportView = useEffectEvent((now: MapView) => onViewChange?.(now))
  const askPlace = useEffectEvent(() => placeInSize?.() ?? null)
  const reportPress = useEffectEvent((at: LonLat) => onPress?.(at))
  const start = useEffectEvent(
    (place: HTMLElement, colors: HTMLElement, mountMap: typeof import('./mount-map').mountMap) =>
      mountMap(place, {
        ...{ locale, view, wheel, phoneRoom, tileUrl, regionCountries, probe: colors, isInteractive: interactive },
        onViewChange: (now) => reportView(now),
        placeInSize: () => askPlace(),
        onPress: (at) => reportPress(at),
      }),
  )

  // Leaflet is a widget of somebody else's: it is mounted once, and told of changes below.
  useEffect(() => {
    let map: MountedMap | null = null
    let isGone = false
    void import('./mount-map').then(({ mountMap }) => {
      if (isGone || !element.current || !probe.current) return
      map = start(element.current, probe.current, mountMap)
      setMounted(map)
    })
    return () => {
      isGone = true
      setMounted(null)
      map?.remove()
    }
  }, [tileUrl, interactive, wheel])

  const wanted = JSON.stringify(view)
  const shown = useRef(wanted)
  const goTo = useEffectEvent(() => mounted?.show(view))
  useEffect(() => {
    if (!mounted || shown.current === wanted) return
    shown.current = wanted
    goTo()
  }, [mounted, wanted])

  const regions = regionCountries?.join()
  useEffect(() => mounted?.setGround(locale, regions?.split(',')), [mounted, locale, regions])

  return (
    <section aria-label={labels.map} className={`relative isolate overflow-hidden bg-map-water ${className}`}>
      {interactive ? (
        <>
          <p id={helpId} className="sr-only">
            {labels.keyboard}
          </p>
          <div data-screen-only className={`absolute z-10 flex items-end gap-2 ${toolsClassName}`}>
            <div className="grid overflow-hidden rounded-lg bg-sheet shadow-float">
              <ZoomButton label={labels.zoomIn} onPress={() => mounted?.map.zoomIn(1)} className="border-b border-rule">
                <Plus aria-hidden className="size-5" />
              </ZoomButton>
              <ZoomButton label={labels.zoomOut} onPress={() => mounted?.map.zoomOut(1)}>
                <Minus aria-hidden className="size-5" />
              </ZoomButton>
            </div>
            {tools}
          </div>
        </>
      ) : null}
      <div
        ref={element}
        role="group"
        aria-label={labels.map}
        aria-describedby={interactive ? helpId : undefined}
        className="absolute inset-0 isolate bg-map-water font-sans focus-visible:-outline-offset-4"
      />
      <span ref={probe} hidden />
      <p className="pointer-events-none absolute right-0 bottom-0 z-10 max-w-full bg-map-land/90 px-2 py-0.5 text-right text-[12px] text-ink-2">
        {tileUrl ? (tileAttribution ?? '') : credits}
      </p>
      <MapContext value={mounted}>{mounted ? children : null}</MapContext>
    </section>
  )
}

type ZoomButtonProps = { label: string; onPress: () => void; className?: string; children: ReactNode }

function ZoomButton({ label, onPress, className = '', children }: ZoomButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className={`grid size-11 place-items-center text-ink hover:bg-sunk focus-visible:-outline-offset-3 ${className}`}
    >
      {children}
    </button>
  )
}
