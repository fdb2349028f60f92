import { type Bbox, isInBox } from '@/core/bbox'
import type { LonLat } from '@/core/mercator'
import type { Atlas } from '@/modules/census/atlas.schema'
import type { TieLevel } from '@/modules/taxonomy/filter.schema'

export type TiesAsked = {
  level: TieLevel
  /** Only ties with an end in it; null = everywhere. */
  box: Bbox | null
  most: number
  /** Where countries and regions are; ties of others are not shown. Cities know their own. */
  at: (sign: string) => LonLat | null
}

/** Ties of one level: what they are between, which of them a row has. */
export type Ties = {
  count: number
  textOf: (tie: number) => string
  /** Is it one of those asked for? */
  isShown: (tie: number) => boolean
  /** Which of two of the same strength is told first. */
  isBefore: (tie: number, other: number) => boolean
  /** The ties of a row: `items[first(row) … end(row)]`. */
  items: Uint32Array
  first: (row: number) => number
  end: (row: number) => number
}

/** Ties of countries or regions: lists of a dictionary. */
function areaTies({ relations, kept }: Atlas, { level, box, at }: TiesAsked): Ties {
  const [column, lists] =
    level === 'country'
      ? [relations.countryTies.data, relations.countryTieLists]
      : [relations.regionTies.data, relations.regionTieLists]
  const [{ texts }, starts] = [lists.codes, lists.starts.data]
  const shown = kept.marks.get(`ties ${level} ${box?.join() ?? ''}`, () =>
    lists.codes.table((tie) => {
      const ends = tie.split('~').map(at)
      return ends.every((end) => end !== null) && (box === null || ends.some((end) => isInBox(box, end)))
    }),
  )
  return {
    count: texts.length,
    textOf: (tie) => texts[tie] ?? '',
    isShown: (tie) => shown[tie] === 1,
    isBefore: (tie, other) => (texts[tie] ?? '') < (texts[other] ?? ''),
    items: lists.items.data,
    first: (row) => starts[column[row] ?? 0] ?? 0,
    end: (row) => starts[(column[row] ?? 0) + 1] ?? 0,
  }
}

function cityTies({ relations, places }: Atlas, { box }: TiesAsked): Ties {
  const { cityTies: pairs } = relations
  const [one, other, ids] = [pairs.one.data, pairs.other.data, places.ids.data]
  const [starts, counts, items] = [relations.cityStart.data, relations.cityCount.data, relations.cities.data]
  const near = placesIn({ places }, box)
  return {
    count: pairs.count,
    textOf: (tie) => `${String(ids[one[tie] ?? 0])}~${String(ids[other[tie] ?? 0])}`,
    isShown: (tie) => near === null || near[one[tie] ?? 0] === 1 || near[other[tie] ?? 0] === 1,
    isBefore: (tie, than) =>
      ((ids[one[tie] ?? 0] ?? 0) - (ids[one[than] ?? 0] ?? 0) ||
        (ids[other[tie] ?? 0] ?? 0) - (ids[other[than] ?? 0] ?? 0)) < 0,
    items,
    first: (row) => starts[row] ?? 0,
    end: (row) => (starts[row] ?? 0) + (counts[row] ?? 0),
  }
}

/** Cities in a box: 1 by number of the place register; null = everywhere. */
export function placesIn({ places }: Pick<Atlas, 'places'>, box: Bbox | null): Uint8Array | null {
  if (box === null) return null
  const [longitude, latitude] = [places.longitude.data, places.latitude.data]
  const near = new Uint8Array(places.count)
  for (let place = 1; place < near.length; place++)
    if (isInBox(box, [longitude[place] ?? Number.NaN, latitude[place] ?? Number.NaN])) near[place] = 1
  return near
}

export const tiesOf = (atlas: Atlas, asked: TiesAsked): Ties =>
  asked.level === 'city' ? cityTies(atlas, asked) : areaTies(atlas, asked)
