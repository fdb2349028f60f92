import { z } from 'zod'
import type { Cell } from '@/modules/census/cell.schema'
import * as sql from '@/modules/map/map.sql'
import { findTerritories } from '@/modules/territories/territory.queries'
import { db } from '@/platform/db'
import { keeper, keptPerVersion } from '@/platform/list'

type Named = ReadonlyMap<string, { name: string; line: readonly string[] }>

/** Names of territories, each with its line upwards, itself first. */
async function territories(locale: string): Promise<Named> {
  return keptPerVersion(`territory-lines ${locale}`, async () => {
    const { rows } = await findTerritories({}, { locale })
    const byId = new Map(rows.map((territory) => [territory.id, territory]))
    return new Map(
      rows.map(({ id, name }) => {
        const line: string[] = []
        for (let at: string | null = id; at !== null; at = byId.get(at)?.parentId ?? null) line.push(at)
        return [id, { name, line }]
      }),
    )
  })
}

/**
 * Names the innermost territory that, with those below it, is home to more than half of a cell; null when none is.
 */
export async function homeNamer(locale: string): Promise<(cell: Cell) => string | null> {
  const named = await territories(locale)
  return ({ byHome, actors }) => {
    const within = new Map<string, number>()
    for (const home in byHome)
      for (const id of named.get(home)?.line ?? []) within.set(id, (within.get(id) ?? 0) + (byHome[home] ?? 0))
    let found: string | null = null
    let depth = 0
    for (const [id, count] of within) {
      const territory = named.get(id)
      if (count * 2 <= actors || territory === undefined || territory.line.length <= depth) continue
      found = territory.name
      depth = territory.line.length
    }
    return found
  }
}

const nameSchema = z.object({
  id: z.string(),
  slug: z.string(),
  longitude: z.number(),
  latitude: z.number(),
  name: z.string(),
  language: z.string(),
  verified_at: z.date().nullable(),
})
type NamedActor = z.output<typeof nameSchema>

/** Who stands alone on one map stands alone on many: names are kept by language until something changes. */
const namesKept = keeper(8)
const mostNames = 20_000

/** Names and places of actors that stand alone, by id. */
export async function findNames(ids: readonly string[], locale: string): Promise<ReadonlyMap<string, NamedActor>> {
  if (ids.length === 0) return new Map()
  const known = await namesKept(`names ${locale}`, () => Promise.resolve(new Map<string, NamedActor>()))
  const found = new Map<string, NamedActor>()
  const unknown = ids.filter((id) => {
    const named = known.get(id)
    if (named !== undefined) found.set(id, named)
    return named === undefined
  })
  if (unknown.length === 0) return found
  const rows = await db.$queryRaw<unknown[]>(sql.namesOfActors(unknown, locale))
  if (known.size + rows.length > mostNames) known.clear()
  for (const row of rows.map((raw) => nameSchema.parse(raw))) {
    found.set(row.id, row)
    known.set(row.id, row)
  }
  return found
}
