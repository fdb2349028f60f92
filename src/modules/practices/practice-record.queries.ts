import { z } from 'zod'
import { sourceOf } from '@/core/curated'
import { decided } from '@/core/decision'
import { practiceWhere, placeInPractices, type PracticeFilter } from '@/modules/practices/practice.queries'
import { type PracticeRecord, practiceRecordSchema, textsOfRecord } from '@/modules/practices/practice-record.schema'
import { recordsOfPractices } from '@/modules/practices/practice-record.sql'
import { db } from '@/platform/db'
import { factsOfRows, type FileFacts } from '@/platform/file-facts'

const atOnce = 200

const rawRecord = z.looseObject({
  key: z.array(z.union([z.string(), z.number(), z.null()])),
  sourceName: z.string().nullable(),
  sourceRecordId: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  sourceLicence: z.string().nullable(),
  sourceRetrievedOn: z.date().nullable(),
})

/** Every public practice under a filter, whole, in the order of its list; read page by page while it is taken. */
export async function* walkPractices(filter: PracticeFilter): AsyncGenerator<PracticeRecord> {
  decided() // public views only
  const where = await practiceWhere(filter)
  const { sort } = placeInPractices(filter)
  let after: readonly (string | number | null)[] | null = null
  for (;;) {
    const rows: unknown[] = await db.$queryRaw(recordsOfPractices(where, { sort, after, limit: atOnce, locale: '' }))
    for (const row of rows) {
      const { key, ...raw } = rawRecord.parse(row)
      after = key
      yield practiceRecordSchema.parse({ ...raw, source: sourceOf(raw) })
    }
    if (rows.length < atOnce) return
  }
}

/** What a file of these practices says of all its rows. */
export const practiceRecordsFacts = (filter: PracticeFilter): Promise<FileFacts> =>
  factsOfRows(
    `practice-records ${JSON.stringify(filter)}`,
    () => walkPractices(filter),
    (record) => textsOfRecord(record).map(({ text }) => text),
  )
