import { createHash } from 'node:crypto'
import { z } from 'zod'
import { sourceOf } from '@/core/curated'
import { decided } from '@/core/decision'
import { locales } from '@/core/localized'
import { practiceWhere, placeInPractices, type PracticeFilter } from '@/modules/practices/practice.queries'
import { type PracticeRecord, practiceRecordSchema, textsOfRecord } from '@/modules/practices/practice-record.schema'
import { recordsOfPractices } from '@/modules/practices/practice-record.sql'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'

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

/** What a file says of all its rows: the languages its columns need, and a tag that is another one with other rows. */
export type RecordsFacts = { languages: readonly string[]; tag: string; total: number }

/** Reads all rows once, to know before the first is sent; kept until something public changes. */
export async function practiceRecordsFacts(filter: PracticeFilter): Promise<RecordsFacts> {
  return keptPerVersion(`practice-records ${JSON.stringify(filter)}`, async () => {
    const found = new Set<string>()
    const hash = createHash('sha256')
    let total = 0
    for await (const record of walkPractices(filter)) {
      total += 1
      hash.update(JSON.stringify(record))
      for (const { text } of textsOfRecord(record)) for (const language of Object.keys(text.texts)) found.add(language)
    }
    // Those of the interface always, so that the file of another filter has the same columns.
    const others = [...found].filter((language) => !locales.some((one) => one === language)).sort()
    return { languages: [...locales, ...others], tag: hash.digest('base64url').slice(0, 22), total }
  })
}
