import { shapes, tileIndex, tilesFor } from './base-data'
import { CanvasLayer, tracePath, type Frame } from './canvas-layer'
import type { Decoded } from './decode.worker'
import type { Rings } from './rings'

const worldFile = (zoom: number) => (zoom < 3.5 ? 'world-3.json' : zoom < 5.5 ? 'world-5.json' : 'world-7.json')
const regionFile = (zoom: number) => (zoom < 4.5 ? null : zoom < 6 ? 'regions-5.json' : 'regions-7.json')
const worldFiles = ['world-7.json', 'world-5.json', 'world-3.json']
/** From here on the ground comes in tiles. */
export const tileZoom = 8

/** Water, land, coast, regions and borders. */
export class GroundLayer extends CanvasLayer {
  /** ISO codes of the countries whose regions are drawn below zoom 6; null draws all. */
  regionCountries: ReadonlySet<string> | null = null
  /** Over an operator's tiles only a veil is drawn, so that the data keeps its contrast. */
  isVeil = false
  #isTileMissing = false

  /** Until the land has come: the map behind is the water. */
  protected override isBlank(frame: Frame): boolean {
    return !this.isVeil && this.#parts(frame).length === 0
  }

  protected override draw(frame: Frame): void {
    const { context, palette, zoom, width, height } = frame
    if (this.isVeil) {
      context.globalAlpha = 0.35
      context.fillStyle = palette.color('map-land')
      context.fillRect(0, 0, width, height)
      context.globalAlpha = 1
      return
    }
    context.fillStyle = palette.color('map-water')
    context.fillRect(0, 0, width, height)
    const parts = this.#parts(frame)
    const regions = zoom >= tileZoom && parts.length > 1 ? [] : this.#regions(zoom)
    const all = (name: string) => parts.flatMap(({ sets }) => sets[name] ?? [])

    for (const copy of frame.copies) {
      context.fillStyle = palette.color('map-land')
      for (const land of all('land')) {
        tracePath(frame, land, copy)
        context.fill('evenodd')
      }
    }
    context.lineJoin = 'round'
    this.#stroke(frame, all('coast'), 'map-coast', 0.7)
    this.#stroke(frame, [...regions, ...all('regions')], 'map-region', zoom < tileZoom ? 0.7 : 1)
    this.#stroke(frame, all('borders'), 'map-border', 0.8)
  }

  #parts(frame: Frame): Decoded[] {
    return (frame.zoom >= tileZoom && this.#tiles(frame)) || this.#world(frame)
  }

  #stroke(frame: Frame, lines: Rings[], token: string, width: number): void {
    frame.context.strokeStyle = frame.palette.color(token)
    frame.context.lineWidth = width
    for (const copy of frame.copies)
      for (const line of lines) {
        tracePath(frame, line, copy)
        frame.context.stroke()
      }
  }

  /** The tiles in sight once all have come; until then the coarser world stays. */
  #tiles({ scale, left, top, width, height }: Frame): Decoded[] | null {
    const again = () => void this.redraw()
    const names = tilesFor(left / scale, top / scale, (left + width) / scale, (top + height) / scale, again)
    const tiles = names?.map((name) => shapes.get(name, again))
    this.#isTileMissing = tileIndex.hasFailed('tiles.json') || (names ?? []).some((name) => shapes.hasFailed(name))
    return tiles?.every((tile) => tile !== undefined) ? tiles : null
  }

  #world({ zoom }: Frame): Decoded[] {
    // Beyond zoom 8 the tiles are on their way: nobody waits for half a megabyte that is only a stand-in.
    const file = worldFile(zoom)
    const isNeeded = zoom < tileZoom || this.#isTileMissing
    const wanted = isNeeded ? shapes.get(file, () => void this.redraw()) : shapes.peek(file)
    const standIn = wanted ?? worldFiles.map((name) => shapes.peek(name)).find((level) => level !== undefined)
    return standIn ? [standIn] : []
  }

  #regions(zoom: number): Rings[] {
    const file = regionFile(zoom)
    if (!file) return []
    const decoded = shapes.get(file, () => void this.redraw())
    const wanted = zoom < 6 ? this.regionCountries : null
    return Object.entries(decoded?.sets ?? {}).flatMap(([country, rings]) =>
      wanted?.has(country) === false ? [] : rings,
    )
  }
}
