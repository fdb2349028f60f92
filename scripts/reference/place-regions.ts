import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { z } from 'zod'
import { isInside, shapeOf } from '@/core/polygon'
import { whenChanged } from './version'

// Grows when the same places and outlines are to be joined differently.
const reading = 1

const coordinates = z.array(z.array(z.array(z.array(z.number()))))
const regions = z.array(z.object({ code: z.string(), boundary: z.object({ coordinates }) }))
const places = z.array(z.object({ id: z.number(), longitude: z.number(), latitude: z.number() }))

/**
 * The NUTS 3 region of every place of the gazetteer, unless this database holds both as they were joined before. What is
 * read off the parties of relations is made anew with it.
 */
export async function loadPlaceRegions(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    `SELECT name, hash FROM reference_data WHERE name IN ('gazetteer', 'nuts') ORDER BY name`,
  )
  const hash = createHash('sha256')
    .update(JSON.stringify([reading, rows]))
    .digest('hex')
  let count = 0
  const isNew = await whenChanged(client, 'place regions', hash, async () => {
    count = await writePlaceRegions(client)
  })
  return isNew ? `regions of ${count} places` : null
}

/** Writes the region of every place, and refreshes all that is worked out from regions. Returns how many have one. */
async function writePlaceRegions(client: Client): Promise<number> {
  const countries = await client.query<{ country: string }>(
    'SELECT DISTINCT country FROM nuts_region WHERE level = 3 ORDER BY country',
  )
  const found: { id: number; code: string }[] = []
  for (const { country } of countries.rows) {
    const [outlines, points] = await Promise.all([
      client.query('SELECT code, boundary FROM nuts_region WHERE country = $1 AND level = 3', [country]),
      client.query('SELECT id, longitude, latitude FROM place WHERE country = $1', [country]),
    ])
    const shapes = regions
      .parse(outlines.rows)
      .map(({ code, boundary }) => ({ code, shape: shapeOf(boundary.coordinates) }))
    for (const place of places.parse(points.rows)) {
      const region = shapes.find(({ shape }) => isInside(shape, place))
      if (region !== undefined) found.push({ id: place.id, code: region.code })
    }
  }
  await client.query(
    `UPDATE place p SET nuts_code = found.code
     FROM place every LEFT JOIN jsonb_to_recordset($1::jsonb) AS found(id int, code text) ON found.id = every.id
     WHERE p.id = every.id AND p.nuts_code IS DISTINCT FROM found.code`,
    [JSON.stringify(found)],
  )
  await client.query('SELECT refresh_relation_reach(ARRAY(SELECT id FROM relation))')
  await client.query('UPDATE data_version SET version = version + 1')
  return found.length
}
