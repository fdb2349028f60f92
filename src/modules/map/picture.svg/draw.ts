import { greatCircle, spreadBends } from '@/core/arc'
import type { Picture, PictureLine, PicturePlace } from '@/modules/map/picture.schema'
import { actorKinds } from '@/modules/taxonomy/taxonomy.schema'
import { freeSpot, type Spot } from './label-spots'
import { colors, endShape, escaped, groupColor, kindColor, widthOf } from './look'
import { type PictureWindow, windowOn } from './window'

// 180 mm wide, as the text of an A4 page.
const [width, height] = [1050, 742]
const margin = 30
const mapFrame: Spot = [margin, 104, width - margin, 620]

const widths = [2, 3, 4.2, 5.5, 7] as const
const widthFor = (count: number) => widths[Math.min(count, widths.length) - 1] ?? 2
const numberOf = (kind: (typeof actorKinds)[number]) => actorKinds.indexOf(kind) + 1

/** A picture of the map as one SVG file: letters, land, lines and all; the same everywhere, 180 × 127 mm. */
export function pictureToSvg(picture: Picture): string {
  const window = windowOn(picture.box, mapFrame)
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="180mm" height="127.2mm" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t" fill="${colors.ink}">`,
    `<title id="t">${escaped(picture.title)}</title>`,
    `<style>${picture.fonts.map(fontFace).join('')}text{font-family:"Atlas sans",sans-serif}.h{font-family:"Atlas serif",serif}</style>`,
    `<clipPath id="m"><rect x="${mapFrame[0]}" y="${mapFrame[1]}" width="${mapFrame[2] - mapFrame[0]}" height="${mapFrame[3] - mapFrame[1]}"/></clipPath>`,
    `<rect width="${width}" height="${height}" fill="${colors.sheet}"/>`,
    `<text class="h" x="${margin}" y="62" font-size="${titleSize(picture.title)}" font-weight="500">${escaped(picture.title)}</text>`,
    `<text x="${margin}" y="90" font-size="15" fill="${colors['ink-2']}">${escaped(shortened(picture.subtitle, 15))}</text>`,
    `<g clip-path="url(#m)">${ground(picture, window)}${lines(picture.lines, window)}${places(picture.places, window)}${scaleBar(picture, window)}</g>`,
    legend(picture),
    ...picture.foot.map(
      (text, index) =>
        `<text x="${margin}" y="${height - 12 - 17 * (picture.foot.length - 1 - index)}" font-size="12.5" fill="${colors['ink-2']}">${escaped(shortened(text, 12.5))}</text>`,
    ),
    '</svg>',
  ]
  return parts.join('\n')
}

const fontFace = ({ family, range, data }: Picture['fonts'][number]) =>
  `@font-face{font-family:"Atlas ${family}";font-weight:400 700;src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${range}}`

const titleSize = (title: string) => Math.max(16, Math.min(34, (width - 2 * margin) / (title.length * 0.47)))

function shortened(text: string, size: number): string {
  const most = Math.floor((width - 2 * margin) / (size * 0.5))
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

function ground({ ground: { land, borders } }: Picture, { path }: PictureWindow): string {
  const shape = path({
    type: 'MultiPolygon',
    coordinates: land.map((one) => one.map((ring) => ring.map(([x = 0, y = 0]) => [x, y]))),
  })
  const edges = path({
    type: 'MultiLineString',
    coordinates: borders.map((line) => line.map(([x = 0, y = 0]) => [x, y])),
  })
  return [
    `<rect x="${mapFrame[0]}" y="${mapFrame[1]}" width="${mapFrame[2] - mapFrame[0]}" height="${mapFrame[3] - mapFrame[1]}" fill="${colors['map-water']}"/>`,
    `<path d="${shape ?? ''}" fill="${colors['map-land']}" stroke="${colors['map-coast']}" stroke-width=".8"/>`,
    `<path d="${edges ?? ''}" fill="none" stroke="${colors['map-border']}" stroke-width=".8"/>`,
  ].join('')
}

/** Thick ones first, each on a casing of land; between the same two places they bow apart. */
function lines(all: readonly PictureLine[], { path }: PictureWindow): string {
  const ways = Map.groupBy(all, ({ from, to }) => [...from, ...to].join())
  return [...ways.values()]
    .flatMap((same) => spreadBends(same.length).map((bend, index) => ({ line: same[index], bend })))
    .toSorted((a, b) => (b.line?.count ?? 0) - (a.line?.count ?? 0))
    .map(({ line, bend }) => {
      if (line === undefined) return ''
      const runs = greatCircle(line.from, line.to, bend).map((run) => run.map(([x, y]) => [x, y]))
      const d = path({ type: 'MultiLineString', coordinates: runs }) ?? ''
      return strokes(`<path d="${d}"`, line)
    })
    .join('')
}

/** An element as a line of its group and state: solid active, hollow dormant, dashed planned (LOOK §1). */
function strokes(shape: string, { group, state, count }: Pick<PictureLine, 'group' | 'state' | 'count'>): string {
  const isHollow = state === 'dormant' || state === 'suspended' || state === 'ended'
  const wide = widthFor(count) + (isHollow ? 2 : 0)
  const dash = state === 'planned' ? ` stroke-dasharray="${3 + 2 * wide} ${2 + wide}"` : ''
  const draw = (color: string, stroke: number, more = '') =>
    `${shape} fill="none" stroke="${color}" stroke-width="${stroke.toFixed(1)}"${more}/>`
  return [
    draw(colors['map-land'], wide + 2.5),
    draw(groupColor[group], wide, dash),
    isHollow ? draw(colors['map-land'], Math.max(1.4, wide - 2.4)) : '',
  ].join('')
}

const radiusOf = ({ look }: PicturePlace): number =>
  look.is === 'cluster'
    ? look.count < 10
      ? 13
      : look.count < 80
        ? 17
        : 21
    : look.is === 'centre'
      ? 10
      : look.is === 'kind'
        ? 9
        : 6

function places(all: readonly PicturePlace[], { pixel, frame }: PictureWindow): string {
  const seen = all.flatMap((place) => {
    const at = pixel(place.at)
    return at === null
      ? []
      : [{ place, x: Number(at[0].toFixed(1)), y: Number(at[1].toFixed(1)), radius: radiusOf(place) }]
  })
  const taken: Spot[] = seen.map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius])
  // The corner of the scale bar.
  taken.push([frame[2] - 220, frame[3] - 40, frame[2], frame[3]])
  const labels = seen.map(({ place, x, y, radius }) => {
    if (place.name === '') return ''
    const size = 13
    const name = place.name.length > 40 ? `${place.name.slice(0, 39)}…` : place.name
    const text = widthOf(`${name} ${place.note}`, size)
    const spot = freeSpot({ x, y, radius }, { width: text, size: size + 2 }, { inside: frame, taken })
    if (spot === null) return ''
    taken.push(spot.box)
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
    case 'kind':
      return disc(look.kind, x, y, radius)
    case 'cluster':
      return donut(look, x, y, radius)
  }
}

/** A number beside the colour, the same as in the legend. */
const disc = (kind: keyof typeof kindColor, x: number, y: number, radius: number) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${kindColor[kind]}" stroke="${colors.sheet}"/><text x="${x}" y="${y + 4}" text-anchor="middle" font-size="11" font-weight="600" fill="${colors.sheet}">${numberOf(kind)}</text>`

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
  const lengths = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]
  const length = lengths.filter((one) => barOf(one) <= 160).at(-1) ?? 5
  const [right, bottom, long] = [frame[2] - 16, frame[3] - 14, barOf(length)]
  return `<path d="M${(right - long).toFixed(1)} ${bottom - 6}v6h${long.toFixed(1)}v-6" fill="none" stroke="${colors.ink}" stroke-width="1.5"/><text x="${right}" y="${bottom - 10}" text-anchor="end" font-size="12" stroke="${colors['map-water']}" stroke-width="3" paint-order="stroke">${escaped(km(length))}</text>`
}

function legend({ legend: rows }: Picture): string {
  let [x, y] = [margin, 644]
  return rows
    .map((row) => {
      const wide = 44 + widthOf(row.label, 13)
      if (x + wide > width - margin) [x, y] = [margin, y + 22]
      const at = x
      x += wide + 12
      const words = `<text x="${at + (row.is === 'kind' ? 24 : 44)}" y="${y + 4.5}" font-size="13">${escaped(row.label)}</text>`
      if (row.is === 'kind') return disc(row.kind, at + 10, y, 9) + words
      return `${strokes(`<path d="M${at} ${y}h24"`, { ...row, count: 2 })}${endShape(row.group, at + 29, y, 5)} fill="${colors.sheet}" stroke="${groupColor[row.group]}" stroke-width="2"/>${words}`
    })
    .join('')
}
