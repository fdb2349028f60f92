import { z } from 'zod'
import { getPracticeSummaries } from '@/modules/practices/practice.queries'
import { sharedSchema, type SimilarPractice } from '@/modules/practices/similar-practice.schema'
import { likePractice } from '@/modules/practices/practice.sql'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'

const rows = z.array(sharedSchema.extend({ id: z.string() }))

/** Public practices most like this public one, likest first. */
export async function findSimilarPractices(id: string, locale: string): Promise<SimilarPractice[]> {
  return keptPerVersion(`similar-practices ${id} ${locale}`, async () => {
    const found = rows.parse(await db.$queryRaw<unknown[]>(likePractice(id)))
    const practices = await getPracticeSummaries(
      found.map((row) => row.id),
      locale,
    )
    return found.flatMap(({ id: likeId, ...shared }) => {
      const practice = practices.find((one) => one.id === likeId)
      return practice === undefined ? [] : [{ practice, shared }]
    })
  })
}
