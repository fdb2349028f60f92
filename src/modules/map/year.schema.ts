type Counted = [year: number, count: number][]

/** What `/api/map/years` answers: relations under the filters, and the years in which something happened to them. */
export type Years = {
  /** Whatever their years. */
  total: number
  /** Those alive between `since` and `until`. */
  now: number
  /** Pairs of a year and a number, ascending. */
  begun: Counted
  renewed: Counted
  ended: Counted
}

/** One decade of the histogram: `{ decade: 1960, begun: 3, renewed: 0, ended: 1 }`. */
export type Decade = { decade: number; begun: number; renewed: number; ended: number }

/** Relations of which no start is known: they count from the first of all years on. */
export const undatedOf = ({ total, begun }: Years): number => total - begun.reduce((sum, [, count]) => sum + count, 0)

const decadeOf = (year: number) => Math.floor(year / 10) * 10

/** The decades from the first thing that happened to this one, also those in which nothing did. */
export function decadesOf(years: Years, thisYear: number): Decade[] {
  const all = [...years.begun, ...years.renewed, ...years.ended].map(([year]) => year)
  if (all.length === 0) return []
  const sum = (pairs: Years['begun'], decade: number) =>
    pairs.reduce((total, [year, count]) => (decadeOf(year) === decade ? total + count : total), 0)
  // Older ones are few and far between: one bar at the left end would make all others thin.
  const first = Math.max(decadeOf(Math.min(...all)), decadeOf(thisYear) - 190)
  const last = Math.max(decadeOf(Math.max(...all)), decadeOf(thisYear))
  return Array.from({ length: (last - first) / 10 + 1 }, (_, index) => {
    const decade = first + index * 10
    return {
      decade,
      begun: sum(years.begun, decade),
      renewed: sum(years.renewed, decade),
      ended: sum(years.ended, decade),
    }
  })
}

/** How far one step of the player goes: some forty from one end to the other. */
export const stepOf = (first: number, last: number): number => Math.max(1, Math.ceil((last - first) / 40))
