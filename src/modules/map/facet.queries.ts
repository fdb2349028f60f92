import { z } from 'zod'
import { countryName } from '@/core/country'
import type { Locale } from '@/core/localized'
import { actorWhere, freshness, relationConditions, scopeCondition } from '@/modules/actors/actor.queries'
import { facetInMemory } from '@/modules/census/facet-count.queries'
import * as sql from '@/modules/map/facet.sql'
import { namesOfActors } from '@/modules/map/map.sql'
import { type RelationFilter, relationWhere } from '@/modules/relations/relation.queries'
import { findCodeEntries } from '@/modules/taxonomy/code-entry.queries'
import {
  type AnyFacet,
  closedFacets,
  type FacetAnswer,
  type FacetChoice,
  type FacetKey,
  groupsOfTypes,
  type Subject,
  withoutFacet,
} from '@/modules/taxonomy/facet.schema'
import { type Filter, type FilterKey, tieKeys } from '@/modules/taxonomy/filter.schema'
import { sectorName } from '@/modules/taxonomy/nace.schema'
import { sectorCodes, themes } from '@/modules/taxonomy/taxonomy.schema'
import { findTerritories } from '@/modules/territories/territory.queries'
import type { TerritorySummary } from '@/modules/territories/territory.schema'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'
import { codeWords } from '@/platform/message-words'
import { askBriefly } from '@/platform/patience'

/** Milliseconds of the database that one facet is worth: more, and its answers are told without numbers. */
const patience = 1500
const mostListed = 300

const rowSchema = z.object({ value: z.string(), label: z.string().nullable(), count: z.number() })
type Row = z.output<typeof rowSchema>

/** What is asked: a facet of the list of actors, or of relations, perhaps those of one actor (its id). */
type FacetQuestion = {
  of: Exclude<Subject, 'practices'>
  facet: FacetKey
  filter: RelationFilter
  locale: Locale
}

const ofTies: readonly FilterKey[] = tieKeys

const withoutMany = (filter: Filter, keys: readonly FilterKey[]): Filter =>
  keys.reduce((rest, key) => withoutFacet(rest, key), filter)

/** Each territory with itself and all above it. */
function linesOf(territories: readonly TerritorySummary[]): ReadonlyMap<string, readonly string[]> {
  const parents = new Map(territories.map(({ id, parentId }) => [id, parentId]))
  return new Map(
    territories.map(({ id }) => {
      const line: string[] = []
      for (let at: string | null = id; at !== null && !line.includes(at); at = parents.get(at) ?? null) line.push(at)
      return [id, line]
    }),
  )
}

function homesOf(lines: ReadonlyMap<string, readonly string[]>): sql.Homes {
  const pairs = [...lines].flatMap(([id, line]) => line.map((above): [string, string] => [id, above]))
  return { homes: pairs.map(([home]) => home), within: pairs.map(([, above]) => above) }
}

async function countedRows(
  { of, facet, filter }: FacetQuestion,
  territories: readonly TerritorySummary[],
): Promise<Row[] | null> {
  const beside: RelationFilter = withoutFacet(filter, facet)
  if (filter.partyId !== undefined) beside.partyId = filter.partyId
  // Without a scope a list of relations shows international ones: every answer to the scope is beside that, too.
  if (facet === 'scope' && of === 'relations') beside.scope = 'all'
  const own = withoutMany(beside, [...ofTies, 'sort', 'after', 'zoom'])
  const within = linesOf(territories)
  const counted = await facetInMemory({ facet, of, beside, own, within })
  if (counted !== null) return counted
  const rows = await askBriefly(
    sql.countByFacet(facet, {
      of,
      parts: {
        ...homesOf(within),
        types: groupsOfTypes.map(([type]) => type),
        groups: groupsOfTypes.map(([, group]) => group),
        freshness,
      },
      where: of === 'relations' ? await relationWhere(beside) : await actorWhere(ofTies.includes(facet) ? own : beside),
      ofTies: [
        scopeCondition(beside.scope),
        relationConditions(beside, { territoryIds: null, holder: beside.holder ?? null }),
      ],
      isAnybody: Object.keys(own).length === 0,
    }),
    patience,
  )
  return rows?.map((row) => rowSchema.parse(row)) ?? null
}

type Named = { value: string; label: string }
/** Where the messages have the words of the closed lists. */
const lists: Partial<Record<AnyFacet, string>> = { kind: 'kindPlural', verified: 'freshness' }

async function themesIn(locale: Locale): Promise<Named[]> {
  const [word, entries] = await Promise.all([codeWords('theme', locale), findCodeEntries('theme')])
  const builtIn: readonly string[] = themes
  return [
    ...themes.map((value) => ({ value, label: word(value) })),
    ...entries
      .filter(({ code }) => !builtIn.includes(code))
      .map(({ code, label }) => ({ value: code, label: label[locale] ?? label.en ?? code })),
  ].sort((a, b) => a.label.localeCompare(b.label, locale))
}

const holderSchema = z.object({ id: z.string(), slug: z.string(), name: z.string() })

/** The most frequent answers as they are said in a URL and in words; `rows` null = not counted. */
export async function namedAnswers(
  { facet, locale }: { facet: AnyFacet; locale: Locale },
  rows: readonly Row[] | null,
  territories: readonly TerritorySummary[],
): Promise<{ named: Named[]; keyOf: (named: Named) => string }> {
  const same = ({ value }: Named) => value
  const met = [...(rows ?? [])].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  switch (facet) {
    case 'country':
      return { named: met.map(({ value }) => ({ value, label: countryName(value, locale) })), keyOf: same }
    case 'programme':
      return {
        named: met
          .filter(({ label }) => (label ?? '').length <= 200)
          .map(({ value, label }) => ({ value: label ?? value, label: label ?? value })),
        keyOf: ({ value }) => met.find((row) => row.label === value)?.value ?? value,
      }
    case 'holder': {
      const found = await db.$queryRaw<unknown[]>(
        namesOfActors(
          met.slice(0, mostListed).map(({ value }) => value),
          locale,
        ),
      )
      const byId = new Map(found.map((raw) => holderSchema.parse(raw)).map((holder) => [holder.id, holder]))
      const ids = new Map([...byId.values()].map(({ slug, id }) => [slug, id]))
      return {
        named: met.flatMap(({ value }) => {
          const holder = byId.get(value)
          return holder === undefined ? [] : [{ value: holder.slug, label: holder.name }]
        }),
        keyOf: ({ value }) => ids.get(value) ?? value,
      }
    }
    case 'territory': {
      const ids = new Map(territories.map(({ slug, id }) => [slug, id]))
      return {
        named: territories.map(({ slug, name }) => ({ value: slug, label: name })),
        keyOf: ({ value }) => ids.get(value) ?? value,
      }
    }
    case 'sector':
      return { named: sectorCodes.map((code) => ({ value: code, label: sectorName(code, locale) })), keyOf: same }
    case 'theme':
      return { named: await themesIn(locale), keyOf: same }
    default: {
      const word = await codeWords(lists[facet] ?? facet, locale)
      return { named: (closedFacets[facet] ?? []).map((value) => ({ value, label: word(value) })), keyOf: same }
    }
  }
}

/** Short lists keep an answer that nothing has: that, too, is told. */
const keepsZero: ReadonlySet<FacetKey> = new Set(['kind', 'group', 'state', 'verified', 'scope'])

/**
 * The answers to one facet with the rows each would leave in the list, beside every other filter: public records, the
 * same for everybody. Counted no longer than 1.5 s; then closed lists come without numbers and open ones are empty.
 */
export async function findFacet(question: FacetQuestion): Promise<FacetAnswer> {
  const { sort: _sort, after: _after, zoom: _zoom, ...filter } = question.filter
  const asked = { ...question, filter }
  return keptPerVersion(`facet ${JSON.stringify([asked.of, asked.facet, asked.locale, filter])}`, async () => {
    const { rows: territories } = await findTerritories({}, { locale: asked.locale })
    const rows = await countedRows(asked, territories)
    const { named, keyOf } = await namedAnswers(asked, rows, territories)
    const counts = new Map(rows?.map(({ value, count }) => [value, count]))
    if (asked.facet === 'scope') counts.set('all', (counts.get('international') ?? 0) + (counts.get('domestic') ?? 0))
    const listed =
      asked.facet === 'scope' && asked.of === 'actors' ? named.filter(({ value }) => value !== 'all') : named
    const choices = listed
      .map((one): FacetChoice => ({ ...one, count: rows === null ? null : (counts.get(keyOf(one)) ?? 0) }))
      .filter(({ count }) => count !== 0 || keepsZero.has(asked.facet))
    return { choices: choices.slice(0, mostListed), more: Math.max(0, choices.length - mostListed) }
  })
}
