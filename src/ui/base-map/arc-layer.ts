import { distanceKm, greatCircle, spreadBends } from '@/core/arc'
import { arcWidth, isHollow, type Arc } from './arc'
import { CanvasLayer, tracePath, type Frame } from './canvas-layer'
import { packRings, type Rings } from './rings'

const drawTime = 600
type Line = { arc: Arc; rings: Rings; width: number; rank: number }

/** The lines of the data: thick ones first, each with a casing of land; drawn from `from` outward when they are new. */
export class ArcLayer extends CanvasLayer {
  #lines: Line[] = []
  #began = -Infinity
  #lit: ReadonlySet<string> | null = null

  /** @param isNew whether the lines draw themselves once, nearest first, within 600 ms */
  setArcs(arcs: readonly Arc[], isNew: boolean): void {
    const ways = Map.groupBy(arcs, ({ from, to }) => [...from, ...to].join())
    const far = new Map(arcs.map((arc) => [arc.id, distanceKm(arc.from, arc.to)]))
    const ranks = new Map([...far].sort((a, b) => a[1] - b[1]).map(([id], rank) => [id, rank / Math.max(1, far.size)]))
    this.#lines = [...ways.values()].flatMap((same) => {
      const bends = spreadBends(same.length)
      return same.map((arc, i) => ({
        arc,
        rings: packRings(greatCircle(arc.from, arc.to, bends[i])),
        width: arc.width ?? arcWidth(arc.count),
        rank: ranks.get(arc.id) ?? 0,
      }))
    })
    this.#lines.sort((a, b) => b.width - a.width)
    this.#began = isNew ? performance.now() : -Infinity
    this.redraw()
  }

  /** The lines that the list points at; the others step back. */
  setLit(ids: ReadonlySet<string> | null): void {
    this.#lit = ids
    this.redraw()
  }

  protected override isBlank(): boolean {
    return this.#lines.length === 0
  }

  protected override draw(frame: Frame): void {
    const time = (performance.now() - this.#began) / drawTime
    for (const line of this.#lines) {
      // The nearest begins at once, the farthest after 40 % of the time.
      const part = Math.max(0, Math.min(1, (time - 0.4 * line.rank) / 0.6))
      if (part === 0) continue
      const rings = part === 1 ? line.rings : headOf(line.rings, 1 - (1 - part) ** 2)
      frame.context.globalAlpha = this.#lit === null || this.#lit.has(line.arc.id) ? 1 : 0.35
      for (const copy of frame.copies) drawLine(frame, line, rings, copy, part === 1)
    }
    frame.context.globalAlpha = 1
    if (time < 1) this.redraw()
  }
}

/** The first part of a line, counted in points. */
function headOf({ xy, starts, boxes }: Rings, part: number): Rings {
  const points = Math.max(2, Math.round((xy.length / 2) * part))
  const cut = starts.map((start) => Math.min(start, points))
  return { xy, starts: cut, boxes }
}

function drawLine(frame: Frame, { arc, width }: Line, rings: Rings, copy: number, isWhole: boolean): void {
  const { context, palette } = frame
  const color = palette.color(`group-${arc.group}`)
  const ground = palette.color('map-land')
  const hollow = isHollow(arc.state)
  const outer = hollow ? width + 2 : width
  context.lineJoin = 'round'
  context.lineCap = 'butt'
  tracePath(frame, rings, copy)
  const stroke = (style: string, lineWidth: number) => {
    context.strokeStyle = style
    context.lineWidth = lineWidth
    context.stroke()
  }
  stroke(ground, outer + 2.5)
  if (arc.state === 'planned') context.setLineDash([3 + 2 * width, 2 + width])
  stroke(color, outer)
  context.setLineDash([])
  // Hollow: what is left on either side are two thin lines.
  if (hollow) stroke(ground, Math.max(1.4, outer - 2.4))
  if (!isWhole || rings.xy.length < 4) return
  if (arc.hasArrow) drawArrow(frame, rings, copy, { width, color })
  if (arc.isFlow) drawEnd(frame, rings, copy, { color, index: 0 })
  drawEnd(frame, rings, copy, { color, index: rings.xy.length / 2 - 1 })
}

const pointAt = ({ scale, left, top }: Frame, { xy }: Rings, index: number, copy: number) =>
  [((xy[2 * index] ?? 0) + copy) * scale - left, (xy[2 * index + 1] ?? 0) * scale - top] as const

/** A small ring at an end; a mark with the group's icon, if there is room for one, covers it. */
function drawEnd(frame: Frame, rings: Rings, copy: number, { color, index }: { color: string; index: number }): void {
  const { context, palette } = frame
  context.beginPath()
  context.arc(...pointAt(frame, rings, index, copy), 4.5, 0, 2 * Math.PI)
  context.fillStyle = palette.color('sheet')
  context.fill()
  context.strokeStyle = color
  context.lineWidth = 2
  context.stroke()
}

/** Two thirds along, where the rings at both ends do not cover it. */
function drawArrow(frame: Frame, rings: Rings, copy: number, { width, color }: { width: number; color: string }): void {
  const { context } = frame
  const at = Math.max(1, Math.round((rings.xy.length / 2 - 1) * 0.66))
  const [x0, y0] = pointAt(frame, rings, at - 1, copy)
  const [x, y] = pointAt(frame, rings, at, copy)
  const turn = Math.atan2(y - y0, x - x0)
  const size = 5 + width
  context.beginPath()
  context.moveTo(x + size * Math.cos(turn), y + size * Math.sin(turn))
  context.lineTo(x + size * Math.cos(turn + 2.4), y + size * Math.sin(turn + 2.4))
  context.lineTo(x + size * Math.cos(turn - 2.4), y + size * Math.sin(turn - 2.4))
  context.closePath()
  context.fillStyle = color
  context.fill()
}
