import type { Client } from 'pg'

/**
 * Runs `write` in a transaction unless the reference list `name` already stands in this database with `hash`, and
 * notes the hash. Returns whether it had to. Two loaders at once: the second waits, then finds the work done.
 */
export async function whenChanged(
  client: Client,
  name: string,
  hash: string,
  write: () => Promise<void>,
): Promise<boolean> {
  const isCurrent = async () =>
    (await client.query('SELECT FROM reference_data WHERE name = $1 AND hash = $2', [name, hash])).rowCount === 1
  if (await isCurrent()) return false
  await client.query('BEGIN')
  try {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('reference data'))`)
    const isDone = await isCurrent()
    if (!isDone) {
      await write()
      await client.query(
        `INSERT INTO reference_data (name, hash) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, loaded_at = now()`,
        [name, hash],
      )
    }
    await client.query('COMMIT')
    return !isDone
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}
