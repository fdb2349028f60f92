import type { LeafletEventHandlerFn } from 'leaflet'
import { setPosition } from 'leaflet/src/dom/DomUtil.js'
import { toBounds } from 'leaflet/src/geometry/Bounds.js'
import { Renderer } from 'leaflet/src/layer/vector/Renderer.js'
import type { Palette } from './palette'
import type { Rings } from './rings'

/** One drawing: where the canvas lies in the world. Pixels are CSS pixels; the context is already scaled. */
export type Frame = {
  context: CanvasRenderingContext2D
  palette: Palette
  zoom: number
  /** Side of the world in pixels. */
  scale: number
  /** The canvas's corner in the world, in pixels from the corner of the world. */
  left: number
  top: number
  width: number
  height: number
  /** Copies of the world in sight: 0 is the one from 180° west to 180° east, 1 the next to the east. */
  copies: number[]
}

/** A canvas that moves and zooms with the map, redrawn at most once a frame. What is drawn is the subclass's part. */
export abstract class CanvasLayer extends Renderer {
  declare _container: HTMLCanvasElement
  #context: CanvasRenderingContext2D | null = null
  #palette: Palette | undefined
  #waiting = 0
  /** Where the canvas lay when the map last moved or changed its size. */
  #drawn = ''

  constructor(pane: string) {
    super({ padding: 0.35, pane })
  }

  protected abstract draw(frame: Frame): void

  /** Is there nothing to draw? Then the canvas has no size, and costs nothing when the map is shown or moved. */
  protected abstract isBlank(frame: Frame): boolean

  setPalette(palette: Palette): void {
    this.#palette = palette
    this.redraw()
  }

  /** Draws again before the next frame, however often it is asked. */
  redraw(): this {
    if (this._map && !this.#waiting)
      this.#waiting = requestAnimationFrame(() => {
        this.#waiting = 0
        this.#drawNow()
      })
    return this
  }

  override getEvents(): Record<string, LeafletEventHandlerFn> {
    return { ...super.getEvents(), move: () => this.#onMove() }
  }

  _initContainer(): void {
    this._container = document.createElement('canvas')
    this._container.setAttribute('aria-hidden', 'true')
    this.#resize(0, 0)
    this.#context = this._container.getContext('2d')
  }

  _destroyContainer(): void {
    cancelAnimationFrame(this.#waiting)
    this.#waiting = 0
    this._container.remove()
  }

  override _update(): void {
    // While a zoom is animated the old picture is stretched; the end of the zoom draws the new one.
    if (this._map._animatingZoom && this._bounds) return
    super._update()
    if (!this._bounds?.min) return
    setPosition(this._container, this._bounds.min)
    const place = [
      this._map.getZoom(),
      this._map.getPixelOrigin(),
      this._bounds.min,
      this._bounds.max,
      this.#pixelRatio(),
    ].join()
    if (place !== this.#drawn) this.#drawNow()
    this.#drawn = place
    this.fire('update')
  }

  /** While dragging, draw only when the view leaves what is drawn. */
  #onMove(): void {
    if (!this._bounds || this._map._animatingZoom) return
    const corner = this._map.containerPointToLayerPoint([0, 0])
    const view = toBounds(corner, corner.add(this._map.getSize()))
    if (!this._bounds.contains(view)) this._update()
  }

  #pixelRatio(): number {
    return Math.min(2, window.devicePixelRatio || 1)
  }

  /** Gives the canvas this many pixels of the page; setting them again would wipe it. */
  #resize(x: number, y: number): void {
    const ratio = this.#pixelRatio()
    const [width, height] = [Math.round(x * ratio), Math.round(y * ratio)]
    if (this._container.width === width && this._container.height === height) return
    this._container.width = width
    this._container.height = height
    this._container.style.width = `${x}px`
    this._container.style.height = `${y}px`
  }

  #drawNow(): void {
    const [context, palette, bounds] = [this.#context, this.#palette, this._bounds]
    if (!this._map || !context || !palette || !bounds?.min) return
    const size = bounds.getSize()
    const origin = this._map.getPixelOrigin().add(bounds.min)
    const zoom = this._map.getZoom()
    const scale = 256 * 2 ** zoom
    const copies: number[] = []
    for (let k = Math.floor(origin.x / scale); k <= Math.floor((origin.x + size.x) / scale); k++) copies.push(k)
    const place = { left: origin.x, top: origin.y, width: size.x, height: size.y }
    const frame = { context, palette, zoom, scale, copies, ...place }
    if (this.isBlank(frame)) return this.#resize(0, 0)
    this.#resize(size.x, size.y)
    const ratio = this.#pixelRatio()
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, size.x, size.y)
    this.draw(frame)
  }
}

/** Lays the rings that are in sight as the context's path, leaving out points closer than a pixel. */
export function tracePath({ context, scale, left, top, width, height }: Frame, rings: Rings, copy: number): void {
  const { xy, starts, boxes } = rings
  const [x0, y0, x1, y1] = [left / scale - copy, top / scale, (left + width) / scale - copy, (top + height) / scale]
  context.beginPath()
  for (let k = 0; k < starts.length - 1; k++) {
    const [west = 0, north = 0, east = 0, south = 0] = boxes.subarray(4 * k, 4 * k + 4)
    if (east < x0 || west > x1 || south < y0 || north > y1) continue
    const from = (starts[k] ?? 0) * 2
    const to = (starts[k + 1] ?? 0) * 2
    let [lastX, lastY] = [Infinity, Infinity]
    for (let i = from; i < to; i += 2) {
      const x = ((xy[i] ?? 0) + copy) * scale - left
      const y = (xy[i + 1] ?? 0) * scale - top
      if (i === from) context.moveTo(x, y)
      else if (i === to - 2 || Math.abs(x - lastX) + Math.abs(y - lastY) > 0.8) context.lineTo(x, y)
      else continue
      lastX = x
      lastY = y
    }
  }
}
