import { z } from 'zod'
import { type Atlas, gone, partsOf, type Site, siteKey, strayed } from '@/modules/census/atlas.schema'
import {
  leaveActor,
  putInActor,
  putInRelation,
  takeOutActor,
  takeOutRelation,
} from '@/modules/census/profile-count.queries'

const buffer = z.instanceof(Buffer).nullable()
const text = z.string().nullable()
export const actorBlock = z.object({
  rows: z.number(),
  ...{ ids: buffer, mz: buffer, mx: buffer, my: buffer, longitude: buffer, latitude: buffer, months: buffer },
  ...{
    invented: buffer,
    names: buffer,
    name_lengths: buffer,
    facts: text,
    homes: text,
    nuts: text,
    sectors: text,
    places: text,
  },
})
export type ActorBlock = z.output<typeof actorBlock>

export const relationBlock = z.object({
  rows: z.number(),
  ...{ ids: buffer, holders: buffer, months: buffer, verified: buffer, started: buffer, parties: buffer },
  ...{ facts: text, years: text, programmes: text, themes: text, sectors: text, countries: text, regions: text },
  ...{ country_ties: text, region_ties: text, city_ties: text, party_homes: text, sites: text },
})
export type RelationBlock = z.output<typeof relationBlock>

// prettier-ignore
const siteSchema = z.tuple([
  z.number().nullable(), z.string(), z.number().nullable(), z.number().nullable(), z.string().nullable(), z.string().nullable(),
])

const none = Buffer.alloc(0)

/** The texts of rows; throws where there is not one for each, for then nothing of it can be believed. */
function split(joined: string | null, rows: number): string[] {
  const parts = joined === null ? [] : joined.split('\u001f')
  if (parts.length !== rows) throw new Error(`${String(parts.length)} texts for ${String(rows)} rows`)
  return parts
}

/** A row of the IdTable and whether it is a new one. */
type Ids = Atlas['actors']['ids']
function rowFor(ids: Ids, at: Buffer, offset: number): [row: number, isNew: boolean] {
  const [a, b] = [at.readUInt32BE(offset), at.readUInt32BE(offset + 4)]
  const [c, d] = [at.readUInt32BE(offset + 8), at.readUInt32BE(offset + 12)]
  const known = ids.rowOf(a, b, c, d)
  return known === -1 ? [ids.add(a, b, c, d), true] : [known, false]
}
const knownRow = (ids: Ids, at: Buffer, offset: number): number =>
  ids.rowOf(
    ...([at.readUInt32BE(offset), at.readUInt32BE(offset + 4)] as const),
    ...([at.readUInt32BE(offset + 8), at.readUInt32BE(offset + 12)] as const),
  )

/** Writes actors into their rows. `isSorted`: they come in the order of the grid, after all that are there. */
export function writeActors(atlas: Atlas, block: ActorBlock, isSorted: boolean): void {
  const { actors } = atlas
  const { rows } = block
  if (rows === 0) return
  const [facts, homes] = [split(block.facts, rows), split(block.homes, rows)]
  const [nuts, sectors, places] = [split(block.nuts, rows), split(block.sectors, rows), split(block.places, rows)]
  const { ids = none, mz = none, mx = none, my = none } = withoutNull(block)
  const { longitude = none, latitude = none, months = none, invented = none } = withoutNull(block)
  const { names = none, name_lengths: lengths = none } = withoutNull(block)
  actors.reserve(actors.count + rows)
  let named = 0
  const written = new Int32Array(rows)
  for (let n = 0; n < rows; n++) {
    const [row, isNew] = rowFor(actors.ids, ids, n * 16)
    written[n] = row
    const next = { home: atlas.homes.numberOf(homes[n] ?? ''), invented: invented.readInt32BE(n * 4) }
    const moved = isSorted ? [] : takeOutActor(atlas, row, next)
    const [x, y] = [mx.readInt32BE(n * 4), my.readInt32BE(n * 4)]
    const wasThere = !isNew && actors.mx.data[row] === x && actors.my.data[row] === y
    const wasStray = !isNew && ((actors.class.data[row] ?? 0) & strayed) !== 0
    if (isSorted) {
      actors.keys.data[row] =
        x === -1 ? Number.POSITIVE_INFINITY : mz.readUInt32BE(n * 8) * 2 ** 24 + (mz.readUInt32BE(n * 8 + 4) >>> 8)
      actors.sorted = row + 1
    }
    // Who was gone and comes back may stand where another place was: it is looked for among the strays.
    const isStray = !isSorted && (isNew || wasStray || !wasThere || row >= actors.sorted)
    const isListed = wasStray || (row >= actors.sorted && !isNew)
    if (isStray && !isListed) actors.strays.push(row)
    actors.class.data[row] = actors.kinds.numberOf(facts[n] ?? '') | (isStray ? strayed : 0)
    actors.mx.data[row] = x
    actors.my.data[row] = y
    actors.longitude.data[row] = longitude.readDoubleBE(n * 8)
    actors.latitude.data[row] = latitude.readDoubleBE(n * 8)
    actors.month.data[row] = months.readInt32BE(n * 4)
    actors.home.data[row] = next.home
    actors.invented.data[row] = next.invented
    actors.names.set(row, names.subarray(named, (named += lengths.readInt32BE(n * 4))))
    actors.nuts.data[row] = actors.nutsCodes.numberOf(nuts[n] ?? '')
    actors.sectors.data[row] = actors.sectorLists.numberOf(sectors[n] ?? '')
    actors.place.data[row] = placeNumber(atlas, places[n] ?? '')
    if (!isSorted) putInActor(atlas, row, moved)
  }
  atlas.actorBits.follow(written)
}

/** Of a place said as its id, longitude and latitude. */
function placeNumber({ places }: Atlas, said: string): number {
  if (said === '') return 0
  const [id = '', longitude, latitude] = partsOf(said)
  return places.known(Number(id)) ?? places.numberOf(Number(id), Number(longitude), Number(latitude))
}

type Full<Block> = { [Key in keyof Block]?: NonNullable<Block[Key]> }
function withoutNull<Block extends object>(block: Block): Full<Block>
function withoutNull(block: object): object {
  return Object.fromEntries(Object.entries(block).filter(([, value]) => value !== null))
}

/** Writes relations and their parties into their rows, and answers these; actors must be there before. */
export function writeRelations(atlas: Atlas, block: RelationBlock): Int32Array {
  const { relations, actors } = atlas
  const { rows } = block
  if (rows === 0) return new Int32Array()
  const { ids = none, holders = none, months = none, verified = none, started = none } = withoutNull(block)
  const written = new Int32Array(rows)
  relations.reserve(relations.count + rows)
  for (let n = 0; n < rows; n++) {
    const [row, isNew] = rowFor(relations.ids, ids, n * 16)
    if (!isNew) atlas.garbage += 1 + (relations.partyCount.data[row] ?? 0)
    takeOutRelation(atlas, row)
    written[n] = row
    relations.holder.data[row] = knownRow(actors.ids, holders, n * 16)
    relations.month.data[row] = months.readInt32BE(n * 4)
    relations.verified.data[row] = verified.readDoubleBE(n * 8)
    relations.started.data[row] = started.readInt32BE(n * 4)
    relations.partyCount.data[row] = 0
    relations.cityCount.data[row] = 0
  }
  const columns = [
    [block.facts, relations.class, relations.facts],
    [block.years, relations.years, relations.yearLists],
    [block.programmes, relations.programme, relations.programmes],
    [block.themes, relations.themes, relations.themeLists],
    [block.sectors, relations.sectors, relations.sectorLists],
    [block.countries, relations.countries, relations.countryLists],
    [block.regions, relations.regions, relations.regionLists],
    [block.country_ties, relations.countryTies, relations.countryTieLists],
    [block.region_ties, relations.regionTies, relations.regionTieLists],
  ] as const
  for (const [joined, column, dictionary] of columns) {
    const texts = split(joined, rows)
    for (let n = 0; n < rows; n++) column.data[written[n] ?? 0] = dictionary.numberOf(texts[n] ?? '')
  }
  // Parties first: they say where the cities lie that ties are between.
  writeParties(atlas, block, written)
  writeCities(atlas, split(block.city_ties, rows), written)
  atlas.relationBits.follow(written)
  for (const row of written) putInRelation(atlas, row)
  return written
}

function writeCities({ relations, places }: Atlas, ties: readonly string[], written: Int32Array): void {
  ties.forEach((joined, n) => {
    if (joined === '') return
    const pairs = joined.split('\u001e')
    const row = written[n] ?? 0
    relations.cities.reserve(relations.citiesUsed + pairs.length)
    relations.cityStart.data[row] = relations.citiesUsed
    relations.cityCount.data[row] = pairs.length
    for (const pair of pairs) {
      const middle = pair.indexOf('~')
      const [one, other] = [pair.slice(0, middle), pair.slice(middle + 1)].map((id) => places.numberOf(Number(id)))
      relations.cities.data[relations.citiesUsed++] = relations.cityTies.numberOf(one ?? 0, other ?? 0)
    }
  })
}

function writeParties(atlas: Atlas, block: RelationBlock, written: Int32Array): void {
  const { relations, actors } = atlas
  const { parties = none } = withoutNull(block)
  const count = parties.length / 20
  if (count === 0) return
  const homes = split(block.party_homes, count)
  const sites = block.sites === null ? [] : block.sites.split('\u001f')
  let site = 0
  relations.parties.reserve(relations.partiesUsed + count)
  relations.partyHome.reserve(relations.partiesUsed + count)
  for (let n = 0; n < count; n++) {
    const row = written[parties.readInt32BE(n * 20)] ?? 0
    const at = relations.partiesUsed++
    if (relations.partyCount.data[row] === 0) relations.partyStart.data[row] = at
    relations.partyCount.data[row] = (relations.partyCount.data[row] ?? 0) + 1
    relations.partyHome.data[at] = atlas.homes.numberOf(homes[n] ?? '')
    const isSite = parties.readUInt32BE(n * 20 + 4) === 0 && parties.readUInt32BE(n * 20 + 16) === 0
    const actor = isSite ? -1 : knownRow(actors.ids, parties, n * 20 + 4)
    if (!isSite && actor === -1) throw new Error('a public relation with a party that is not public')
    relations.parties.data[at] = isSite ? -1 - siteNumber(atlas, sites[site++] ?? '') : actor
  }
}

function siteNumber(atlas: Atlas, said: string): number {
  const known = atlas.siteTexts.known(said)
  if (known !== undefined) return known
  const [place, country, longitude, latitude, nuts, name] = siteSchema.parse(JSON.parse(said))
  const site: Site = { place, country, longitude, latitude, nuts, name }
  if (place !== null) atlas.places.numberOf(place, longitude ?? Number.NaN, latitude ?? Number.NaN)
  const key = siteKey(site)
  atlas.sameSites.set(key, [...(atlas.sameSites.get(key) ?? []), atlas.sites.length])
  atlas.sites.push(site)
  return atlas.siteTexts.numberOf(said)
}

/** Takes out those of the ids asked for that were not found: they are public no more. */
export function removeMissing(
  atlas: Atlas,
  asked: { actors: readonly string[]; relations: readonly string[] },
  found: {
    actors: readonly ActorBlock[]
    relations: readonly RelationBlock[]
  },
): void {
  // Relations first: while they are there, nothing of their parties may be missing.
  for (const key of ['relations', 'actors'] as const) {
    const { ids, class: classes } = atlas[key]
    const removed: number[] = []
    const there = new Set<number>()
    for (const { ids: block } of found[key])
      for (let at = 0; at < (block?.length ?? 0); at += 16) there.add(knownRow(ids, block ?? none, at))
    for (const id of asked[key]) {
      const row = ids.rowOfText(id)
      if (row === -1 || there.has(row)) continue
      const before = classes.data[row] ?? 0
      if (key === 'actors') leaveActor(atlas, row)
      else takeOutRelation(atlas, row)
      // A stray stays in the list of strays, where its class says that it is gone.
      classes.data[row] = key === 'actors' ? (before & strayed) | gone : gone
      atlas.garbage++
      removed.push(row)
    }
    if (key === 'actors') atlas.actorBits.follow(removed)
    else atlas.relationBits.follow(removed)
  }
}
