import { mercatorX, mercatorY } from '@/core/mercator'
import { largePlaces, localLabels, shapes, tilesFor } from './base-data'
import { CanvasLayer, type Frame } from './canvas-layer'
import { tileZoom } from './ground-layer'
import { boxesMeet, type Box } from './label-placing'

/** Least inhabitants of a place that is written, by zoom. */
const placeSteps = [
  [6, 300_000],
  [7, 100_000],
  [8, 20_000],
  [9, 12_000],
  [10, 6_000],
  [11, 2_500],
  [12, 1_000],
] as const
const leastInhabitants = (zoom: number) => placeSteps.findLast(([from]) => zoom >= from)?.[1] ?? Infinity

/** A country is this many pixels wide at the first zoom of its label; a name much wider than its country waits. */
const firstWidth = 40

type Style = { maxWidth?: number; font: string; color: string; halo: string; height: number; hasDot: boolean }

/** Names of countries, waters and places in the reader's language; those of the data, in the DOM, go first. */
export class LabelLayer extends CanvasLayer {
  /** The language of the names: one of the five. */
  locale = 'en'
  /** The operator's tiles carry their own names. */
  isOff = false

  protected override isBlank(): boolean {
    return this.isOff || localLabels.get(this.locale, () => void this.redraw()) === undefined
  }

  protected override draw(frame: Frame): void {
    const { context, palette, zoom } = frame
    const again = () => void this.redraw()
    const labels = localLabels.get(this.locale, again)
    const taken = this.#dataBoxes(frame)
    context.textBaseline = 'middle'
    context.lineJoin = 'round'
    context.lineWidth = 2.5

    const land = { halo: palette.color('map-land'), color: palette.color('map-label') }
    const sans = (size: number) => `400 ${size}px ${palette.sans}`
    const country: Style = { ...land, font: sans(12), height: 16, hasDot: false }
    const place: Style = { ...land, font: sans(12), height: 15, hasDot: true }
    const water: Style = {
      font: `italic 400 14px ${palette.serif}`,
      color: palette.color('map-sea'),
      halo: palette.color('map-water'),
      height: 18,
      hasDot: false,
    }
    for (const copy of frame.copies) {
      const write = (name: string, lon: number, lat: number, style: Style) => {
        const x = (mercatorX(lon) + copy) * frame.scale - frame.left
        const y = mercatorY(lat) * frame.scale - frame.top
        if (x > -100 && x < frame.width + 100 && y > -20 && y < frame.height + 20)
          this.#write(frame, name, x, y, style, taken)
      }
      for (const [name, lon, lat, from, to] of labels?.countries ?? [])
        if (zoom >= from && zoom < to)
          write(name, lon, lat, { ...country, maxWidth: 1.7 * firstWidth * 2 ** (zoom - from) })
      for (const [name, lon, lat, from, to] of labels?.waters ?? [])
        if (zoom >= from && zoom < to) write(name, lon, lat, water)
      if (zoom < 6) continue
      const least = 10 * Math.log2(leastInhabitants(zoom))
      const large = largePlaces.get('places.json', again) ?? []
      for (const [i, [name, lon, lat, size]] of large.entries()) {
        if (size < least) break
        write(labels?.places[i] ?? name, lon, lat, place)
      }
    }
    if (zoom >= tileZoom) this.#writeTilePlaces(frame, place, taken)
  }

  #writeTilePlaces(frame: Frame, style: Style, taken: Box[]): void {
    const { scale, left, top, width, height, copies, zoom } = frame
    const again = () => void this.redraw()
    const least = 10 * Math.log2(leastInhabitants(zoom))
    const names = tilesFor(left / scale, top / scale, (left + width) / scale, (top + height) / scale, again) ?? []
    const places = names.flatMap((name) => shapes.get(name, again)?.places ?? []).sort((a, b) => b[3] - a[3])
    for (const [name, lon, lat, size] of places) {
      if (size < least) break
      for (const copy of copies) {
        const x = (mercatorX(lon) + copy) * scale - left
        const y = mercatorY(lat) * scale - top
        if (x > -100 && x < width + 100 && y > -20 && y < height + 20) this.#write(frame, name, x, y, style, taken)
      }
    }
  }

  #write({ context }: Frame, name: string, x: number, y: number, style: Style, taken: Box[]): void {
    context.font = style.font
    const width = context.measureText(name).width
    if (width > (style.maxWidth ?? Infinity)) return
    const half = style.height / 2
    const box: Box = style.hasDot
      ? [x - 4, y - half, x + width + 8, y + half]
      : [x - width / 2 - 3, y - half, x + width / 2 + 3, y + half]
    if (taken.some((other) => boxesMeet(other, box))) return
    taken.push(box)
    context.strokeStyle = style.halo
    context.fillStyle = style.color
    context.textAlign = style.hasDot ? 'left' : 'center'
    const textX = style.hasDot ? x + 6 : x
    context.strokeText(name, textX, y)
    context.fillText(name, textX, y)
    if (!style.hasDot) return
    context.beginPath()
    context.arc(x, y, 2, 0, 2 * Math.PI)
    context.fill()
  }

  /** Where marks and their names lie, in the pixels of this canvas. */
  #dataBoxes({ left, top }: Frame): Box[] {
    const frame = this._map.getContainer().getBoundingClientRect()
    const corner = this._map.getPixelBounds().getTopLeft()
    const [dx, dy] = [corner.x - left - frame.left, corner.y - top - frame.top]
    const marks = this._map.getPane('markerPane')?.querySelectorAll('button, [data-map-name]') ?? []
    return [...marks].map((mark): Box => {
      const box = mark.getBoundingClientRect()
      return [box.left + dx, box.top + dy, box.right + dx, box.bottom + dy]
    })
  }
}
