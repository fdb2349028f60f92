import type { ListDictionary } from '@/core/code-lists'
import { type Atlas, gone, partsOf, strayed } from '@/modules/census/atlas.schema'
import { relationsWith } from '@/modules/census/party.queries'
import type { ProfileCounts, ProfileSums } from '@/modules/census/profile.schema'
import { sectionOf } from '@/modules/taxonomy/taxonomy.schema'

/** Counts every record; others may write between two steps: rows that are counted are followed, the rest is to come. */
export function* countAll(atlas: Atlas, profiles: ProfileCounts): Generator<void> {
  const { counted } = profiles
  const step = 1000
  while (counted.actors < atlas.actors.count || counted.relations < atlas.relations.count) {
    const lastActor = Math.min(atlas.actors.count, counted.actors + step)
    while (counted.actors < lastActor) addActor(atlas, profiles, counted.actors++, 1)
    const lastRelation = Math.min(atlas.relations.count, counted.relations + step)
    while (counted.relations < lastRelation) addRelation(atlas, profiles, counted.relations++, 1)
    yield
  }
  profiles.isWhole = true
}

function addActor({ actors, homes }: Atlas, profiles: ProfileCounts, row: number, by: number): void {
  const number = (actors.class.data[row] ?? 0) & ~strayed
  const home = actors.home.data[row] ?? 0
  if (number === gone || home === 0 || actors.invented.data[row] === 1) return
  const list = actors.sectors.data[row] ?? 0
  const sectors = (profiles.sectors[list] ??= sectorsOf(actors.sectorLists, list))
  const { kind, sector } = profiles.sums
  kind.reserve(actors.kinds.texts.length)
  sector.reserve(actors.sectorLists.codes.texts.length)
  for (const place of profiles.above(home, homes.texts)) {
    kind.add(place, number, by)
    for (const code of sectors) sector.add(place, code, by)
  }
}

function sectorsOf({ codes, starts, items }: ListDictionary, list: number): number[] {
  const own = [...items.data.subarray(starts.data[list], starts.data[list + 1])]
  const textOf = (number: number) => codes.texts[number] ?? ''
  const divided = new Set(own.map(textOf).flatMap((code) => (code.length > 1 ? [sectionOf(code)] : [])))
  return own.filter((number) => !divided.has(textOf(number)))
}

function addRelation({ actors, homes, relations }: Atlas, profiles: ProfileCounts, row: number, by: number): void {
  const facts = relations.class.data[row] ?? 0
  if (!(profiles.counts[facts] ??= isCounted(relations.facts.texts[facts] ?? ''))) return
  const { themeLists, countryLists } = relations
  const { type, theme, country } = profiles.sums
  type.reserve(relations.facts.texts.length)
  theme.reserve(themeLists.codes.texts.length)
  country.reserve(countryLists.codes.texts.length)
  const start = relations.partyStart.data[row] ?? 0
  const end = start + (relations.partyCount.data[row] ?? 0)
  profiles.begin()
  for (let at = start; at < end; at++) {
    const party = relations.parties.data[at] ?? -1
    const home = party < 0 || actors.invented.data[party] === 1 ? 0 : (actors.home.data[party] ?? 0)
    if (home === 0) continue
    for (const place of profiles.above(home, homes.texts)) {
      if (!profiles.isFirst(place)) continue
      type.add(place, facts, by)
      addList(theme, place, themeLists, relations.themes.data[row] ?? 0, by)
      addList(country, place, countryLists, relations.countries.data[row] ?? 0, by)
    }
  }
}

/** International ones that are not invented; nothing is said of one that is gone. */
function isCounted(facts: string): boolean {
  const [, , , isInternational, , isInvented] = partsOf(facts)
  return isInternational === 'true' && isInvented !== 'true'
}

function addList(sums: ProfileSums, place: number, { starts, items }: ListDictionary, list: number, by: number): void {
  const end = starts.data[list + 1] ?? 0
  for (let at = starts.data[list] ?? 0; at < end; at++) sums.add(place, items.data[at] ?? 0, by)
}

/** Before a relation is written: it does not count any more. */
export function takeOutRelation(atlas: Atlas, row: number): void {
  if (atlas.profiles?.has('relations', row) === true) addRelation(atlas, atlas.profiles, row, -1)
}

/** After a relation was written. */
export function putInRelation(atlas: Atlas, row: number): void {
  if (atlas.profiles?.has('relations', row) === true) addRelation(atlas, atlas.profiles, row, 1)
}

/** Before an actor is written: it does not count any more, nor do relations that would count elsewhere then. */
export function takeOutActor(atlas: Atlas, row: number, next: { home: number; invented: number }): readonly number[] {
  const { profiles, actors } = atlas
  if (profiles === null) return []
  if (profiles.has('actors', row)) addActor(atlas, profiles, row, -1)
  if (actors.home.data[row] === next.home && actors.invented.data[row] === next.invented) return []
  const moved = relationsWith(atlas, row)
  for (const relation of moved) takeOutRelation(atlas, relation)
  return moved
}

/** After an actor was written, with the relations that were taken out. */
export function putInActor(atlas: Atlas, row: number, moved: readonly number[]): void {
  if (atlas.profiles?.has('actors', row) === true) addActor(atlas, atlas.profiles, row, 1)
  for (const relation of moved) putInRelation(atlas, relation)
}

/** Before an actor is taken out of the atlas. */
export function leaveActor(atlas: Atlas, row: number): void {
  if (atlas.profiles?.has('actors', row) === true) addActor(atlas, atlas.profiles, row, -1)
}
