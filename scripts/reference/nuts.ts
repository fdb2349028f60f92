import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Client } from 'pg'
import { z } from 'zod'
import { whenChanged } from './version'

const source = join('scripts', 'base-map', 'nuts.mjs')

const regionsSchema = z.array(
  z.object({
    code: z.string(),
    version: z.string(),
    level: z.number().int(),
    name: z.string(),
    country: z.string().length(2),
    boundary: z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.unknown()) }),
  }),
)

/** NUTS 2021 regions of levels 0 to 3 with their boundaries, unless this database already holds them. */
export async function loadNuts(client: Client): Promise<string | null> {
  // The package holds one file per version: its version, and how we read it, are the hash.
  const atlas = readFileSync(join('node_modules', '@svizzle', 'atlas', 'package.json'))
  const hash = createHash('sha256').update(atlas).update(readFileSync(source)).digest('hex')
  let count = 0
  const isNew = await whenChanged(client, 'nuts', hash, async () => {
    // Opened only when needed: the outlines take longer to read than the rest of a second start.
    const { nutsRegions } = z
      .object({ nutsRegions: z.function({ input: [], output: regionsSchema }) })
      .parse(await import(pathToFileURL(source).href))
    const regions = nutsRegions()
    count = regions.length
    await client.query(
      `INSERT INTO nuts_region (code, version, level, name, country, boundary)
       SELECT code, version, level, name, country, boundary
       FROM jsonb_to_recordset($1::jsonb)
         AS r(code text, version text, level int, name text, country text, boundary jsonb)
       ON CONFLICT (code, version) DO UPDATE
         SET level = excluded.level, name = excluded.name, country = excluded.country, boundary = excluded.boundary`,
      [JSON.stringify(regions)],
    )
  })
  return isNew ? `${count} NUTS regions` : null
}
