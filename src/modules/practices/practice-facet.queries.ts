import { z } from 'zod'
import type { Locale } from '@/core/localized'
import { namedAnswers } from '@/modules/map/facet.queries'
import { practiceWhere } from '@/modules/practices/practice.queries'
import { countPracticesBy } from '@/modules/practices/practice-facet.sql'
import { type FacetAnswer, type PracticeFacet, withoutFacet } from '@/modules/taxonomy/facet.schema'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { linesOf } from '@/modules/territories/territory-lines.schema'
import { findTerritories } from '@/modules/territories/territory.queries'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'

const rows = z.array(z.object({ value: z.string(), label: z.string().nullable(), count: z.number() }))

/** The answers to one facet of the list of practices with the rows each would leave, beside every other filter. */
export async function findPracticeFacet(question: {
  facet: PracticeFacet
  filter: Filter
  locale: Locale
}): Promise<FacetAnswer> {
  const { facet, locale } = question
  const { sort: _sort, after: _after, zoom: _zoom, ...filter } = question.filter
  return keptPerVersion(`practice-facet ${JSON.stringify([facet, locale, filter])}`, async () => {
    const { rows: territories } = await findTerritories({}, { locale })
    const counted = rows.parse(
      await db.$queryRaw<unknown[]>(
        countPracticesBy(facet, await practiceWhere(withoutFacet(filter, facet)), linesOf(territories)),
      ),
    )
    const { named, keyOf } = await namedAnswers({ facet, locale }, counted, territories)
    const counts = new Map(counted.map(({ value, count }) => [value, count]))
    const choices = named
      .map((one) => ({ ...one, count: counts.get(keyOf(one)) ?? 0 }))
      .filter(({ count }) => count > 0 || facet === 'reviewed')
    return { choices, more: 0 }
  })
}
