import { z } from 'zod'
import { decodeKey } from '@/core/page'
import { transferState } from '@/modules/adoption/transfer.schema'
import { practiceAxis } from '@/modules/practices/practice.schema'
import { reviewedStates } from '@/modules/taxonomy/filter.schema'
import { theme } from '@/modules/taxonomy/taxonomy.schema'

/** What the adoption matrix is asked for, as in its address; every key is optional. */
const matrixFilterSchema = z.object({
  theme: theme.optional(),
  axis: practiceAxis.optional(),
  state: transferState.optional(),
  /** What groups said of the practice. */
  reviewed: z.enum(reviewedStates).optional(),
  /** Practices at home there or taken up there, what lies within included. */
  territory: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional(),
  /** `all`: also practices and territories of which nothing is recorded. */
  rows: z.literal('all').optional(),
  after: z
    .string()
    .max(2000)
    .transform(decodeKey)
    .pipe(z.tuple([z.string(), z.uuid()]))
    .optional(),
})
export type MatrixFilter = z.output<typeof matrixFilterSchema>
export const matrixKeys = matrixFilterSchema.keyof().options
export type MatrixKey = keyof MatrixFilter

/** Filters whose answers are chosen from a list. */
export const matrixFacets = ['theme', 'axis', 'state', 'reviewed', 'territory'] as const satisfies readonly MatrixKey[]
export type MatrixFacet = (typeof matrixFacets)[number]

/** How many practices the matrix has with an answer, beside every other filter; an answer without any is absent. */
export type MatrixCounts = Readonly<Record<MatrixFacet, Readonly<Record<string, number>>>>

/** Reads the filters of an address; what means nothing is left out and named in `ignored`. */
export function matrixFilterOf(params: URLSearchParams): { filter: MatrixFilter; ignored: MatrixKey[] } {
  const raw = new Map<string, string>()
  for (const key of matrixKeys) {
    const value = params.getAll(key).at(-1)
    if (value !== undefined && value.trim() !== '') raw.set(key, value)
  }
  const first = matrixFilterSchema.safeParse(Object.fromEntries(raw))
  if (first.success) return { filter: first.data, ignored: [] }
  const ignored = matrixKeys.filter((key) => first.error.issues.some((issue) => issue.path[0] === key))
  for (const key of ignored) raw.delete(key)
  return { filter: matrixFilterSchema.parse(Object.fromEntries(raw)), ignored }
}

type NamedTerritory = { id: string; slug: string; name: string }

/** A row of the matrix: a practice, whose it is, and how many territories adopted it or recorded anything else. */
export type MatrixRow = {
  id: string
  slug: string
  title: { value: string; language: string; machine: boolean }
  home: NamedTerritory | null
  adopted: number
  others: number
  /** Public relations the practice rests on: ids. */
  relations: string[]
}

/** A column: a territory, what it recorded in the whole selection, and how many practices of it are at home there. */
export type MatrixColumn = NamedTerritory & { adopted: number; others: number; own: number }

export type MatrixCell = {
  id: string
  practiceId: string
  territoryId: string
  state: z.output<typeof transferState>
  since: string | null
}

export type Matrix = {
  /** Practices in the whole selection, of which `rows` are one page. */
  total: number
  next: string | null
  rows: MatrixRow[]
  columns: MatrixColumn[]
  /** Territories left out because there are too many. */
  hidden: number
  cells: MatrixCell[]
  /** Sums over the whole selection. */
  adopted: number
  others: number
}

/** The cell of a row and a column: what is recorded, or that the practice is at home there, or nothing. */
export function cellOf(
  cells: ReadonlyMap<string, MatrixCell>,
  row: Pick<MatrixRow, 'id' | 'home'>,
  column: Pick<MatrixColumn, 'id'>,
): MatrixCell | 'home' | null {
  return row.home?.id === column.id ? 'home' : (cells.get(`${row.id} ${column.id}`) ?? null)
}

/** Cells by their place, for `cellOf`. */
export const placed = (cells: readonly MatrixCell[]): ReadonlyMap<string, MatrixCell> =>
  new Map(cells.map((cell) => [`${cell.practiceId} ${cell.territoryId}`, cell]))

/** What a picture of the matrix says beside its cells, in the reader's language. */
export type MatrixWords = {
  title: string
  /** How much there is, and what was chosen. */
  subtitle: string
  /** What each sign means. */
  signs: Readonly<Record<'home' | MatrixCell['state'], string>>
  /** Each a line at the foot: what is left out, date, source and licence. */
  foot: readonly string[]
}
