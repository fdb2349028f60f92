import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { countryByName } from '@/core/country-by-name'
import { latitude, longitude } from '@/core/number'
import { line } from '@/core/text'
import { type ImportProblem, UnreadableFile } from '@/modules/imports/import.schema'

/** One end of a twinning as the file gives it. `country` is null where the label names no present country. */
export type TwinEnd = {
  label: string
  country: string | null
  countryLabel: string
  longitude: number | null
  latitude: number | null
}
export type TwinRow = { row: number; origin: TwinEnd; partner: TwinEnd }

const columns = {
  origin: { label: 'origincityLabel', country: 'origincountry', latitude: 'originlat', longitude: 'originlong' },
  partner: {
    label: 'sistercityLabel',
    country: 'destination_countryLabel',
    latitude: 'destinationlat',
    longitude: 'destinationlong',
  },
} as const
const needed = Object.values(columns).flatMap((end) => Object.values(end))

// English labels of Wikidata that are not names of ISO 3166, and what they stand for.
const wikidataCountries: Record<string, string> = {
  "People's Republic of China": 'CN',
  'Ivory Coast': 'CI',
  'Cape Verde': 'CV',
  'Republic of Macedonia': 'MK',
  'Democratic Republic of the Congo': 'CD',
  'Republic of the Congo': 'CG',
  'Faroe Islands': 'FO',
  'The Gambia': 'GM',
  'The Bahamas': 'BS',
  'Kingdom of Denmark': 'DK',
  'Kingdom of the Netherlands': 'NL',
  'Palestinian National Authority': 'PS',
  'State of Palestine': 'PS',
  'Gaza Strip': 'PS',
  'Federated States of Micronesia': 'FM',
  Eswatini: 'SZ',
  Swaziland: 'SZ',
  Kosovo: 'XK',
}

const records = z.array(z.array(z.string()))

const countryOf = (label: string): string | null => wikidataCountries[label] ?? countryByName(label)

/**
 * Reads a file of twin towns as published from Wikidata (P190): tab-separated, UTF-8, English labels, one row a
 * direction. Quotes are ordinary characters. Rows that say too little are refused; the file is not
 * (`UnreadableFile` is thrown when it is empty or another format).
 */
export function readTwins(text: string): { rows: TwinRow[]; problems: ImportProblem[] } {
  if (text.includes('\0')) throw new UnreadableFile('notText')
  if (text.trim() === '') throw new UnreadableFile('emptyFile')
  const parsed = records.parse(
    parse(text, { delimiter: '\t', quote: false, bom: true, relax_column_count: true, skip_empty_lines: true }),
  )
  const [header = [], ...body] = parsed
  const missing = needed.filter((name) => !header.includes(name))
  if (missing.length > 0) throw new UnreadableFile('wrongColumns', { missing: missing.join(', ') })
  if (body.length === 0) throw new UnreadableFile('noRows')
  const problems: ImportProblem[] = []
  const rows = body.flatMap((cells, index): TwinRow[] => {
    const row = index + 2
    const refuse = (field: string, code: string, values: Record<string, string | number> = {}) =>
      problems.push({ row, field, severity: 'refused', code, values })
    if (cells.length !== header.length) {
      refuse('', 'ragged', { found: cells.length, expected: header.length })
      return []
    }
    const cell = (name: string) => (cells[header.indexOf(name)] ?? '').trim()
    const before = problems.length
    const end = (names: (typeof columns)['origin' | 'partner']): TwinEnd => {
      const label = line(200).safeParse(cell(names.label))
      if (!label.success) refuse(names.label, label.error.issues[0]?.message ?? 'required', { max: 200 })
      if (cell(names.country) === '') refuse(names.country, 'countryMissing')
      const degrees = { longitude: cell(names.longitude), latitude: cell(names.latitude) }
      const [east, north] = [longitude.safeParse(degrees.longitude), latitude.safeParse(degrees.latitude)]
      // A blank coordinate is absent, never 0; half a point or a number out of range is a fault.
      const isBlank = degrees.longitude === '' && degrees.latitude === ''
      if (!isBlank && !east.success) refuse(names.longitude, degrees.longitude === '' ? 'halfPoint' : 'longitudeRange')
      if (!isBlank && !north.success) refuse(names.latitude, degrees.latitude === '' ? 'halfPoint' : 'latitudeRange')
      return {
        label: label.data ?? '',
        country: countryOf(cell(names.country)),
        countryLabel: cell(names.country),
        longitude: isBlank ? null : (east.data ?? null),
        latitude: isBlank ? null : (north.data ?? null),
      }
    }
    const ends = { origin: end(columns.origin), partner: end(columns.partner) }
    return problems.length > before ? [] : [{ row, ...ends }]
  })
  return { rows, problems }
}
