// The public atlas in memory, alone: how long it takes to read, what it weighs, what a question costs it:
// `DATABASE_URL=… node --expose-gc --import tsx bench/census.ts`. One actor is confirmed and put back as it was.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { findActorCells } from '@/modules/actors/cell.queries'
import { countActors } from '@/modules/actors/actor.queries'
import { currentAtlas } from '@/modules/census/atlas.queries'
import { findFacet } from '@/modules/map/facet.queries'
import { findFlows } from '@/modules/map/flow.queries'
import { findRegions } from '@/modules/map/region.queries'
import { findYears } from '@/modules/map/year.queries'
import { facetKeys } from '@/modules/taxonomy/facet.schema'
import { filterOf } from '@/modules/taxonomy/filter.schema'
import { closeDatabase, pool } from '@/platform/db'

globalThis.isAtlasKept = true

/** Milliseconds of this process's processor: the same on a busy machine as on a quiet one. */
const spent = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

const said = (name: string, values: Record<string, number | string>) =>
  console.log(
    [
      name,
      ...Object.entries(values).map(([key, value]) => `${key} ${typeof value === 'number' ? value.toFixed(1) : value}`),
    ].join(' · '),
  )

const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
globalThis.gc?.()
const before = process.memoryUsage()
const since = performance.now()
const cpu = process.cpuUsage()
const atlas = await currentAtlas(1_200_000)
if (atlas === null) throw new Error('no atlas')
const [seconds, own] = [(performance.now() - since) / 1000, spent(cpu) / 1000]
delay.disable()
globalThis.gc?.()
const after = process.memoryUsage()
said('read', {
  actors: String(atlas.actors.count),
  relations: String(atlas.relations.count),
  parties: String(atlas.relations.partiesUsed),
  seconds,
  'of these own processor': own,
  'columns MB': (after.arrayBuffers - before.arrayBuffers) / 1e6,
  'dictionaries MB': (after.heapUsed - before.heapUsed) / 1e6,
  'longest hold of the process ms': delay.max / 1e6,
})

/** A filter nobody has asked for before, or it would be remembered. */
const filterFor = (query: string, turn: number) =>
  filterOf(new URLSearchParams(`${query}&until=${String(1990 + turn)}`)).filter
const plainFor = (query: string, turn: number) => {
  const countries = ['IT', 'DE', 'FR', 'ES', 'PL', 'SE', 'NL', 'BE', 'AT', 'CZ', 'PT']
  return filterOf(
    new URLSearchParams(`${query}&country=${countries.slice(turn % 8, (turn % 8) + 3).join()}&verified=never`),
  ).filter
}
const turns = 9

async function measure(name: string, ask: (turn: number) => Promise<unknown>) {
  const times: number[] = []
  const walls: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    const [start, wall] = [process.cpuUsage(), performance.now()]
    await ask(turn)
    times.push(spent(start))
    walls.push(performance.now() - wall)
  }
  const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0
  said(name, { 'processor ms': middle(times), 'wall ms': middle(walls), 'worst wall ms': Math.max(...walls) })
}

for (const [zoom, level] of [
  [0, 2],
  [2, 4],
  [6, 8],
] as const) {
  await measure(`cells z${String(zoom)}, kinds, countries, freshness`, (turn) =>
    findActorCells(plainFor('kind=enterprise,university', turn), level, null),
  )
  await measure(`cells z${String(zoom)}, freshness only`, () =>
    findActorCells(filterOf(new URLSearchParams('verified=never')).filter, level, null),
  )
  await measure(`cells z${String(zoom)}, type and years of relations`, (turn) =>
    findActorCells(filterFor('type=twinning,eu_project', turn), level, null),
  )
}
await measure('actors counted, years of relations', (turn) => countActors(filterFor('', turn)))
for (const of of ['actors', 'relations'] as const)
  for (const facet of facetKeys)
    await measure(`facet ${facet} of ${of}`, (turn) =>
      findFacet({ of, facet, filter: filterFor('', turn), locale: 'en' }),
    )
await measure('years', (turn) => findYears(filterFor('', turn)))
await measure('years of a type', (turn) =>
  findYears(
    filterOf(
      new URLSearchParams(
        `type=twinning&country=${['IT', 'DE', 'FR', 'ES', 'PL', 'SE', 'NL', 'BE', 'AT'][turn] ?? ''}`,
      ),
    ).filter,
  ),
)
for (const level of ['country', 'region'] as const)
  await measure(`flows by ${level}`, (turn) => findFlows(filterFor('', turn), { level, box: null, most: 150 }))
await measure('flows by city in view', (turn) =>
  findFlows(filterFor('', turn), { level: 'city', box: [8, 43, 13, 47], most: 150 }),
)
for (const measured of ['relations', 'actors'] as const)
  await measure(`${measured} by NUTS 3 region`, (turn) =>
    findRegions(filterFor('', turn), { measure: measured, base: null, level: 'nuts3', box: null }),
  )

const { rows } = await pool.query<{ id: string }>('SELECT id FROM public_actor WHERE verified_at IS NULL LIMIT 1')
for (const value of ['now()', 'NULL'])
  await measure(`one change caught up with (${value})`, async () => {
    await pool.query(`UPDATE actor SET verified_at = ${value} WHERE id = $1`, [rows[0]?.id])
    await pool.query('UPDATE data_version SET version = version + 1')
    await currentAtlas(60_000)
  })
await closeDatabase()
