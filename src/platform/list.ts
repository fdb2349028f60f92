import { z } from 'zod'
import { decided } from '@/core/decision'
import { encodeKey, type Page, type PageKey } from '@/core/page'
import type { Prisma } from '@/generated/prisma/client'
import { db, watchPool } from '@/platform/db'
import { prepared } from '@/platform/prepared'

const keySchema = z.array(z.union([z.string(), z.number(), z.null()]))

/** One page of rows read with one row more than asked for: the extra row only says that there is a next page. */
export function pageOf<Row>(
  raw: readonly { key: unknown }[],
  limit: number,
  toRow: (raw: unknown) => Row,
  total: number,
): Page<Row> {
  const shown = raw.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(toRow),
    next: raw.length > limit && last !== undefined ? encodeKey(keySchema.parse(last.key)) : null,
    total,
  }
}

/** How many rows a list has: a first page, read with one row more than asked for, counts itself when it is all there is. */
export const totalOf = async (
  raw: readonly unknown[],
  { after, limit }: { after?: PageKey | string | null | undefined; limit: number },
  count: () => Promise<number>,
): Promise<number> => ((after ?? null) === null && raw.length <= limit ? raw.length : count())

type Position = { after: PageKey | null; limit: number }

/** The statements of a list of which the ids are found first, by the index of its order, then the rows of a page alone. */
type ListStatements = {
  ids: (where: Prisma.Sql, page: Position) => Prisma.Sql
  rows: (ids: readonly string[], locale: string) => Prisma.Sql
  count: (where: Prisma.Sql) => Prisma.Sql
}

const idRows = z.array(z.object({ id: z.string() }))
const countRow = z.tuple([z.object({ total: z.number() })])

/** Pages and ids of such a list. */
export function listByIds<Row>(statements: ListStatements, toRow: (raw: unknown, locale: string) => Row) {
  const ids = async (where: Prisma.Sql, page: Position): Promise<string[]> =>
    idRows.parse(await db.$queryRaw(statements.ids(where, page))).map(({ id }) => id)
  const count = async (where: Prisma.Sql): Promise<number> =>
    countRow.parse(await db.$queryRaw(statements.count(where)))[0].total
  const page = async (
    where: Prisma.Sql,
    { after = null, limit, locale }: { after?: PageKey | null; limit: number; locale: string },
  ): Promise<Page<Row>> => {
    const found = await ids(where, { after, limit: limit + 1 })
    const rows =
      found.length === 0 ? [] : await db.$queryRaw<{ key: unknown }[]>(prepared(statements.rows(found, locale)))
    const total = await totalOf(rows, { after, limit }, () => count(where))
    return pageOf(rows, limit, (raw) => toRow(raw, locale), total)
  }
  return { ids, page }
}

/**
 * For lists read through Prisma by an instant and the id, newest first: what lies after a position (an instant as
 * PostgreSQL or `timePart` writes it, and an id).
 */
export function olderThan<Field extends string>(after: PageKey | null, field: Field) {
  if (after === null) return {}
  const at = new Date(String(after[0]))
  return { OR: [{ [field]: { lt: at } }, { [field]: at, id: { lt: String(after[1]) } }] }
}

const versionRow = z.tuple([z.object({ version: z.string() })])

async function readVersion(): Promise<string> {
  // Through pg alone, prepared: this is asked for with every public request.
  const { rows } = await watchPool.query({
    name: 'data_version',
    text: 'SELECT version::text FROM data_version WHERE id = 1',
  })
  const [row] = versionRow.safeParse(rows).data ?? [{ version: '0' }]
  return row.version
}

let reading: Promise<string> | null = null
let waiting: Promise<string> | null = null

/**
 * The number that grows with every public change; read in the request that uses it (9-decisions, Caching). Whoever asks
 * while it is being read shares the next reading, which begins after they asked.
 */
export function dataVersion(): Promise<string> {
  if (reading === null) return begin()
  waiting ??= reading.then(begin, begin)
  return waiting
}

function begin(): Promise<string> {
  waiting = null
  const mine = readVersion()
  reading = mine
  const over = () => {
    if (reading === mine) reading = null
  }
  mine.then(over, over)
  return mine
}

/**
 * A place for public results as long as the data version stands (9-decisions, Caching: public data only, keyed by the
 * version read in the same request). Concurrent askers share one computation; a failed one is not kept. Together the
 * results weigh no more than `most`; the oldest go first.
 */
export function keeper(most: number, weightOf: (result: unknown) => number = () => 1) {
  type Entry = { result: Promise<unknown>; weight: number }
  const kept: { version: string; entries: Map<string, Entry>; weight: number } = {
    version: '',
    entries: new Map(),
    weight: 0,
  }
  const lighten = (entries: Map<string, Entry>) => {
    for (const [key, entry] of entries) {
      if (kept.weight <= most || entries.size === 1) return
      entries.delete(key)
      kept.weight -= entry.weight
    }
  }
  return async function keep<Result>(key: string, compute: () => Promise<Result>): Promise<Result> {
    decided() // public data only: for everybody
    const version = await dataVersion()
    if (kept.version !== version) {
      kept.version = version
      kept.entries = new Map()
      kept.weight = 0
    }
    const entries = kept.entries
    const found = entries.get(key)
    // Every key is asked for with one result type: it begins with the name of the query.
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the one cast of this cache
    if (found !== undefined) return found.result as Promise<Result>
    const result = compute()
    const entry: Entry = { result, weight: 0 }
    entries.set(key, entry)
    result.then(
      (done) => {
        // Another version, or already put away.
        if (kept.entries.get(key) !== entry) return
        entry.weight = weightOf(done)
        kept.weight += entry.weight
        lighten(entries)
      },
      () => {
        if (entries.get(key) === entry) entries.delete(key)
      },
    )
    return result
  }
}

/** The keeper of small results: counts, clusters, lines. */
export const keptPerVersion = keeper(500)
