import { z } from 'zod'
import { decided } from '@/core/decision'
import { matchRanks, shortestCorrected } from '@/core/name-match'
import { codesMeant } from '@/modules/search/code-search.queries'
import { identifierGuesses, type Question, runsOf } from '@/modules/search/question.schema'
import type { Matched } from '@/modules/search/search.schema'
import * as sql from '@/modules/search/search.sql'
import {
  type Dictionary,
  forgivingMeanings,
  nothingBegun,
  readDictionary,
  strangeWords,
} from '@/modules/search/spelling.queries'
import { identifierScheme } from '@/modules/taxonomy/taxonomy.schema'
import { db } from '@/platform/db'

// Records are found by the index of words; what they look like is asked of their own rooms afterwards.

export type RecordKind = sql.Record
/** `meant`: what the words stand for, typing errors included where they were looked for. */
export type RankedRecord = { id: string; rank: number; matched?: Matched }

const rows = z.array(z.object({ id: z.string(), rank: z.number() }))
const fewRows = z.array(z.object({ id: z.string().nullable(), rank: z.number().nullable() }))
const placeRows = z.array(
  z.object({ name: z.string(), place_id: z.number(), population: z.number(), is_beginning: z.boolean() }),
)

/** Places that runs of the words may be, as codes of entries, by word. */
async function placesMeant(words: readonly string[]): Promise<Map<string, string[]>> {
  const runs = runsOf(words, 3)
  const last = runs.filter(({ at, length }) => at + length === words.length)
  const longest = last.find(({ text }) => text.length >= shortestCorrected)
  const names = runs.map(({ text }) => text).filter((text) => text.length > 2)
  if (names.length === 0) return new Map()
  const found = placeRows.parse(
    await db.$queryRaw<unknown[]>(
      sql.placesCalled(names, words.length === 1 ? (longest?.text ?? '') : (words.at(-1) ?? '')),
    ),
  )
  const meant = new Map<string, string[]>()
  for (const { name, place_id: id, is_beginning: isBeginning } of found) {
    const run = runs.find(({ text }) => text === name)
    const said = isBeginning ? words.slice(-1) : run ? words.slice(run.at, run.at + run.length) : []
    for (const word of said) meant.set(word, [...new Set([...(meant.get(word) ?? []), `@p${String(id)}`])])
  }
  return meant
}

/** What each word may stand for: countries, kinds, types, places; the last one may be unfinished. */
function meaningOf({ words }: Question, codes: Codes, dictionary: Dictionary): Map<string, sql.Meant> {
  return new Map(
    words.map((word, at) => {
      const { begun, isOpen } = at === words.length - 1 ? dictionary.begunBy(word) : nothingBegun
      return [word, { codes: codes(word), near: [], unfinished: [], begun, isOpen }]
    }),
  )
}

type Codes = (word: string) => string[]

async function codesOf({ words }: Question): Promise<Codes> {
  const [codes, places] = await Promise.all([codesMeant(words), placesMeant(words)])
  return (word) => [...(codes.get(word) ?? []), ...(places.get(word) ?? [])]
}

export type RecordSearch = { ranked: RankedRecord[]; near: ReadonlyMap<string, readonly string[]> }

/**
 * Public records of each kind that answer a question, best first, `limit` of each. Typing errors are looked for where
 * hardly anything was found and nothing has or begins with that name.
 */
export async function rankRecords(
  question: Question,
  kinds: readonly RecordKind[],
  limit: number,
): Promise<Map<RecordKind, RecordSearch>> {
  decided() // entries are public records only
  if (question.name.length < 2 || kinds.length === 0) return new Map()
  const [codes, dictionary, identified] = await Promise.all([
    codesOf(question),
    readDictionary(question),
    kinds.includes('actor') ? findIdentified(question) : [],
  ])
  const meant = meaningOf(question, codes, dictionary)
  const askAll = (parts: sql.Parts, most: number) => Promise.all(kinds.map((kind) => ask(kind, parts, most)))
  // Where no entry says a word, only a whole name without its spaces is still to be found: the forgiving ones have it.
  const isStrange = strangeWords(dictionary, question).some((word) => codes(word).length === 0)
  let found = isStrange ? kinds.map(() => []) : await askAll(sql.partsOf(question, meant), limit)
  let near: RecordSearch['near'] = new Map()
  // What has that very name, or begins with it, was hardly misspelt.
  const isNamed = (some: readonly RankedRecord[]) => some.some(({ rank }) => rank <= matchRanks.beginning)
  const isSettled = identified.length > 0 || found.every((some) => some.length >= limit) || found.some(isNamed)
  const tried = isSettled ? [] : await forgivingMeanings(question, meant, dictionary)
  for (const forgiving of tried) {
    // What was found exactly is found again.
    const more = await askAll(sql.nearPartsOf(question, forgiving), 3 * limit)
    if (more.every((some, at) => some.length <= (found[at] ?? []).length)) continue
    const exact = found
    found = more.some(isNamed)
      ? more.map((some) => some.filter(({ rank }) => rank <= matchRanks.beginning))
      : more.map((some, at) => [...(exact[at] ?? []), ...some])
    near = new Map([...forgiving].map(([word, { near: words }]) => [word, words]))
    break
  }
  return new Map(
    kinds.map((kind, at) => {
      const ranked = [...(kind === 'actor' ? identified : []), ...(found[at] ?? [])]
      return [kind, { ranked: firstOfEach(ranked).slice(0, limit), near }]
    }),
  )
}

// What is known to be said by many: whoever types asks the same again with a letter more. Only a hint how to read.
const common = new Set<string>()
const mostCommon = 2000

/** Few entries are ranked one by one; of many, those of a rank and weight are read until there are enough. */
async function ask(kind: RecordKind, parts: sql.Parts, limit: number): Promise<RankedRecord[]> {
  const known = `${kind} ${parts.around}`
  if (!common.has(known)) {
    const few = fewRows.parse(await db.$queryRaw<unknown[]>(sql.fewEntriesOf(kind, parts, limit)))
    if (few.every(({ id }) => id !== null))
      return few.flatMap(({ id, rank }) => (id === null || rank === null ? [] : [{ id, rank }]))
    if (common.size >= mostCommon) common.clear()
    if (known.length < 500) common.add(known)
  }
  return rows.parse(await db.$queryRaw<unknown[]>(sql.entriesOf(kind, parts, limit)))
}

const firstOfEach = (found: readonly RankedRecord[]): RankedRecord[] => {
  const ids = new Set<string>()
  return found.filter(({ id }) => !ids.has(id) && ids.add(id))
}

const identifiedRows = z.array(z.object({ id: z.string(), scheme: identifierScheme, value: z.string() }))

async function findIdentified({ text }: Question): Promise<RankedRecord[]> {
  const guesses = identifierGuesses(text)
  if (guesses.length === 0) return []
  return identifiedRows.parse(await db.$queryRaw<unknown[]>(sql.identified(guesses))).map(({ id, ...identifier }) => ({
    id,
    rank: matchRanks.identifier,
    matched: { by: 'identifier' as const, ...identifier },
  }))
}
