import { fold } from '@/core/fold'
import type { ImportProblem } from '@/modules/imports/import.schema'
import type { TwinRow } from '@/modules/imports/wikidata-twins.reader'

/** What the gazetteer and the borders know of one end. */
export type KnownEnd = {
  /** The country it is in, null when nothing tells. */
  country: string | null
  /** True when that is not the country the label names. */
  repaired: boolean
  /** GeoNames id, null when the gazetteer has no such name there. */
  placeId: number | null
  /** Places of that name near by, or in that country when the file gave no point. */
  homonyms: number
}

/** A city at one end of a pair, the same for every row that means it. */
export type PairEnd = {
  key: string
  label: string
  country: string
  placeId: number | null
  longitude: number | null
  latitude: number | null
}
export type TwinPair = { key: string; rows: number[]; ends: [PairEnd, PairEnd] }

/**
 * Rows as pairs of cities: both directions and repeated rows of one tie are one pair (data README). An end is the place
 * the gazetteer knows, else country and label. `knownEnds` holds two entries per row, origin first. Warns of repaired
 * countries and of homonyms, refuses ties of a city with itself and ends without any country.
 */
export function pairsOf(
  rows: readonly TwinRow[],
  knownEnds: readonly KnownEnd[],
): { pairs: TwinPair[]; problems: ImportProblem[] } {
  const problems: ImportProblem[] = []
  const pairs = new Map<string, TwinPair>()
  const unknown: KnownEnd = { country: null, repaired: false, placeId: null, homonyms: 0 }
  rows.forEach((row, index) => {
    const ends = [row.origin, row.partner].map((end, side): PairEnd | null => {
      const field = side === 0 ? 'origincityLabel' : 'sistercityLabel'
      const known = knownEnds[2 * index + side] ?? unknown
      const { country, repaired } = known
      if (country === null) {
        problems.push({
          row: row.row,
          field,
          severity: 'refused',
          code: 'countryUnknown',
          values: { country: end.countryLabel },
        })
        return null
      }
      if (repaired)
        problems.push({
          row: row.row,
          field,
          severity: 'warning',
          code: 'countryRepaired',
          values: { label: end.label, from: end.countryLabel, to: country },
        })
      if (known.homonyms > 1)
        problems.push({
          row: row.row,
          field,
          severity: 'warning',
          code: 'homonyms',
          values: { label: end.label, count: known.homonyms },
        })
      const key = known.placeId === null ? `${country}/${fold(end.label)}` : `geonames:${String(known.placeId)}`
      const { label, longitude, latitude } = end
      return { key, label, country, placeId: known.placeId, longitude, latitude }
    })
    const [a, b] = ends
    if (!a || !b) return
    if (a.key === b.key) {
      problems.push({
        row: row.row,
        field: 'sistercityLabel',
        severity: 'refused',
        code: 'twinWithItself',
        values: { label: b.label },
      })
      return
    }
    const [first, second] = a.key < b.key ? [a, b] : [b, a]
    const key = `${first.key}~${second.key}`
    const found = pairs.get(key)
    // The order of the first row is kept: the file's own city stands first.
    if (found === undefined) {
      pairs.set(key, { key, rows: [row.row], ends: [a, b] })
      return
    }
    found.rows.push(row.row)
    // The file's own count takes these for two ties: the same places under another name or country.
    const labels = ({ ends: both }: Pick<TwinPair, 'ends'>) =>
      both
        .map((end) => end.label)
        .sort()
        .join(' – ')
    const [now, before] = [labels({ ends: [a, b] }), labels(found)]
    if (now !== before)
      problems.push({
        row: row.row,
        field: 'sistercityLabel',
        severity: 'warning',
        code: 'sameTie',
        values: { label: now, as: before, asRow: found.rows[0] ?? 0 },
      })
  })
  return { pairs: [...pairs.values()], problems }
}

/** Pairs as the file itself counts them: by label and country label, either way round. */
export const pairsByLabel = (rows: readonly TwinRow[]): { total: number; domestic: number } => {
  const seen = new Map<string, boolean>()
  for (const { origin, partner } of rows) {
    const names = [origin, partner].map((end) => `${end.label}|${end.countryLabel}`).sort()
    seen.set(names.join('~'), origin.countryLabel === partner.countryLabel)
  }
  return { total: seen.size, domestic: [...seen.values()].filter(Boolean).length }
}
