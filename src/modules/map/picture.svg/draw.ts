import { greatCircle, spreadBends } from '@/core/arc'
import { escaped } from '@/core/markup'
import { roundLength } from '@/core/round-length'
import type { Picture, PictureLine, PicturePlace } from '@/modules/map/picture.schema'
import { widthAt } from '@/modules/map/width.schema'
import type { RelationGroup } from '@/modules/taxonomy/taxonomy.schema'
import { areas, hatch } from './areas'
import { freeSpot, type Spot } from './label-spots'
import { heightOf, legendLines } from './legend'
import { lettersOf } from './letters'
import { colors, disc, endShape, groupColor, kindColor, strokes, widthOf } from './look'
import { type PictureWindow, windowOn } from './window'

// 180 mm wide, as the text of an A4 page.
const [width, height] = [1050, 742]
const margin = 30
const mapTop = 104
/** The map gives way to a long legend and many lines at the foot. */
const mapBottom = 620
const footStep = 17

const widthOfLine = ({ step, count }: PictureLine) => widthAt(step ?? count - 1)

/** A picture of the map as one SVG file: letters, land, lines and all; the same everywhere, 180 × 127 mm. */
export function pictureToSvg(picture: Picture): string {
  const legend = legendLines(picture.legend, { left: margin, right: width - margin })
  const footTop = height - 12 - footStep * picture.foot.length
  const mapFrame: Spot = [margin, mapTop, width - margin, Math.min(mapBottom, footTop - heightOf(legend.lines) - 10)]
  const window = windowOn(picture.box, mapFrame)
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="180mm" height="127.2mm" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t" fill="${colors.ink}">`,
    `<title id="t">${escaped(picture.title)}</title>`,
    lettersOf(picture.fonts),
    `<clipPath id="m"><rect x="${mapFrame[0]}" y="${mapFrame[1]}" width="${mapFrame[2] - mapFrame[0]}" height="${mapFrame[3] - mapFrame[1]}"/></clipPath>`,
    `<defs>${hatch}</defs>`,
    `<rect width="${width}" height="${height}" fill="${colors.sheet}"/>`,
    `<text class="h" x="${margin}" y="62" font-size="${titleSize(picture.title)}" font-weight="500">${escaped(picture.title)}</text>`,
    `<text x="${margin}" y="90" font-size="15" fill="${colors['ink-2']}">${escaped(shortened(picture.subtitle, 15))}</text>`,
    `<g clip-path="url(#m)">${land(picture, window)}${areas(picture, window)}${edges(picture, window)}${lines(picture.lines, window)}${places(picture.places, window)}${scaleBar(picture, window)}</g>`,
    legend.drawn(mapFrame[3] + 24),
    ...picture.foot.map(
      (text, index) =>
        `<text x="${margin}" y="${height - 12 - footStep * (picture.foot.length - 1 - index)}" font-size="12.5" fill="${colors['ink-2']}">${escaped(shortened(text, 12.5))}</text>`,
    ),
    '</svg>',
  ]
  return parts.join('\n')
}

const titleSize = (title: string) => Math.max(16, Math.min(34, (width - 2 * margin) / (title.length * 0.47)))

function shortened(text: string, size: number): string {
  const most = Math.floor((width - 2 * margin) / (size * 0.5))
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

function land({ ground }: Picture, { path, frame: [left, top, right, bottom] }: PictureWindow): string {
  const shape = path({
    type: 'MultiPolygon',
    coordinates: ground.land.map((one) => one.map((ring) => ring.map(([x = 0, y = 0]) => [x, y]))),
  })
  return [
    `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="${colors['map-water']}"/>`,
    `<path d="${shape ?? ''}" fill="${colors['map-land']}" stroke="${colors['map-coast']}" stroke-width=".8"/>`,
  ].join('')
}

function edges({ ground }: Picture, { path }: PictureWindow): string {
  const borders = path({
    type: 'MultiLineString',
    coordinates: ground.borders.map((line) => line.map(([x = 0, y = 0]) => [x, y])),
  })
  return `<path d="${borders ?? ''}" fill="none" stroke="${colors['map-border']}" stroke-width=".8"/>`
}

/** Thick ones first, each on a casing of land; between the same two places they bow apart. */
function lines(all: readonly PictureLine[], { path, pixel }: PictureWindow): string {
  const ways = Map.groupBy(all, ({ from, to }) => [...from, ...to].join())
  return [...ways.values()]
    .flatMap((same) => spreadBends(same.length).map((bend, index) => ({ line: same[index], bend })))
    .toSorted((a, b) => (b.line?.count ?? 0) - (a.line?.count ?? 0))
    .map(({ line, bend }) => {
      if (line === undefined) return ''
      const runs = greatCircle(line.from, line.to, bend).map((run) => run.map(([x, y]) => [x, y]))
      const d = path({ type: 'MultiLineString', coordinates: runs }) ?? ''
      const width = widthOfLine(line)
      const arrow = line.hasArrow === true ? arrowOn(runs, pixel) : ''
      return strokes(`<path d="${d}"`, { ...line, width }) + (arrow === '' ? '' : headOf(arrow, line.group))
    })
    .join('')
}

/** An arrow two thirds along a line, that points where it goes. */
function arrowOn(runs: readonly (readonly (readonly number[])[])[], pixel: PictureWindow['pixel']): string {
  const points = runs.flat()
  const at = Math.floor(points.length * 0.66)
  const [one, other] = [points[at - 1], points[at]].map((point) =>
    point === undefined ? null : pixel([point[0] ?? 0, point[1] ?? 0]),
  )
  if (!one || !other) return ''
  const angle = Math.atan2(other[1] - one[1], other[0] - one[0])
  const corner = (turn: number, far: number) =>
    `${(other[0] + far * Math.cos(angle + turn)).toFixed(1)} ${(other[1] + far * Math.sin(angle + turn)).toFixed(1)}`
  return `M${corner(0, 9)}L${corner(2.5, 9)}L${corner(-2.5, 9)}Z`
}

const headOf = (d: string, group: RelationGroup) =>
  `<path d="${d}" fill="${groupColor[group]}" stroke="${colors['map-land']}" stroke-width="1.2"/>`

/** Rings of lines and places stand smaller where there are many of them. */
const manyRings = 60
const firstNames = 6

function radiusOf({ look }: PicturePlace, isCrowded: boolean): number {
  switch (look.is) {
    case 'cluster':
      return look.count < 10 ? 13 : look.count < 80 ? 17 : 21
    case 'centre':
      return 10
    case 'kind':
      return 9
    case 'value':
      return 0
    case 'end':
    case 'place':
      return isCrowded ? 3.5 : 6
  }
}

function places(all: readonly PicturePlace[], { pixel, frame }: PictureWindow): string {
  const isCrowded = all.length > manyRings
  const seen = all.flatMap((place) => {
    const at = pixel(place.at)
    return at === null
      ? []
      : [{ place, x: Number(at[0].toFixed(1)), y: Number(at[1].toFixed(1)), radius: radiusOf(place, isCrowded) }]
  })
  // The corner of the scale bar, and whatever words stand already.
  const words: Spot[] = [[frame[2] - 220, frame[3] - 40, frame[2], frame[3]]]
  const rings = seen.flatMap(({ x, y, radius }): Spot[] =>
    radius === 0 ? [] : [[x - radius, y - radius, x + radius, y + radius]],
  )
  const labels = seen.map(({ place, x, y, radius }, index) => {
    if (place.name === '') return ''
    const size = 13
    const name = place.name.length > 40 ? `${place.name.slice(0, 39)}…` : place.name
    const text = widthOf(`${name} ${place.note}`, size)
    const spot = freeSpot(
      { x, y, radius, isOn: place.look.is === 'value' },
      { width: text, size: size + 2 },
      // Where it is crowded the first names stand over rings: the strongest would be the one without a name.
      { inside: frame, taken: isCrowded && index < firstNames ? words : [...words, ...rings] },
    )
    if (spot === null) return ''
    words.push(spot.box)
    const note = place.note === '' ? '' : ` <tspan font-weight="400">${escaped(place.note)}</tspan>`
    return `<text x="${spot.x.toFixed(1)}" y="${spot.y.toFixed(1)}" text-anchor="${spot.anchor}" font-size="${size}" font-weight="600" stroke="${colors['map-land']}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke">${escaped(name)}${note}</text>`
  })
  return [...seen.toReversed().map(({ place, x, y, radius }) => mark(place, x, y, radius)), ...labels].join('')
}

function mark({ look }: PicturePlace, x: number, y: number, radius: number): string {
  switch (look.is) {
    case 'centre':
      return `<circle cx="${x}" cy="${y}" r="${radius + 3}" fill="${colors.mark}"/><circle cx="${x}" cy="${y}" r="${radius}" fill="${colors.ink}"/>`
    case 'end':
      return `${endShape(look.group, x, y, radius)} fill="${colors.sheet}" stroke="${groupColor[look.group]}" stroke-width="2.4"/>`
    case 'place':
      return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colors.sheet}" stroke="${colors.ink}" stroke-width="2"/>`
    case 'value':
      return ''
    case 'kind':
      return disc(look.kind, x, y, radius)
    case 'cluster':
      return donut(look, x, y, radius)
  }
}

function donut(
  { count, byKind }: { count: number; byKind: readonly (readonly [keyof typeof kindColor, number])[] },
  x: number,
  y: number,
  radius: number,
): string {
  const ring = radius - 2.5
  const around = 2 * Math.PI * ring
  let turned = 0
  const parts = byKind.map(([kind, actors]) => {
    const part = (actors / count) * around
    const piece = `<circle cx="${x}" cy="${y}" r="${ring}" fill="none" stroke="${kindColor[kind]}" stroke-width="5" stroke-dasharray="${Math.max(0.5, part - 1).toFixed(2)} ${around.toFixed(2)}" stroke-dashoffset="${(-turned).toFixed(2)}" transform="rotate(-90 ${x} ${y})"/>`
    turned += part
    return piece
  })
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colors.sheet}"/>${parts.join('')}<text x="${x}" y="${y + 4.5}" text-anchor="middle" font-size="13" font-weight="600">${count}</text>`
}

/** A round length that fits, true at the middle of the picture. */
function scaleBar({ km }: Picture, { barOf, frame }: PictureWindow): string {
  const length = roundLength(160 / barOf(1))
  const [right, bottom, long] = [frame[2] - 16, frame[3] - 14, barOf(length)]
  return `<path d="M${(right - long).toFixed(1)} ${bottom - 6}v6h${long.toFixed(1)}v-6" fill="none" stroke="${colors.ink}" stroke-width="1.5"/><text x="${right}" y="${bottom - 10}" text-anchor="end" font-size="12" stroke="${colors['map-water']}" stroke-width="3" paint-order="stroke">${escaped(km(length))}</text>`
}
