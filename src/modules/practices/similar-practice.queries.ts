import { z } from 'zod'
import { getPracticeSummaries } from '@/modules/practices/practice.queries'
import {
  byLikeness,
  likenessOf,
  sharedWith,
  sharingSchema,
  type SimilarPractice,
} from '@/modules/practices/similar-practice.schema'
import { sharingTraits } from '@/modules/practices/similar-practice.sql'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'
import { prepared } from '@/platform/prepared'

const rows = z.array(sharingSchema)
const mostAlike = 4

/** Public practices most like this public one, likest first. */
export async function findSimilarPractices(id: string, locale: string): Promise<SimilarPractice[]> {
  return keptPerVersion(`similar-practices ${id} ${locale}`, async () => {
    const sharing = rows.parse(await db.$queryRaw<unknown[]>(prepared(sharingTraits(id))))
    const likest = sharing.map(likenessOf).sort(byLikeness).slice(0, mostAlike)
    const practices = await getPracticeSummaries(
      likest.map((one) => one.id),
      locale,
    )
    return likest.flatMap((likeness) => {
      const practice = practices.find((one) => one.id === likeness.id)
      return practice === undefined ? [] : [{ practice, shared: sharedWith(practice, likeness) }]
    })
  })
}
