import type { DivIcon, DivIconOptions, Map } from 'leaflet'
// From its source, part by part: the bundle brings popups, shapes and controls that no map of ours has, 19 kB compressed.
import { toLatLngBounds } from 'leaflet/src/geo/LatLngBounds.js'
import { layerGroup } from 'leaflet/src/layer/LayerGroup.js'
import { marker } from 'leaflet/src/layer/marker/Marker.js'
import { map as createMap } from 'leaflet/src/map/index.js'
import { wrapLongitude, type LonLat } from '@/core/mercator'
import { ArcLayer } from './arc-layer'
import { AreaLayer } from './area-layer'
import { ButtonIcon } from './button-icon'
import { GroundLayer } from './ground-layer'
import { LabelLayer } from './label-layer'
import type { MapPlace, MapView } from './map-view'
import { readPalette, watchTheme } from './palette'

export type PhoneRoom = readonly [top: number, right: number, bottom: number]

type MapOptions = {
  locale: string
  view: MapPlace
  isInteractive: boolean
  /** Turning the wheel zooms always, or only while the map has the focus (in a page that scrolls). */
  wheel: 'always' | 'focused'
  tileUrl: string | undefined
  regionCountries: readonly string[] | undefined
  probe: HTMLElement
  /** Pixels at the edges of a narrow map that lie under something else: what has to fit fits between. */
  phoneRoom: PhoneRoom
  onViewChange: (view: MapView) => void
  /** Its box has another size: what it shall show now, or null where it stays as it is. */
  placeInSize: () => MapPlace | null
  onPress: (at: LonLat) => void
}

/** A living map. Leaflet comes along, because its module needs a browser and may not be imported where pages are rendered. */
export type MountedMap = {
  map: Map
  leaflet: { layerGroup: typeof layerGroup; marker: typeof marker }
  areas: AreaLayer
  arcs: ArcLayer
  labels: LabelLayer
  createIcon: (options: DivIconOptions) => DivIcon
  /** Goes to a place, unless the map is there already. */
  show: (place: MapPlace) => void
  setGround: (locale: string, regionCountries: readonly string[] | undefined) => void
  viewNow: () => MapView
  remove: () => void
}

// Stacked as in LOOK §7: ground, data, names, and above them the marks (Leaflet's markerPane, 600).
const panes = { ground: '250', areas: '300', arcs: '350', labels: '380' }

/** Builds the map into `element` and keeps its colours in step with the theme. */
export function mountMap(element: HTMLElement, options: MapOptions): MountedMap {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const { isInteractive } = options
  let isGone = false
  const map = createMap(element, {
    ...{ zoomControl: false, attributionControl: false, worldCopyJump: true, zoomSnap: 0.5, wheelPxPerZoomLevel: 90 },
    ...{ minZoom: element.clientWidth < 700 ? 1 : 2, maxZoom: 14, maxBoundsViscosity: 1 },
    // The poles are the end of the map, the antimeridian is not.
    maxBounds: toLatLngBounds([-85.05, -3600], [85.05, 3600]),
    ...{ zoomAnimation: !isCalm, fadeAnimation: !isCalm, inertia: !isCalm, markerZoomAnimation: !isCalm },
    ...{ dragging: isInteractive, touchZoom: isInteractive, doubleClickZoom: isInteractive },
    ...{
      boxZoom: isInteractive,
      keyboard: isInteractive,
      scrollWheelZoom: isInteractive && options.wheel === 'always',
    },
  })
  for (const [name, zIndex] of Object.entries(panes)) {
    const pane = map.createPane(name)
    pane.style.zIndex = zIndex
    pane.style.pointerEvents = 'none'
  }
  const ground = new GroundLayer('ground')
  const areas = new AreaLayer('areas')
  const arcs = new ArcLayer('arcs')
  const labels = new LabelLayer('labels')
  const layers = [ground, areas, arcs, labels]
  let regionsNow = ''
  setGround(options.locale, options.regionCountries)
  if (options.tileUrl) {
    void addTiles(options.tileUrl)
    ground.isVeil = true
    labels.isOff = true
  }
  show(options.view, false)
  for (const layer of layers) layer.addTo(map)

  // Few operators have tiles of their own.
  async function addTiles(address: string): Promise<void> {
    const { tileLayer } = await import('leaflet/src/layer/tile/TileLayer.js')
    if (!isGone) tileLayer(address, { maxZoom: 19 }).addTo(map)
  }

  const paint = () => {
    const palette = readPalette(options.probe)
    for (const layer of layers) layer.setPalette(palette)
  }
  paint()
  const stopWatching = watchTheme(paint)
  const resize = new ResizeObserver(() => map.invalidateSize({ pan: false, debounceMoveend: true }))
  resize.observe(element)

  if (isInteractive && options.wheel === 'focused') {
    element.addEventListener('focusin', () => map.scrollWheelZoom.enable())
    element.addEventListener('pointerdown', () => map.scrollWheelZoom.enable())
    element.addEventListener('focusout', () => map.scrollWheelZoom.disable())
    element.addEventListener('pointerleave', () => map.scrollWheelZoom.disable())
  }
  let isResized = false
  map.on('resize', () => {
    isResized = true
  })
  // Whoever moves it meanwhile goes on from there.
  map.on('movestart', () => {
    isResized = false
  })
  map.on('moveend', () => {
    const place = isResized ? options.placeInSize() : null
    isResized = false
    if (place === null) options.onViewChange(viewNow())
    else show(place, false)
  })
  map.on('click', ({ latlng }) => options.onPress([wrapLongitude(latlng.lng), latlng.lat]))

  function show(place: MapPlace, isAnimated: boolean): void {
    const motion = isAnimated && !isCalm ? { animate: true, duration: 0.6 } : { animate: false }
    if ('bounds' in place) {
      const [west, south, east, north] = place.bounds
      const box = toLatLngBounds([south, west], [north, east < west ? east + 360 : east])
      const [top, right, bottom] = element.clientWidth < 600 ? options.phoneRoom : [0, 0, 0]
      map.fitBounds(box, {
        paddingTopLeft: [24, 24 + top],
        paddingBottomRight: [24 + right, 24 + bottom],
        maxZoom: 11,
        ...motion,
      })
    } else map.setView([place.center[1], place.center[0]], place.zoom, motion)
  }

  /** A view that came from the map's own report must not move it again. */
  function isAt(place: MapPlace): boolean {
    if ('bounds' in place) return false
    const now = viewNow()
    const isNear = (a: number, b: number) => Math.abs(a - b) * 2 ** place.zoom < 0.7
    return place.zoom === now.zoom && place.center.every((value, i) => isNear(value, now.center[i] ?? Infinity))
  }

  function setGround(locale: string, regionCountries: readonly string[] | undefined): void {
    if (labels.locale !== locale) {
      labels.locale = locale
      labels.redraw()
    }
    if (String(regionCountries) === regionsNow) return
    regionsNow = String(regionCountries)
    ground.regionCountries = regionCountries ? new Set(regionCountries) : null
    ground.redraw()
  }

  function viewNow(): MapView {
    const center = map.getCenter()
    const bounds = map.getBounds()
    const isWhole = bounds.getEast() - bounds.getWest() >= 360
    const [west, east] = isWhole ? [-180, 180] : [wrapLongitude(bounds.getWest()), wrapLongitude(bounds.getEast())]
    const [south, north] = [Math.max(-90, bounds.getSouth()), Math.min(90, bounds.getNorth())]
    return { center: [wrapLongitude(center.lng), center.lat], zoom: map.getZoom(), bounds: [west, south, east, north] }
  }

  return {
    ...{ map, leaflet: { layerGroup, marker }, areas, arcs, labels, setGround, viewNow },
    createIcon: (icon) => new ButtonIcon(icon),
    show: (place) => void (isAt(place) || show(place, true)),
    remove() {
      isGone = true
      stopWatching()
      resize.disconnect()
      // A change of size reports its move 200 ms later, to nobody if the map is gone.
      map.off('moveend')
      map.remove()
    },
  }
}
