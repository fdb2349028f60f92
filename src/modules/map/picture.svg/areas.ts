import type { Picture } from '@/modules/map/picture.schema'
import { areaColors, colors } from './look'
import type { PictureWindow } from './window'

const hatchId = 'h'

/** Thin lines from lower left to upper right: an area without a value (LOOK §7). */
export const hatch = `<pattern id="${hatchId}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="${colors['map-land']}"/><path d="M0 0V7" stroke="${colors['map-border']}" stroke-width="2"/></pattern>`

/** What an area of a class is filled with. */
export const areaFill = (step: number | null): string =>
  step === null ? `url(#${hatchId})` : (areaColors[Math.min(step, areaColors.length - 1)] ?? colors['area-1'])

/** Areas filled by their class, those without a value first, so that no hatching runs over the edge of a value. */
export function areas({ areas: all }: Picture, { path }: PictureWindow): string {
  return all
    .toSorted((a, b) => (a.step ?? -1) - (b.step ?? -1))
    .map(({ polygons, step }) => {
      const d = path({
        type: 'MultiPolygon',
        coordinates: polygons.map((one) => one.map((ring) => ring.map(([x = 0, y = 0]) => [x, y]))),
      })
      if (d === null) return ''
      const edge = colors[step === null ? 'map-border' : 'map-land']
      return `<path d="${d}" fill="${areaFill(step)}" stroke="${edge}" stroke-width=".8"/>`
    })
    .join('')
}
