import { type LonLat, mercatorX, mercatorY } from '@/core/mercator'
import { shapes } from './base-data'
import { CanvasLayer, tracePath, type Frame } from './canvas-layer'
import { holdsPoint } from './rings'

/** What is filled: which outlines, and the class of each code; null = it has no value. Codes without a class have none. */
export type Areas = { file: string; steps: ReadonlyMap<string, number | null> }

/** Countries or regions filled by the class of their value; those without one are hatched, and so seen to be missing. */
export class AreaLayer extends CanvasLayer {
  #areas: Areas | null = null
  #lit: string | null = null

  setAreas(areas: Areas | null): void {
    this.#areas = areas
    this.redraw()
  }

  /** The code that the list or a mark points at. */
  setLit(code: string | null): void {
    if (code === this.#lit) return
    this.#lit = code
    this.redraw()
  }

  /** The code of the area with a record around a point, or null. */
  codeAt([longitude, latitude]: LonLat): string | null {
    const areas = this.#areas
    const sets = areas === null ? undefined : shapes.peek(areas.file)?.sets
    if (areas === null || sets === undefined) return null
    const [x, y] = [mercatorX(longitude), mercatorY(latitude)]
    for (const code of areas.steps.keys()) {
      const rings = sets[code]
      if (rings !== undefined && holdsPoint(rings, x, y)) return code
    }
    return null
  }

  protected override isBlank(): boolean {
    return this.#areas === null
  }

  protected override draw(frame: Frame): void {
    const { context, palette } = frame
    const areas = this.#areas
    if (areas === null) return
    const decoded = shapes.get(areas.file, () => void this.redraw())
    const hatch = hatching(palette.color('map-border'))
    const entries = Object.entries(decoded?.sets ?? {})
    context.lineJoin = 'round'
    for (const copy of frame.copies)
      for (const [code, rings] of entries) {
        const step = areas.steps.get(code) ?? null
        const fill = step === null ? hatch && context.createPattern(hatch, 'repeat') : palette.color(`area-${step + 1}`)
        if (fill === null) continue
        tracePath(frame, rings, copy)
        context.fillStyle = fill
        context.fill('evenodd')
        context.strokeStyle = palette.color(step === null ? 'map-region' : 'map-land')
        context.lineWidth = 0.8
        context.stroke()
      }
    const lit = this.#lit === null ? undefined : decoded?.sets[this.#lit]
    if (lit === undefined) return
    for (const copy of frame.copies) {
      tracePath(frame, lit, copy)
      for (const [token, width] of [
        ['ink', 6],
        ['mark', 3],
      ] as const) {
        context.strokeStyle = palette.color(token)
        context.lineWidth = width
        context.stroke()
      }
    }
  }
}

/** Thin lines from lower left to upper right. */
function hatching(colour: string): HTMLCanvasElement | null {
  const tile = document.createElement('canvas')
  tile.width = tile.height = 8
  const context = tile.getContext('2d')
  if (context === null) return null
  context.strokeStyle = colour
  context.lineWidth = 1
  context.beginPath()
  for (const from of [-8, 0, 8]) {
    context.moveTo(from, 8)
    context.lineTo(from + 8, 0)
  }
  context.stroke()
  return tile
}
