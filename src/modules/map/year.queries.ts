import { z } from 'zod'
import { yearsInMemory } from '@/modules/census/relation-count.queries'
import { countByYear } from '@/modules/map/facet.sql'
import type { Years } from '@/modules/map/year.schema'
import { countRelations, type RelationFilter, relationWhere } from '@/modules/relations/relation.queries'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'

const row = z.object({ what: z.enum(['begun', 'renewed', 'ended']), year: z.number(), count: z.number() })

/** Public relations under a filter by year, whatever years it asks for; `now` counts those it leaves. */
export async function findYears(filter: RelationFilter): Promise<Years> {
  const { since: _since, until: _until, sort: _sort, after: _after, zoom: _zoom, ...beside } = filter
  const [{ total: now }, { total }, rows] = await Promise.all([
    countRelations(filter),
    countRelations(beside),
    keptPerVersion(`years ${JSON.stringify(beside)}`, async () => {
      const known = await yearsInMemory(beside)
      if (known !== null) return known
      const found = await db.$queryRaw<unknown[]>(countByYear(await relationWhere(beside)))
      return found.map((raw) => row.parse(raw))
    }),
  ])
  const of = (what: 'begun' | 'renewed' | 'ended') =>
    rows.filter((one) => one.what === what).map(({ year, count }): [number, number] => [year, count])
  return { total, now, begun: of('begun'), renewed: of('renewed'), ended: of('ended') }
}
