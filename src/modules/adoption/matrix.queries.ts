import { z } from 'zod'
import { decided } from '@/core/decision'
import { inLanguage, localized } from '@/core/localized'
import { encodeKey } from '@/core/page'
import {
  type Matrix,
  type MatrixCounts,
  type MatrixFacet,
  matrixFacets,
  type MatrixFilter,
} from '@/modules/adoption/matrix.schema'
import * as sql from '@/modules/adoption/matrix.sql'
import { type TransferRecord, transferRecordSchema, transferState } from '@/modules/adoption/transfer.schema'
import { transfersById } from '@/modules/adoption/transfer.sql'
import { linesOf } from '@/modules/territories/territory-lines.schema'
import { findTerritories, territoryIdsWithin } from '@/modules/territories/territory.queries'
import { db } from '@/platform/db'
import { factsOfRows, type FileFacts } from '@/platform/file-facts'
import { keptPerVersion } from '@/platform/list'

const id = z.string()
const rawMatrix = z.object({
  total: z.number(),
  rows: z.array(
    z.object({
      id,
      slug: z.string(),
      title: localized(20_000),
      homeId: id.nullable(),
      key: z.tuple([z.string(), z.string()]),
      relations: z.array(id),
    }),
  ),
  cells: z.array(z.object({ id, practiceId: id, territoryId: id, state: transferState, since: z.string().nullable() })),
  sums: z.array(z.object({ territoryId: id, adopted: z.number(), others: z.number() })),
  homes: z.array(z.object({ territoryId: id, own: z.number() })),
})

const insideOf = (filter: MatrixFilter) =>
  filter.territory === undefined ? Promise.resolve(null) : territoryIdsWithin(filter.territory)

/**
 * Who adopted whose practice: one page of practices, and the territories that have something to do with the selection (all
 * of them with `rows: 'all'`), at most `mostColumns`, those with the most first chosen. One query, kept per version.
 */
export async function getMatrix(
  filter: MatrixFilter,
  { limit, mostColumns, locale }: { limit: number; mostColumns: number; locale: string },
): Promise<Matrix> {
  const found = await keptPerVersion(`adoption-matrix ${limit} ${JSON.stringify(filter)}`, async () => {
    const rows = await db.$queryRaw<unknown[]>(sql.adoptionMatrix(filter, await insideOf(filter), limit + 1))
    return rawMatrix.parse(rows[0])
  })
  const { rows: territories } = await findTerritories({}, { locale })
  const byId = new Map(territories.map(({ id: one, slug, name }) => [one, { id: one, slug, name }]))
  const page = found.rows.slice(0, limit)
  const last = page.at(-1)
  const count = (territoryId: string) => ({
    ...(found.sums.find((sum) => sum.territoryId === territoryId) ?? { adopted: 0, others: 0 }),
    own: found.homes.find((home) => home.territoryId === territoryId)?.own ?? 0,
  })
  const every = territories
    .map(({ id: one, slug, name }) => {
      const { adopted, others, own } = count(one)
      return { id: one, slug, name, adopted, others, own }
    })
    .filter(({ adopted, others, own }) => filter.rows === 'all' || adopted + others + own > 0)
    .sort((a, b) => a.name.localeCompare(b.name, locale))
  const weightOf = ({ adopted, others, own }: (typeof every)[number]) => 1000 * (adopted + others) + own
  const kept = new Set(
    every
      .toSorted((a, b) => weightOf(b) - weightOf(a))
      .slice(0, mostColumns)
      .map((column) => column.id),
  )
  const cellsOf = (practiceId: string) => found.cells.filter((cell) => cell.practiceId === practiceId)
  return {
    total: found.total,
    next: found.rows.length > limit && last !== undefined ? encodeKey(last.key) : null,
    rows: page.map(({ key: _key, homeId, title, ...row }) => {
      const adopted = cellsOf(row.id).filter(({ state }) => state === 'adopted').length
      return {
        ...row,
        title: inLanguage(title, locale),
        home: homeId === null ? null : (byId.get(homeId) ?? null),
        ...{ adopted, others: cellsOf(row.id).length - adopted },
      }
    }),
    columns: every.filter((column) => kept.has(column.id)),
    hidden: every.length - kept.size,
    cells: found.cells,
    adopted: found.sums.reduce((sum, { adopted }) => sum + adopted, 0),
    others: found.sums.reduce((sum, { others }) => sum + others, 0),
  }
}

const counted = z.array(z.object({ value: z.string(), count: z.number() }))

/** The answers to every filter of the matrix with the practices each would leave; territories by slug. Kept per version. */
export async function getMatrixCounts({ after: _after, ...filter }: MatrixFilter): Promise<MatrixCounts> {
  return keptPerVersion(`adoption-counts ${JSON.stringify(filter)}`, async () => {
    const { rows: territories } = await findTerritories({}, { locale: 'en' })
    const lines = linesOf(territories)
    const slugs = new Map(territories.map(({ id: one, slug }) => [one, slug]))
    const countOf = async (facet: MatrixFacet) => {
      const { [facet]: _own, ...others } = filter
      const asked = { filter: others, inside: await insideOf(others), lines }
      const rows = counted.parse(await db.$queryRaw<unknown[]>(sql.countMatrixBy(facet, asked)))
      return Object.fromEntries(rows.map(({ value, count }) => [slugs.get(value) ?? value, count]))
    }
    const [theme, axis, state, reviewed, territory] = await Promise.all(matrixFacets.map(countOf))
    return {
      theme: theme ?? {},
      axis: axis ?? {},
      state: state ?? {},
      reviewed: reviewed ?? {},
      territory: territory ?? {},
    }
  })
}

const ids = z.array(z.object({ id }))
const mostInFile = 20_000
const atOnce = 500

/** Every transfer of a selection, in the order of the matrix, some hundred read at a time: for a file. */
export async function* walkTransfers(filter: MatrixFilter): AsyncGenerator<TransferRecord> {
  decided() // the public views alone
  const inside = await insideOf(filter)
  const found = ids.parse(await db.$queryRaw<unknown[]>(sql.adoptionRows(filter, inside, mostInFile)))
  for (let at = 0; at < found.length; at += atOnce) {
    const chunk = found.slice(at, at + atOnce).map((row) => row.id)
    const rows = z.array(transferRecordSchema).parse(await db.$queryRaw<unknown[]>(transfersById(chunk)))
    const byId = new Map(rows.map((one) => [one.id, one]))
    for (const one of chunk) {
      const record = byId.get(one)
      if (record !== undefined) yield record
    }
  }
}

/** What a file of these transfers says of all its rows. */
export const transferFileFacts = (filter: MatrixFilter): Promise<FileFacts> =>
  factsOfRows(
    `transfer-records ${JSON.stringify(filter)}`,
    () => walkTransfers(filter),
    ({ practice, note, reasons, became, workshopTitle }) =>
      [practice.title, note, reasons, became, workshopTitle].filter((text) => text !== null),
  )
