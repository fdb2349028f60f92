import { z } from 'zod'
import { decided } from '@/core/decision'
import { editDistance, oneLetterLess } from '@/core/edit-distance'
import { matchRanks, mostErrors, shortestCorrected, tellingWords } from '@/core/name-match'
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

/** What each word may stand for: countries, kinds, types, places. The last one may be unfinished. */
async function meaningOf({ words }: Question): Promise<Map<string, sql.Meant>> {
  const [codes, places] = await Promise.all([codesMeant(words), placesMeant(words)])
  return new Map(
    words.map((word, at) => {
      const found = [...(codes.get(word) ?? []), ...(places.get(word) ?? [])]
      return [word, { codes: found, near: [], isBeginning: at === words.length - 1 }]
    }),
  )
}

const nearRows = z.array(z.object({ asked: z.string(), word: z.string() }))
const mostNear = 40
const shortestLike = 6

/**
 * The same where words may be misspelt or each of them unfinished, in the order in which they are tried: first only words
 * that the dictionary does not have are taken otherwise, then every word.
 */
async function forgivingMeanings({ words }: Question, exact: sql.Meaning): Promise<sql.Meaning[]> {
  const asked = tellingWords(words).filter((word) => word.length >= shortestCorrected && word.length <= 40)
  if (asked.length === 0) return []
  const known = await askWords(sql.dictionaryOf(asked.map((word) => ({ word, forms: oneLetterLess(word) }))))
  const has = (word: string, isSuch: (found: string) => boolean) =>
    known.some((row) => row.asked === word && isSuch(row.word))
  const isBegun = (word: string) => has(word, (found) => found.startsWith(word))
  const strange = asked.filter((word) =>
    exact.get(word)?.isBeginning === true ? !isBegun(word) : !has(word, (found) => found === word),
  )
  const alike = strange.filter(
    (word) => word.length >= shortestLike && !isBegun(word) && !has(word, (found) => errorsOf(word, found) === 1),
  )
  const like = alike.length === 0 ? [] : await askWords(sql.likeWordsOf(alike))
  const spelt = new Map(
    asked.map((word) => [
      word,
      nearest(
        word,
        [...known, ...like].flatMap((row) => (row.asked === word ? [row.word] : [])),
      ),
    ]),
  )
  const meaningOf = (otherwise: readonly string[]): sql.Meaning =>
    new Map(
      [...exact].map(([word, meant]) => [
        word,
        otherwise.includes(word)
          ? { ...meant, near: spelt.get(word) ?? [], isBeginning: meant.isBeginning || isBegun(word) }
          : meant,
      ]),
    )
  const tried = strange.length === 0 || strange.length === asked.length ? [asked] : [strange, asked]
  return tried.filter((some) => some.some((word) => (spelt.get(word) ?? []).length > 0 || isBegun(word))).map(meaningOf)
}

const askWords = async (question: ReturnType<typeof sql.dictionaryOf>) =>
  nearRows.parse(await db.$queryRaw<unknown[]>(question))

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
  const [meant, identified] = await Promise.all([
    meaningOf(question),
    kinds.includes('actor') ? findIdentified(question) : [],
  ])
  const exact = await Promise.all(kinds.map((kind) => ask(kind, sql.partsOf(question, meant), limit)))
  // What has that very name, or begins with it, was hardly misspelt.
  const isSettled =
    identified.length > 0 ||
    exact.every((found) => found.length >= limit) ||
    exact.flat().some(({ rank }) => rank <= matchRanks.beginning)
  const tried = isSettled ? [] : await forgivingMeanings(question, meant)
  let found = exact
  let near: RecordSearch['near'] = new Map()
  for (const forgiving of tried) {
    const parts = sql.nearPartsOf(question, forgiving)
    // The parts overlap, and hold what was found exactly.
    const more = await Promise.all(kinds.map((kind) => ask(kind, parts, 3 * limit)))
    if (more.every((some, at) => some.length <= (exact[at] ?? []).length)) continue
    found = exact.map((first, at) => [...first, ...(more[at] ?? [])])
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

const ask = async (kind: RecordKind, parts: Parameters<typeof sql.entriesOf>[1], limit: number) =>
  rows.parse(await db.$queryRaw<unknown[]>(sql.entriesOf(kind, parts, limit)))

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
