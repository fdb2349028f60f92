import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createGunzip, gunzipSync } from 'node:zlib'
import { type Options, parse } from 'csv-parse'

/** Folder of the published files. */
const folder = process.env.BENCH_DATA ?? ''

/** Rows of a delimited file under the folder of published files, one at a time, keyed by its header. */
export async function* rowsOf(path: string, options: Options = {}): AsyncGenerator<Record<string, string>> {
  const bytes = createReadStream(join(folder, path))
  const text = path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  const parser = text.pipe(parse({ columns: true, bom: true, relax_column_count: true, ...options }))
  for await (const row of parser) yield row
}

/** A whole text file, for formats that cannot be read by lines. */
export async function textOf(path: string): Promise<string> {
  const bytes = await readFile(join(folder, path))
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}
