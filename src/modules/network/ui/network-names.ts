import type { Attributes } from 'graphology-types'
import type Sigma from 'sigma'
import type { NodeDisplayData, PartialButFor } from 'sigma/types'
import { type OfferedName, placedNames } from '@/modules/network/ui/name-board'
import type { Palette } from '@/ui/base-map/palette'

type Drawn = PartialButFor<NodeDisplayData, 'x' | 'y' | 'size' | 'label' | 'color'>
type Offered = Drawn & { key?: string }

/** Size of the names in pixels. */
export const letters = 12

/** The names in the picture of a network: sigma offers them one by one, where each stands is known when it has offered all. */
export class NetworkNames {
  private offered: OfferedName[] = []

  constructor(private readonly now: () => { palette: Palette; chosen: number | null }) {}

  /** `isFirst`: before those that only have a large disc. */
  offer({ key, x, y, size, label }: Offered, isFirst: boolean): void {
    if (label && key !== undefined) this.offered.push({ key, x, y, size, label, isFirst })
  }

  watch<N extends Attributes, E extends Attributes>(sigma: Sigma<N, E>): void {
    sigma.on('beforeRender', () => {
      this.offered = []
    })
    sigma.on('afterRender', () => {
      const context = sigma.getCanvases().labels?.getContext('2d')
      if (context && this.offered.length > 0) this.draw(context, sigma.getSetting('labelSize'), sigma.getDimensions())
    })
  }

  private draw(context: CanvasRenderingContext2D, fontSize: number, size: { width: number; height: number }): void {
    const { palette, chosen } = this.now()
    context.font = `400 ${fontSize}px ${palette.sans}`
    // Words with a halo of the ground, as on the map.
    context.lineJoin = 'round'
    context.lineWidth = fontSize / 4
    context.strokeStyle = palette.color('sheet')
    context.fillStyle = palette.color('ink')
    const measure = (text: string) => context.measureText(text).width
    for (const { key, label, x, y, align } of placedNames(this.offered, {
      ...size,
      scale: fontSize / letters,
      measure,
    })) {
      // What is chosen bears its name in a frame of its own.
      if (Number(key) === chosen) continue
      context.textAlign = align
      context.strokeText(label, x, y)
      context.fillText(label, x, y)
    }
  }
}

/** The node that is chosen or under the pointer: its name in a frame, and the ring of what is here. */
export function drawChosen(context: CanvasRenderingContext2D, { x, y, size, label }: Drawn, palette: Palette): void {
  context.font = `600 13px ${palette.sans}`
  const width = context.measureText(label ?? '').width
  context.fillStyle = palette.color('sheet')
  context.strokeStyle = palette.color('rule-strong')
  context.lineWidth = 1
  context.beginPath()
  context.roundRect(x + size + 3, y - 12, width + 12, 24, 6)
  context.fill()
  context.stroke()
  for (const [color, radius, line] of [
    ['ink', size + 4, 2.5],
    ['mark', size + 2, 3],
  ] as const) {
    context.beginPath()
    context.arc(x, y, radius, 0, 2 * Math.PI)
    context.strokeStyle = palette.color(color)
    context.lineWidth = line
    context.stroke()
  }
  context.fillStyle = palette.color('ink')
  context.fillText(label ?? '', x + size + 9, y + 4.5)
}
