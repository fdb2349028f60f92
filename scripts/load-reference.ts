// Gazetteer and boundaries; every database gets them, once per version. Prints one line when it changed something.
import { Client } from 'pg'
import { loadGazetteer } from './reference/gazetteer'
import { loadNuts } from './reference/nuts'
import { loadPlaceRegions } from './reference/place-regions'

/** Loads what is missing or old. The owner's role is needed: an empty gazetteer is filled without its indexes. */
async function main(): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL })
  await client.connect()
  // A server of the operator's own may limit statements to a page's time; two hundred thousand places take longer.
  await client.query('SET statement_timeout = 0')
  try {
    const steps = [await loadNuts(client), await loadGazetteer(client), await loadPlaceRegions(client)]
    const done = steps.filter((words) => words !== null)
    if (done.length > 0) console.log(done.join(', '))
  } finally {
    await client.end()
  }
}

await main()
