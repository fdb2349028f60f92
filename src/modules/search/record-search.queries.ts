import { z } from 'zod'
import { decided } from '@/core/decision'
import { editDistance, oneLetterLess } from '@/core/edit-distance'
import { matchRanks, mostErrors, shortestCorrected, shortestTelling, tellingWords } from '@/core/name-match'
import { codesMeant } from '@/modules/search/code-search.queries'
import { identifierGuesses, type Question, runsOf } from '@/modules/search/question.schema'
import type { Matched } from '@/modules/search/search.schema'
import * as sql from '@/modules/search/search.sql'
import { identifierScheme } from '@/modules/taxonomy/taxonomy.schema'
import { db } from '@/platform/db'

// Records are found by the index of words; what they look like is asked of their own rooms afterwards.

export type RecordKind = sql.Record
/** `meant`: what the words stand for, typing errors included where they were looked for. */
export type RankedRecord = { id: string; rank: number; matched?: Matched }

const rows = z.array(z.object({ id: z.string(), rank: z.number() }))
const fewRows = z.array(z.object({ id: z.string(), rank: z.number().nullable(), weight: z.number() }))
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
      return [word, { codes: codes(word), near: [], begun, isOpen }]
    }),
  )
}

type Codes = (word: string) => string[]

async function codesOf({ words }: Question): Promise<Codes> {
  const [codes, places] = await Promise.all([codesMeant(words), placesMeant(words)])
  return (word) => [...(codes.get(word) ?? []), ...(places.get(word) ?? [])]
}

const dictionaryRows = z.array(z.object({ asked: z.string(), word: z.string(), begun: z.boolean() }))
const likeRows = z.array(z.object({ asked: z.string(), word: z.string() }))
const mostNear = 40
const shortestLike = 6
const longestWord = 40

/** What the dictionary says of the words of a question. */
type Dictionary = {
  /** Those it was asked for: telling ones that typing errors are forgiven in. */
  asked: readonly string[]
  has: (word: string) => boolean
  /** Words that it has, near to this one or begun by it. */
  near: (word: string) => readonly string[]
  begunBy: (word: string) => { begun: readonly string[]; isOpen: boolean }
}
const nothingBegun: ReturnType<Dictionary['begunBy']> = { begun: [], isOpen: false }

async function readDictionary({ words }: Question): Promise<Dictionary> {
  const telling = [...new Set(tellingWords(words))]
  const asked = telling.filter((word) => word.length >= shortestCorrected && word.length <= longestWord)
  // It knows no words of figures alone, nor shorter ones: `195` begins more than is known of.
  const last = words.at(-1) ?? ''
  const isKnowable = last.length >= shortestTelling && last.length <= longestWord && /[a-z]/.test(last)
  const sought = [...new Set([...asked, ...(isKnowable ? [last] : [])])]
  const raw =
    sought.length === 0
      ? []
      : await db.$queryRaw<unknown[]>(
          sql.dictionaryOf(
            sought.map((word) => ({ word, forms: word.length < shortestCorrected ? [] : oneLetterLess(word) })),
          ),
        )
  const found = dictionaryRows.parse(raw)
  const near = new Map(sought.map((word) => [word, found.filter((row) => row.asked === word).map((row) => row.word)]))
  const begun = new Map(
    sought.map((word) => [
      word,
      [...new Set(found.filter((row) => row.begun && row.asked === word).map((row) => row.word))],
    ]),
  )
  return {
    asked,
    has: (word) => near.get(word)?.includes(word) === true,
    near: (word) => near.get(word) ?? [],
    begunBy: (word) => {
      const some = begun.get(word)
      return some === undefined || some.length > sql.mostBegun
        ? { begun: [], isOpen: word.length >= shortestTelling }
        : { begun: some, isOpen: false }
    },
  }
}

const isBegun = (dictionary: Dictionary, word: string): boolean => {
  const { begun, isOpen } = dictionary.begunBy(word)
  return isOpen || begun.length > 0
}

/** Words that no entry says as they are typed. */
const strangeWords = (dictionary: Dictionary, { words }: Question): string[] =>
  dictionary.asked.filter(
    (word) => !dictionary.has(word) && !(word === words.at(-1) && isBegun(dictionary, word)) && !/^[0-9]+$/.test(word),
  )

/**
 * The same where words may be misspelt or each of them unfinished, in the order in which they are tried: first only words
 * that the dictionary does not have are taken otherwise, then every word.
 */
async function forgivingMeanings(
  question: Question,
  exact: sql.Meaning,
  dictionary: Dictionary,
): Promise<sql.Meaning[]> {
  const { asked } = dictionary
  if (asked.length === 0) return []
  const strange = strangeWords(dictionary, question)
  const alike = strange.filter(
    (word) =>
      word.length >= shortestLike &&
      !isBegun(dictionary, word) &&
      !dictionary.near(word).some((found) => errorsOf(word, found) === 1),
  )
  const like = alike.length === 0 ? [] : likeRows.parse(await db.$queryRaw<unknown[]>(sql.likeWordsOf(alike)))
  const spelt = new Map(
    asked.map((word) => [
      word,
      nearest(word, [...dictionary.near(word), ...like.flatMap((row) => (row.asked === word ? [row.word] : []))]),
    ]),
  )
  const meaningOf = (otherwise: readonly string[]): sql.Meaning =>
    new Map(
      [...exact].map(([word, meant]) => [
        word,
        otherwise.includes(word) ? { ...meant, near: spelt.get(word) ?? [], ...dictionary.begunBy(word) } : meant,
      ]),
    )
  const tried = strange.length === 0 || strange.length === asked.length ? [asked] : [strange, asked]
  return tried
    .filter((some) => some.some((word) => (spelt.get(word) ?? []).length > 0 || isBegun(dictionary, word)))
    .map(meaningOf)
}

function nearest(asked: string, words: readonly string[]): string[] {
  return [...new Set(words)]
    .filter((word) => word !== asked)
    .map((word) => ({ word, errors: errorsOf(asked, word) }))
    .filter(({ errors }) => errors <= mostErrors(asked))
    .sort((a, b) => a.errors - b.errors || a.word.length - b.word.length || (a.word < b.word ? -1 : 1))
    .slice(0, mostNear)
    .map(({ word }) => word)
}

/** Typing errors between what was typed and a word; an unfinished word counts half an error more. */
function errorsOf(asked: string, word: string): number {
  const whole = editDistance(asked, word, { most: mostErrors(asked) })
  const begun = asked.length > shortestCorrected ? editDistance(asked, word, { most: 1, beginning: true }) + 0.5 : whole
  return Math.min(whole, begun <= 1.5 ? Math.min(begun, mostErrors(asked)) : whole)
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

/** Few entries are ranked one by one; of many, those of a rank and weight are read until there are enough. */
async function ask(kind: RecordKind, parts: sql.Parts, limit: number): Promise<RankedRecord[]> {
  const few = fewRows.parse(await db.$queryRaw<unknown[]>(sql.fewEntriesOf(kind, parts)))
  if (few.length > sql.mostRanked) return rows.parse(await db.$queryRaw<unknown[]>(sql.entriesOf(kind, parts, limit)))
  return few
    .flatMap(({ id, rank, weight }) => (rank === null ? [] : [{ id, rank, weight }]))
    .sort((a, b) => a.rank - b.rank || b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
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
