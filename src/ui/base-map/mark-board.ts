import type { LayerGroup, Marker } from 'leaflet'
import { placeNames, type LabelSide } from './label-placing'
import type { MapMark } from './map-mark'
import type { MountedMap } from './mount-map'

/** Where React puts what it draws: the button of each mark, and the side of its name (none: no room). */
type BoardState = { buttons: ReadonlyMap<string, HTMLElement>; sides: ReadonlyMap<string, LabelSide> }
type MarkHandlers = { onPress: (id: string) => void; onPoint: (id: string | null) => void }

const nothing: BoardState = { buttons: new Map(), sides: new Map() }
const leastSide = 26
/** From this importance on a mark is looked at just now. */
const looked = 1e6

/**
 * What is selected lies on top; small rings never cover an icon. Within each by latitude. What is looked at is not raised:
 * its neighbours are it as well, and would take the press of a thumb from it.
 */
const layerOf = ({ isPressed, size }: MapMark): number => (isPressed ? 20_000 : size < 20 ? 0 : 10_000)

/** Leaflet's side of the marks: one button each, in the given order, in the copy of the world nearest the middle. */
export class MarkBoard {
  #state = nothing
  #listeners = new Set<() => void>()
  #markers = new Map<string, { marker: Marker; button: HTMLElement; place: string }>()
  #marks: readonly MapMark[] = []
  #mounted: MountedMap | null = null
  #group: LayerGroup | null = null
  #handlers: MarkHandlers | null = null

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  readonly getState = () => this.#state
  readonly getEmptyState = () => nothing

  attach(mounted: MountedMap, handlers: MarkHandlers): () => void {
    this.#mounted = mounted
    this.#handlers = handlers
    this.#group = mounted.leaflet.layerGroup().addTo(mounted.map)
    const settle = () => this.#settle()
    mounted.map.on('moveend', settle)
    this.show(this.#marks)
    return () => {
      mounted.map.off('moveend', settle)
      this.#group?.remove()
      this.#mounted = this.#group = this.#handlers = null
      this.#markers.clear()
      this.#publish(nothing)
    }
  }

  /** Shows these marks; those that stay where they are keep their button, and with it the focus. */
  show(marks: readonly MapMark[]): void {
    this.#marks = marks
    if (!this.#group) return
    const left = this.#focused()
    const wanted = new Map(marks.map((mark) => [mark.id, placeOf(mark)]))
    for (const [id, { marker, place }] of this.#markers)
      if (wanted.get(id) !== place) {
        marker.remove()
        this.#markers.delete(id)
      }
    for (const mark of marks) {
      if (!this.#markers.has(mark.id)) this.#add(mark)
      const { marker, button } = this.#markers.get(mark.id) ?? {}
      marker?.setZIndexOffset(layerOf(mark))
      if (button) button.style.pointerEvents = mark.isUnderHand ? 'none' : ''
      button?.setAttribute('aria-label', mark.name)
      if (mark.isPressed === undefined) button?.removeAttribute('aria-pressed')
      else button?.setAttribute('aria-pressed', String(mark.isPressed))
    }
    this.#order()
    this.#settle()
    if (left?.button.isConnected === false) this.#focusNear(left.marker)
  }

  /** The mark that somebody came to by keyboard. */
  #focused() {
    return [...this.#markers.values()].find(({ button }) => button.matches(':focus-visible'))
  }

  /** A mark with the focus is gone (a cluster that opened): the focus goes on to what is now nearest to its place. */
  #focusNear(gone: Marker): void {
    const map = this.#mounted?.map
    if (!map) return
    const place = map.latLngToContainerPoint(gone.getLatLng())
    const far = ({ marker }: { marker: Marker }) => map.latLngToContainerPoint(marker.getLatLng()).distanceTo(place)
    const [nearest] = [...this.#markers.values()].sort((a, b) => far(a) - far(b))
    ;(nearest?.button ?? map.getContainer()).focus({ preventScroll: true })
  }

  #add(mark: MapMark): void {
    if (!this.#mounted || !this.#group) return
    const { leaflet, map, createIcon } = this.#mounted
    const side = Math.max(leastSide, mark.size)
    const icon = createIcon({ className: 'rounded-full focus-visible:z-[99999]!', iconSize: [side, side] })
    const [lon, lat] = mark.at
    const marker = leaflet
      .marker([lat, lon], { icon, keyboard: false, riseOnHover: true, riseOffset: 20_000 })
      .addTo(this.#group)
    const button = marker.getElement()
    if (!button) return
    const { id } = mark
    button.addEventListener('click', (event) => {
      event.stopPropagation()
      this.#handlers?.onPress(id)
    })
    button.addEventListener('focus', () => {
      this.#handlers?.onPoint(id)
      if (!map.getBounds().contains(marker.getLatLng())) map.panTo(marker.getLatLng(), { animate: false })
    })
    button.addEventListener('blur', () => this.#handlers?.onPoint(null))
    button.addEventListener('pointerenter', () => this.#handlers?.onPoint(id))
    button.addEventListener('pointerleave', () => this.#handlers?.onPoint(null))
    this.#markers.set(id, { marker, button, place: placeOf(mark) })
  }

  /** Tab follows the document: put the buttons in the order of the list, moving only those that stand wrong. */
  #order(): void {
    const pane = this.#mounted?.map.getPane('markerPane')
    let next: Element | null = null
    for (const { id } of this.#marks.toReversed()) {
      const button: HTMLElement | undefined = this.#markers.get(id)?.button
      if (!button) continue
      if (button.nextElementSibling !== next) pane?.insertBefore(button, next)
      next = button
    }
  }

  #settle(): void {
    if (!this.#mounted) return
    const { map } = this.#mounted
    const middle = map.getCenter().lng
    const bounds = map.getBounds()
    for (const { marker, button } of this.#markers.values()) {
      const { lat, lng } = marker.getLatLng()
      const turns = Math.round((middle - lng) / 360)
      if (turns !== 0) marker.setLatLng([lat, lng + 360 * turns])
      // Tab goes through what is seen: a mark elsewhere would take the map there, and all others away.
      button.tabIndex = bounds.contains(marker.getLatLng()) ? 0 : -1
    }
    const buttons = new Map([...this.#markers].map(([id, { button }]) => [id, button]))
    this.#publish({ buttons, sides: this.#sides(this.#mounted) })
  }

  #sides({ map }: MountedMap): Map<string, LabelSide> {
    const measure = textMeasure(`600 13px ${getComputedStyle(map.getContainer()).fontFamily}`)
    const weight = ({ importance = 0, isPressed }: MapMark) => (isPressed ? Number.MAX_VALUE : importance)
    const toName = this.#marks
      .toSorted((a, b) => weight(b) - weight(a))
      .flatMap((mark) => {
        const marker = this.#markers.get(mark.id)?.marker
        if (!marker) return []
        const { x, y } = map.latLngToContainerPoint(marker.getLatLng())
        const text = mark.note ? `${mark.label} ${mark.note}` : mark.label
        const { id, size, labelSide: first = 'right' } = mark
        const isKept = weight(mark) >= looked
        return [{ id, x, y, size: Math.max(leastSide, size), textWidth: text ? measure(text) + 2 : 0, first, isKept }]
      })
    const { x: width, y: height } = map.getSize()
    // Over the right of a wide map stands the column of its buttons, over its bottom the line of its sources.
    const room = [4, 4, width - (width < 600 ? 4 : 72), height - 20] as const
    return placeNames(toName, { room, edge: [0, 0, width, height] })
  }

  #publish(state: BoardState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

const placeOf = ({ at, size }: MapMark) => [...at, size].join()

let pen: CanvasRenderingContext2D | null | undefined

function textMeasure(font: string): (text: string) => number {
  pen ??= document.createElement('canvas').getContext('2d')
  const context = pen
  if (!context) return (text) => text.length * 7
  context.font = font
  return (text) => context.measureText(text).width
}
