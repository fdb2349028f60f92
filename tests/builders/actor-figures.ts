import { findYears } from '@/modules/map/year.queries'
import {
  countRelations,
  countRelationsByCountry,
  countRelationsByDecade,
  coverageOfRelations,
  type DecadeCount,
  findRelations,
} from '@/modules/relations/relation.queries'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { db } from '@/platform/db'

export const byDecade = (rows: readonly DecadeCount[]) =>
  rows.toSorted((a, b) => (a.decade ?? 9999) - (b.decade ?? 9999) || (a.state < b.state ? -1 : 1))

/** What the page of an actor counts: of the first and last public one, and of one that is not public. */
export async function figuresOfActors(filter: Filter): Promise<object[]> {
  const isPublic = { status: 'published', visibility: 'public' } as const
  const found = await Promise.all([
    db.actor.findFirst({ where: isPublic, orderBy: { id: 'asc' } }),
    db.actor.findFirst({ where: isPublic, orderBy: { relationCount: 'desc' } }),
    db.actor.findFirst({ where: { NOT: isPublic }, orderBy: { id: 'asc' } }),
  ])
  const answers: object[] = []
  for (const actor of found) {
    const own = { ...filter, ...(actor !== null && { partyId: actor.id }) }
    answers.push({
      counts: [await countRelations(own), await countRelations({ ...own, scope: 'domestic' })],
      countries: (await countRelationsByCountry(own)).sort((a, b) => (a.country < b.country ? -1 : 1)),
      decades: byDecade(await countRelationsByDecade(own)),
      coverage: [await coverageOfRelations(own), await coverageOfRelations({ holder: actor?.id ?? '' })],
      years: await findYears(own),
      list: (await findRelations({ ...own, sort: '-started' }, { limit: 7, locale: 'en' })).rows.map(({ id }) => id),
    })
  }
  return answers
}
