import type { Pool, PoolClient } from 'pg'
import { newId } from '@/core/id'
import {
  type DuplicateScope,
  likelyDuplicateActors,
  likelyDuplicateRelations,
  roomForDuplicates,
} from '@/modules/curation/duplicate.sql'

type Measured = { name: string; pairs: number; milliseconds: number; plan: string }

/**
 * Likely duplicates of 10,000 records against all others (6-quality): a tenth of a base of 100,000 is given to a new
 * territory for the length of a transaction that is thrown away; then their points are taken from them.
 */
export async function measureDuplicates(pool: Pool, records = 10_000): Promise<Measured[]> {
  const client = await pool.connect()
  const id = newId()
  const scope: DuplicateScope = { territoryId: id, seesAll: true, territoryIds: [], limit: 200 }
  try {
    await client.query('BEGIN')
    await client.query(roomForDuplicates.text)
    await client.query("SET LOCAL statement_timeout = '120s'")
    // What the triggers keep is not asked for here.
    await client.query('ALTER TABLE actor DISABLE TRIGGER USER; ALTER TABLE relation DISABLE TRIGGER USER')
    await client.query(
      `INSERT INTO territory (id, slug, name, folded_name, level, country, time_zone, languages)
       VALUES ($1, 'bench-duplicates', '{}', '', 'region', 'IT', 'UTC', '{}')`,
      [id],
    )
    for (const table of ['actor', 'relation'])
      await client.query(
        `UPDATE ${table} SET territory_id = $1 WHERE id IN (SELECT id FROM ${table} ORDER BY md5(id::text) LIMIT $2)`,
        [id, records],
      )
    await client.query('ANALYZE actor; ANALYZE relation')
    const measured = [
      await ask(client, `duplicates of ${String(records)} actors`, likelyDuplicateActors(scope)),
      await ask(client, `duplicates of ${String(records)} relations`, likelyDuplicateRelations(scope)),
    ]
    await client.query('UPDATE actor SET longitude = NULL, latitude = NULL, precision = NULL WHERE territory_id = $1', [
      id,
    ])
    measured.push(
      await ask(client, `duplicates of ${String(records)} actors without points`, likelyDuplicateActors(scope)),
    )
    return measured
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

async function ask(
  client: PoolClient,
  name: string,
  { text, values }: { text: string; values: unknown[] },
): Promise<Measured> {
  await client.query({ text, values })
  const since = performance.now()
  const { rows } = await client.query({ text, values })
  const milliseconds = performance.now() - since
  const plan = await client.query<{ 'QUERY PLAN': string }>({ text: `EXPLAIN (ANALYZE, BUFFERS) ${text}`, values })
  return { name, pairs: rows.length, milliseconds, plan: plan.rows.map((row) => row['QUERY PLAN']).join('\n') }
}
