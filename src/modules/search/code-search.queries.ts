import { countryCodes, countryName } from '@/core/country'
import { decided } from '@/core/decision'
import { type Locale, locales } from '@/core/localized'
import { rankOf, wordsIn } from '@/core/name-match'
import { type Question, runsOf } from '@/modules/search/question.schema'
import type { Found, FoundKind } from '@/modules/search/search.schema'
import { findCodeEntries } from '@/modules/taxonomy/code-entry.queries'
import { sectorName } from '@/modules/taxonomy/nace.schema'
import { actorKind, groupOf, relationType, sectorCodes } from '@/modules/taxonomy/taxonomy.schema'
import { territoryNames } from '@/modules/territories/territory-name.queries'
import { labelsOf } from '@/platform/message-words'
import { keptPerVersion } from '@/platform/list'

// Short closed lists and territories: compared in memory, in all their languages at once.

type Name = { language: string; value: string; words: readonly string[] }
export type Listed = {
  kind: FoundKind
  /** Code, or id of a territory. */
  id: string
  names: readonly Name[]
  path: string
  /** Codes of an index entry that is this (see the migration). */
  code?: string
  country?: string
}
type RankedListed = { rank: number; listed: Listed; by: Name }

const name = (language: string, value: string): Name => ({ language, value, words: wordsIn(value) })

/** One closed list, each code with its labels. */
async function labelled(
  lists: readonly string[],
  kind: FoundKind,
  pathOf: (code: string) => string,
  codeOf?: (code: string) => string,
): Promise<Listed[]> {
  const labels = (await Promise.all(lists.map(labelsOf))).flat()
  return [...new Set(labels.map(({ code }) => code))].map((code) => ({
    kind,
    id: code,
    names: labels.filter((label) => label.code === code).map(({ locale, label }) => name(locale, label)),
    path: pathOf(code),
    ...(codeOf && { code: codeOf(code) }),
  }))
}

const countries: readonly Listed[] = countryCodes.map((code) => ({
  kind: 'country',
  id: code,
  names: [...locales.map((locale) => name(locale, countryName(code, locale))), name('', code)],
  path: `/relations?country=${code}`,
  code: `@c${code}`,
}))

const sectors: readonly Listed[] = sectorCodes.map((code) => ({
  kind: 'sector',
  id: code,
  names: [...locales.map((locale) => name(locale, sectorName(code, locale))), name('', code)],
  path: `/actors?sector=${code}`,
}))

async function themes(): Promise<Listed[]> {
  const pathOf = (code: string) => `/relations?theme=${code}`
  const [builtIn, entries] = await Promise.all([labelled(['theme'], 'theme', pathOf), findCodeEntries('theme')])
  const isShown = (code: string) => entries.every((entry) => entry.code !== code || entry.retiredAt === null)
  const added = entries.map(({ code, label }): Listed => ({
    kind: 'theme',
    id: code,
    names: Object.entries(label).flatMap(([language, value]) => (value === undefined ? [] : [name(language, value)])),
    path: pathOf(code),
  }))
  const builtInCodes = new Set(builtIn.map(({ id }) => id))
  return [...builtIn, ...added.filter(({ id }) => !builtInCodes.has(id))].filter(({ id }) => isShown(id))
}

async function territories(): Promise<Listed[]> {
  return (await territoryNames()).map(({ id, slug, names, country }) => ({
    kind: 'territory',
    id,
    country,
    names: names.map(({ language, value }) => name(language, value)),
    path: `/territories/${slug}`,
  }))
}

const isRelationType = (code: string) => relationType.safeParse(code).success
const isActorKind = (code: string) => actorKind.safeParse(code).success

/** Everything that is compared in memory, as it stands at this version of the data. */
export async function findListed(): Promise<readonly Listed[]> {
  return keptPerVersion('search-lists', async () => [
    ...(await territories()),
    ...countries,
    ...(await labelled(
      ['kind', 'kindPlural'],
      'actor_kind',
      (code) => `/actors?kind=${code}`,
      (code) => `@k${code}`,
    ).then((found) => found.filter(({ id }) => isActorKind(id)))),
    ...(await labelled(
      ['type'],
      'relation_type',
      (code) => `/relations?type=${code}`,
      (code) => `@t${code}`,
    ).then((found) => found.filter(({ id }) => isRelationType(id)))),
    ...(await themes()),
    ...sectors,
  ])
}

/** Those that the question means, the best first; with typing errors only where `forgiving`. */
export function rankListed(listed: readonly Listed[], { words }: Question, forgiving: boolean): RankedListed[] {
  decided()
  return listed
    .flatMap((one): RankedListed[] => {
      let best: RankedListed | null = null
      for (const by of one.names) {
        const rank = rankOf(words, by.words, forgiving)
        if (rank !== null && (best === null || rank < best.rank)) best = { rank, listed: one, by }
      }
      return best === null ? [] : [best]
    })
    .sort((a, b) => a.rank - b.rank || a.by.value.length - b.by.value.length || (a.by.value < b.by.value ? -1 : 1))
}

/** Codes of index entries by the names of what they stand for. */
const codesByName = async (): Promise<ReadonlyMap<string, readonly string[]>> =>
  keptPerVersion('search-codes', async () => {
    const called = new Map<string, string[]>()
    for (const { code, names } of await findListed())
      for (const text of code === undefined ? [] : new Set(names.map(({ words }) => words.join(' '))))
        if (code !== undefined && text !== '') called.set(text, [...(called.get(text) ?? []), code])
    return called
  })

/** Codes of index entries that runs of these words name, by word: `south africa` → `@cZA` for both. */
export async function codesMeant(words: readonly string[]): Promise<Map<string, string[]>> {
  const called = await codesByName()
  const meant = new Map<string, string[]>()
  for (const { text, at, length } of runsOf(words, 4)) {
    const codes = called.get(text) ?? []
    for (const word of codes.length === 0 ? [] : words.slice(at, at + length))
      meant.set(word, [...new Set([...(meant.get(word) ?? []), ...codes])])
  }
  return meant
}

/** One listed thing as an answer, in the reader's language. */
export function foundListed({ listed, by }: RankedListed, locale: Locale, about: string): Found {
  const shown = listed.names.find(({ language }) => language === locale) ?? listed.names[0] ?? by
  const type = relationType.safeParse(listed.id)
  const kind = actorKind.safeParse(listed.id)
  return {
    kind: listed.kind,
    id: listed.id,
    name: shown.value,
    language: shown.language,
    about,
    path: listed.path,
    actorKind: listed.kind === 'actor_kind' && kind.success ? kind.data : null,
    group: listed.kind === 'relation_type' && type.success ? groupOf(type.data) : null,
    holder: null,
    matched:
      by.value === shown.value || by.words.join(' ') === shown.words.join(' ')
        ? null
        : { by: 'name', value: by.value, language: by.language },
  }
}
