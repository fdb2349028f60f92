import { createHash } from 'node:crypto'
import { type Localized, locales } from '@/core/localized'
import { keptPerVersion } from '@/platform/list'

/**
 * What a file of public records says of all its rows: the languages its columns need, and a tag that is another one with
 * other rows. The version of the data is no tag: it changes with every draft and would tell of it.
 */
export type FileFacts = { languages: readonly string[]; tag: string; total: number }

/** Reads all rows once, to know before the first is sent; kept under `key` until something changes. */
export const factsOfRows = <Row>(
  key: string,
  rows: () => AsyncIterable<Row>,
  textsOf: (row: Row) => readonly Localized[],
): Promise<FileFacts> =>
  keptPerVersion(key, async () => {
    const found = new Set<string>()
    const hash = createHash('sha256')
    let total = 0
    for await (const row of rows()) {
      total += 1
      hash.update(JSON.stringify(row))
      for (const { texts } of textsOf(row)) for (const language of Object.keys(texts)) found.add(language)
    }
    // Those of the interface always, so that the file of another filter has the same columns.
    const others = [...found].filter((language) => !locales.some((one) => one === language)).sort()
    return { languages: [...locales, ...others], tag: hash.digest('base64url').slice(0, 22), total }
  })
