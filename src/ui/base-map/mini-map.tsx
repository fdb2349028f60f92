import { greatCircle, spreadBends } from '@/core/arc'
import { mercatorX, mercatorY, type LonLat } from '@/core/mercator'
import { arcWidth, isHollow, type Arc } from './arc'
import { boxAround, miniGround, groundStep, lineStep, pathThrough } from './mini-land'
import { nearestCopy, windowAround } from './mini-window'

/** A place on the small map. `color` is a class that sets --k: `kind-…` or `group-…`; without one it is a place abroad. */
export type MiniPoint = { id: string; at: LonLat; color?: string; isMain?: boolean }

type MiniMapProps = {
  /** What is seen, in words: the map is one picture. */
  label: string
  /** The first is the one the map is about. */
  points: readonly MiniPoint[]
  lines?: readonly Arc[]
  /** GeoJSON coordinates of a MultiPolygon in degrees: a territory. */
  boundary?: readonly (readonly (readonly (readonly number[])[])[])[]
  width?: number
  height?: number
  /** The narrowest piece of the world shown, in degrees of longitude. */
  least?: number
  className?: string
}

const groupClass: Record<string, string> = {
  institutional: 'group-institutional',
  knowledge: 'group-knowledge',
  economic: 'group-economic',
  cultural: 'group-cultural',
  other: 'group-other',
}

// The path is scaled, its line is not.
const scaledBy = (step: number) => ({ transform: `scale(${step})`, vectorEffect: 'non-scaling-stroke' }) as const
const [onGround, onLine] = [scaledBy(groundStep), scaledBy(lineStep)]

/** A small map drawn on the server: one SVG, no script, no style. The same discs and lines as on the large one. */
export function MiniMap({
  label,
  points,
  lines = [],
  boundary = [],
  width = 360,
  height = 240,
  least = 8,
  className = '',
}: MiniMapProps) {
  const outer = boundary.flat()
  const corners = (): LonLat[] => {
    if (outer.length === 0) return []
    const [west, south, east, north] = boxAround(outer)
    return [
      [west, south],
      [east, north],
    ]
  }
  const bends = bendsOf(lines)
  const ways = lines.map((line) => greatCircle(line.from, line.to, bends.get(line.id)))
  const places = [...points.map(({ at }) => at), ...corners(), ...lines.flatMap(({ from, to }) => [from, to])]
  const window = windowAround(places, width, height, least)
  const { land, borders } = miniGround(window)
  const middle = window.left + width / 2 / window.scale
  const pixel = ([lon, lat]: LonLat) => ({
    cx: Math.round((nearestCopy(mercatorX(lon), middle) - window.left) * window.scale * 10) / 10,
    cy: Math.round((mercatorY(lat) - window.top) * window.scale * 10) / 10,
  })
  const flat = (run: readonly (readonly number[])[]) =>
    Float64Array.from(run.flatMap(([lon = 0, lat = 0]) => [mercatorX(lon), mercatorY(lat)]))
  const trace = (runs: readonly (readonly (readonly number[])[])[], isClosed: boolean) =>
    [-1, 0, 1]
      .flatMap((copy) =>
        runs.map((run) =>
          pathThrough(flat(run), copy, window, { isClosed, step: lineStep, detail: isClosed ? 1 : 0.5 }),
        ),
      )
      .join('')

  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      className={`block h-auto w-full rounded-md bg-map-water ${className}`}
    >
      <path {...onGround} d={land} fillRule="evenodd" strokeWidth={0.7} className="fill-map-land stroke-map-coast" />
      <path {...onGround} d={borders} fill="none" strokeWidth={0.7} className="stroke-map-border" />
      {outer.length > 0 ? (
        <path
          {...onLine}
          d={trace(outer, true)}
          fillRule="evenodd"
          fillOpacity={0.12}
          strokeWidth={1.5}
          strokeLinejoin="round"
          className="fill-ink stroke-ink"
        />
      ) : null}
      {lines.map((line, i) => {
        const d = trace(ways[i] ?? [], false)
        const wide = arcWidth(line.count)
        const hollow = isHollow(line.state)
        const outerWidth = hollow ? wide + 2 : wide
        const dash = line.state === 'planned' ? `${3 + 2 * wide} ${2 + wide}` : undefined
        return (
          <g key={line.id} fill="none" className={groupClass[line.group] ?? 'group-other'}>
            <path {...onLine} d={d} strokeWidth={outerWidth + 2.5} className="stroke-map-land" />
            <path {...onLine} d={d} strokeWidth={outerWidth} strokeDasharray={dash} className="stroke-(--k)" />
            {hollow ? (
              <path {...onLine} d={d} strokeWidth={Math.max(1.4, outerWidth - 2.4)} className="stroke-map-land" />
            ) : null}
          </g>
        )
      })}
      {points.toReversed().map(({ id, at, color, isMain }) => (
        <g key={id} className={color}>
          {isMain ? <circle {...pixel(at)} r={10} className="fill-ink" /> : null}
          <circle
            {...pixel(at)}
            r={isMain ? 8 : 5}
            strokeWidth={color ? 1.5 : 2}
            className={color ? 'fill-(--k) stroke-sheet' : 'fill-sheet stroke-ink'}
          />
        </g>
      ))}
    </svg>
  )
}

/** Lines between the same two places bow apart. */
function bendsOf(lines: readonly Arc[]): Map<string, number> {
  const ways = new Map<string, string[]>()
  for (const { id, from, to } of lines) {
    const way = [...from, ...to].join()
    ways.set(way, [...(ways.get(way) ?? []), id])
  }
  return new Map([...ways.values()].flatMap((ids) => spreadBends(ids.length).map((bend, i) => [ids[i] ?? '', bend])))
}
