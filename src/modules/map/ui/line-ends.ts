import { mercatorX, mercatorY, type LonLat } from '@/core/mercator'
import type { Line } from '@/modules/map/map.schema'
import type { RelationGroup } from '@/modules/taxonomy/relation-choices.schema'

/** A far place of a selection's lines: one mark, whatever the number of groups that lead there. */
type LineEnd = {
  id: string
  at: LonLat
  name: string
  country: string
  group: RelationGroup
  count: number
  since: string | null
  /** Slugs of the relations with it. */
  relations: string[]
  lines: string[]
}

/** Pixels between two icons. */
const apart = 24

/** What a line is called in the drawing and for the list. */
export const lineId = (line: Line): string => `${line.group} ${line.to.join(' ')}`

/** The far ends of lines, most relations first. */
export function lineEnds(lines: readonly Line[]): LineEnd[] {
  const ends = new Map<string, LineEnd>()
  // Sorted by count: the group with the most relations gives the mark its icon.
  for (const line of lines.toSorted((a, b) => b.count - a.count)) {
    const id = `end ${line.to.map((degrees) => degrees.toFixed(3)).join(' ')}`
    const relations = line.relations.map(({ slug }) => slug)
    const end = ends.get(id)
    if (end === undefined) {
      const { to: at, name, country, group, since } = line
      ends.set(id, { id, at, name, country, group, since, count: relations.length, relations, lines: [lineId(line)] })
      continue
    }
    end.relations = [...new Set([...end.relations, ...relations])]
    end.count = end.relations.length
    end.lines.push(lineId(line))
    if (line.since !== null && (end.since === null || line.since < end.since)) end.since = line.since
  }
  return [...ends.values()].sort((a, b) => b.count - a.count)
}

/** Ids of the ends that stand too near to a more important one to have room for their icon at a zoom. */
export const crowdedEnds = (ends: readonly LineEnd[], centre: LonLat | null, zoom: number): Set<string> =>
  crowdedPlaces(ends, centre, zoom)

/** The same of any places, the most important first. */
export function crowdedPlaces(
  ends: readonly { id: string; at: LonLat }[],
  centre: LonLat | null,
  zoom: number,
): Set<string> {
  const scale = 256 * 2 ** zoom
  const pixel = ([longitude, latitude]: LonLat) => [mercatorX(longitude) * scale, mercatorY(latitude) * scale] as const
  const taken = centre === null ? [] : [pixel(centre)]
  const crowded = new Set<string>()
  for (const end of ends) {
    const [x, y] = pixel(end.at)
    if (taken.some(([otherX, otherY]) => Math.hypot(x - otherX, y - otherY) < apart)) crowded.add(end.id)
    else taken.push([x, y])
  }
  return crowded
}
