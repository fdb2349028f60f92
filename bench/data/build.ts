// Fills one empty database with actors and relations of the published files. Called by bench/bench-data.mjs.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemViewer } from '@/core/viewer'
import { type ActorSave, saveActors } from '@/modules/actors/actor.commands'
import { importFile } from '@/modules/imports/import.commands'
import { saveRelations } from '@/modules/relations/relation.commands'
import type { NewRelation } from '@/modules/relations/relation.schema'
import { closeDatabase, pool } from '@/platform/db'
import { actorOf } from './actor-of-candidate'
import { choose } from './choose'
import { Gazetteer } from './gazetteer'
import { seeded } from './random'
import { type Known, pairRelations, projectRelations } from './relations'
import { makeTerritories } from './territories'

const size = Number(process.argv[2])
const endsPerActor = 5
const portion = 2500

async function timed<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  const since = Date.now()
  const result = await work()
  console.log(`  ${title}  ${((Date.now() - since) / 1000).toFixed(1)} s`)
  return result
}

const random = seeded(20_261_124)
const { candidates, projects } = await timed('published files read', () => choose(size, random))
const gazetteer = await timed('gazetteer read', () => Gazetteer.open(pool, random))

await timed('territories made', () => makeTerritories(pool))

const saved = { writer: 'source:bench', action: 'import' } as const
const actors: Known[] = []
await timed(`${String(candidates.length)} actors saved`, async () => {
  const taken = new Set<string>()
  for (let at = 0; at < candidates.length; at += portion) {
    const saves: ActorSave[] = []
    const known: Omit<Known, 'id'>[] = []
    for (const candidate of candidates.slice(at, at + portion)) {
      const actor = actorOf(candidate, gazetteer, random, taken)
      if (actor === undefined) continue
      saves.push({ actor, status: 'published', territoryId: null })
      known.push({
        kind: actor.kind,
        country: actor.country,
        pic: candidate.source === 'CORDIS' ? candidate.recordId : undefined,
      })
    }
    const rows = await saveActors(systemViewer, saves, saved)
    rows.forEach(({ id }, index) => {
      const facts = known[index]
      if (facts !== undefined) actors.push({ id, ...facts })
    })
  }
})

const degrees = new Map<string, number>()
let relations = 0
let ends = 0
/** Saves portion by portion; what was generated is forgotten. */
async function save(generated: Iterable<NewRelation>): Promise<void> {
  let batch: NewRelation[] = []
  const flush = async () => {
    await saveRelations(
      systemViewer,
      batch.map((relation) => ({ relation, status: 'published' as const, territoryId: null })),
      saved,
    )
    batch = []
  }
  for (const relation of generated) {
    relations++
    for (const end of relation.parties) {
      ends++
      if ('actorId' in end) degrees.set(end.actorId, (degrees.get(end.actorId) ?? 0) + 1)
    }
    if (batch.push(relation) === portion) await flush()
  }
  if (batch.length > 0) await flush()
}
await timed('projects saved', () => save(projectRelations(projects, actors)))

await timed('twin towns imported', async () => {
  for (const country of ['italy', 'poland']) {
    const fileName = `${country}.tsv`
    const lines = (await readFile(join(process.env.BENCH_DATA ?? '', 'twin-towns-wikidata', fileName), 'utf8')).split(
      '\n',
    )
    const text = lines.slice(0, 1 + Math.ceil(lines.length * Math.min(1, size / 100_000))).join('\n')
    const { counts } = await importFile(systemViewer, {
      ...{ fileName, text, as: 'wikidata-twins', territory: 'auto', commit: true, skipRefused: true, draft: false },
    })
    relations += counts.relations.created
    ends += 2 * counts.relations.created
  }
})

await timed('ties between two saved', () =>
  save(pairRelations(actors, degrees, actors.length * endsPerActor - ends, random)),
)
await timed('statistics', async () => {
  const client = await pool.connect()
  await client.query('SET statement_timeout = 0')
  await client.query('VACUUM ANALYZE')
  client.release(true)
})
console.log(`  ${String(actors.length)} actors, ${String(relations)} relations, ${String(ends)} ends`)
await closeDatabase()
