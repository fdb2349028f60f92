import { asOwner } from './database'

/** Every row of every table as text: what a logical copy of the database holds, job queue included. */
export async function dumpOf(): Promise<string> {
  const tables = await asOwner<{ schema: string; name: string }>(`
    SELECT schemaname AS schema, tablename AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2`)
  const parts: string[] = []
  for (const { schema, name } of tables) {
    const rows = await asOwner<{ row: string }>(`SELECT t::text AS row FROM "${schema}"."${name}" t`)
    parts.push([`-- ${schema}.${name}`, ...rows.map(({ row }) => row)].join('\n'))
  }
  return parts.join('\n')
}

/** The lines of a dump that hold one of these words, with the table they stand in. */
export function linesWith(dump: string, words: readonly string[]): string[] {
  let table = ''
  return dump.split('\n').flatMap((line) => {
    if (line.startsWith('-- ')) table = line.slice(3)
    const found = words.filter((word) => line.toLowerCase().includes(word.toLowerCase()))
    return found.map((word) => `${table}: ${word}`)
  })
}
