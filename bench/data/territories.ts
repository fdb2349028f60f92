import type { Pool } from 'pg'
import { fold } from '@/core/fold'
import { newId } from '@/core/id'
import { newSlug } from '@/core/slug'
import { inOriginal } from '@/core/localized'
import { languageOf } from './candidate'

type Region = { code: string; name: string; country: string }

/** Every region of NUTS 2 as a territory with its boundary, so that actors have homes. */
export async function makeTerritories(pool: Pool): Promise<void> {
  const regions = await pool.query<Region>('SELECT code, name, country FROM nuts_region WHERE level = 2 ORDER BY code')
  const rows = regions.rows.map(({ code, name, country }) => ({
    id: newId(),
    slug: newSlug(name),
    name: inOriginal(languageOf(country), name),
    folded: fold(name),
    code,
    language: languageOf(country),
  }))
  await pool.query(
    `INSERT INTO territory (id, slug, name, folded_name, level, nuts_code, nuts_version, country, boundary, time_zone, languages)
     SELECT r.id, r.slug, r.name, r.folded, 'region', n.code, n.version, n.country, n.boundary, 'Europe/Brussels', ARRAY[r.language]
     FROM jsonb_to_recordset($1) AS r(id uuid, slug text, name jsonb, folded text, code text, language text)
     JOIN nuts_region n ON n.code = r.code AND n.level = 2`,
    [JSON.stringify(rows)],
  )
}
