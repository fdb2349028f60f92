import { askAtlas, askRelations } from '@/modules/census/asked.queries'
import { type Atlas, partsOf, strayed } from '@/modules/census/atlas.schema'
import { chooseRelations } from '@/modules/census/relation-choice.queries'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { relationState, type RelationState, type RelationType, relationType } from '@/modules/taxonomy/taxonomy.schema'

type RelationFilter = Filter & { partyId?: string }

/** Public relations by the decade they began in (null = not known) and state, from memory; null = ask the database. */
export const decadesInMemory = (
  filter: RelationFilter,
): Promise<{ decade: number | null; state: string; relations: number }[] | null> =>
  askRelations(filter, (atlas, asked) => {
    const { relations } = atlas
    const [states, width] = [relations.facts.texts.map((text) => partsOf(text)[1] ?? ''), relations.facts.texts.length]
    const decades = relations.yearLists.texts.map((text) => {
      const begun = text.split('\u001e')[0] ?? ''
      return begun === '' ? null : Math.floor(Number(begun) / 10) * 10
    })
    const counts = new Map<number, number>()
    for (const row of chooseRelations(atlas, asked)) {
      const key = (relations.years.data[row] ?? 0) * width + (relations.class.data[row] ?? 0)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    const sums = new Map<string, { decade: number | null; state: string; relations: number }>()
    for (const [key, count] of counts) {
      const [decade = null, state = ''] = [decades[Math.floor(key / width)], states[key % width]]
      const sum = sums.get(`${String(decade)} ${state}`) ?? { decade, state, relations: 0 }
      sum.relations += count
      sums.set(`${String(decade)} ${state}`, sum)
    }
    return [...sums.values()].sort((a, b) => (a.decade ?? Infinity) - (b.decade ?? Infinity))
  })

/** Seconds since 1970, twelve months ago: the last day of a month that is shorter stands for those it has not. */
function twelveMonthsAgo(): number {
  const now = new Date()
  const then = new Date(now)
  then.setUTCFullYear(now.getUTCFullYear() - 1)
  if (then.getUTCDate() !== now.getUTCDate()) then.setUTCDate(0)
  return then.getTime() / 1000
}

/** How complete the relations under a filter are, from memory; null when the database must be asked. */
export const coverageInMemory = (filter: RelationFilter) =>
  askRelations(filter, (atlas, asked) => {
    const { relations, actors } = atlas
    const usable = relations.facts.table((text) => partsOf(text)[4] === 'true')
    const begun = relations.yearLists.table((text) => text !== '' && !text.startsWith('\u001e'))
    const since = twelveMonthsAgo()
    const chosen = chooseRelations(atlas, asked)
    const held = new Uint8Array(actors.count)
    const sums = { total: chosen.length, confirmed: 0, withHolder: 0, holders: 0, withStart: 0, usable: 0 }
    for (let n = 0; n < chosen.length; n++) {
      const row = chosen[n] ?? 0
      if ((relations.verified.data[row] ?? Number.NaN) > since) sums.confirmed++
      sums.withStart += begun[relations.years.data[row] ?? 0] ?? 0
      sums.usable += usable[relations.class.data[row] ?? 0] ?? 0
      const holder = relations.holder.data[row] ?? -1
      if (holder < 0) continue
      sums.withHolder++
      if (held[holder] === 0) sums.holders++
      held[holder] = 1
    }
    return sums
  })

/** A place that relations of one type and state reach. */
export type ReachedPlace = {
  type: RelationType
  state: RelationState
  longitude: number
  latitude: number
  relations: number
}

/**
 * Places outside a country that living public relations under a filter reach, the most reached first; near ones (0.1°) are
 * one, at their middle. From memory; null when the database must be asked.
 */
export const reachedInMemory = (filter: Filter, country: string, most: number): Promise<ReachedPlace[] | null> =>
  askAtlas(filter, (atlas, asked) => {
    const { relations } = atlas
    const facts = relations.facts.texts.map(partsOf)
    // Type and state alone: their numbers by that of all facts.
    const kinds = [...new Set(facts.map(([type, state]) => `${type ?? ''} ${state ?? ''}`))]
    const kindOf = facts.map(([type, state]) => kinds.indexOf(`${type ?? ''} ${state ?? ''}`))
    const lives = facts.map(([, state]) => state !== undefined && state !== 'ended' && state !== 'suspended')
    const pointOf = pointsAbroad(atlas, country)
    const places = new Map<
      number,
      { kind: number; x: number; y: number; ends: number; relations: number; last: number }
    >()
    for (const row of chooseRelations(atlas, asked)) {
      const fact = relations.class.data[row] ?? 0
      if (lives[fact] !== true) continue
      const start = relations.partyStart.data[row] ?? 0
      const end = start + (relations.partyCount.data[row] ?? 0)
      for (let at = start; at < end; at++) {
        const point = pointOf(relations.parties.data[at] ?? 0)
        if (point === null) continue
        const [longitude, latitude] = point
        const kind = kindOf[fact] ?? 0
        const key = (kind * 4000 + tenths(longitude) + 1800) * 2000 + tenths(latitude) + 900
        const place = places.get(key) ?? { kind, x: 0, y: 0, ends: 0, relations: 0, last: -1 }
        place.x += longitude
        place.y += latitude
        place.ends++
        if (place.last !== row) place.relations++
        place.last = row
        places.set(key, place)
      }
    }
    const kindNames = kinds.map((kind) => kind.split(' '))
    return [...places]
      .map(([key, place]) => {
        const [type = '', state = ''] = kindNames[place.kind] ?? []
        const near: [number, number] = [Math.floor((key % 8e6) / 2000), key % 2000]
        return { ...place, type, state, near }
      })
      .sort(
        (a, b) =>
          b.relations - a.relations ||
          (a.type === b.type ? 0 : a.type < b.type ? -1 : 1) ||
          (a.state === b.state ? 0 : a.state < b.state ? -1 : 1) ||
          a.near[0] - b.near[0] ||
          a.near[1] - b.near[1],
      )
      .slice(0, most)
      .map(({ type, state, x, y, ends, relations: count }) => ({
        ...{ type: relationType.parse(type), state: relationState.parse(state) },
        ...{ longitude: x / ends, latitude: y / ends, relations: count },
      }))
  })

/** The point of a party that has one outside a country. */
function pointsAbroad({ actors, sites }: Atlas, country: string): (party: number) => [number, number] | null {
  const isAbroad = actors.kinds.table((text) => partsOf(text)[1] !== country)
  const classes = actors.class.data
  const [longitudes, latitudes] = [actors.longitude.data, actors.latitude.data]
  return (party) => {
    if (party < 0) {
      const site = sites[-1 - party]
      if (site === undefined || site.country === country || site.longitude === null || site.latitude === null)
        return null
      return [site.longitude, site.latitude]
    }
    const longitude = longitudes[party] ?? Number.NaN
    if (isAbroad[(classes[party] ?? 0) & ~strayed] !== 1 || Number.isNaN(longitude)) return null
    return [longitude, latitudes[party] ?? Number.NaN]
  }
}

/** Tenths of degrees, halves away from zero, of the fifteen digits that PostgreSQL reads in a number. */
function tenths(degrees: number): number {
  const scaled = Math.abs(degrees) * 10
  const whole = Math.floor(scaled)
  const rest = scaled - whole
  const digits = Math.abs(rest - 0.5) < 1e-6 ? Math.abs(degrees).toPrecision(15) : ''
  const isUp = digits === '' ? rest > 0.5 : digits.charAt(digits.indexOf('.') + 2) >= '5'
  return Math.sign(degrees) * (isUp ? whole + 1 : whole)
}
