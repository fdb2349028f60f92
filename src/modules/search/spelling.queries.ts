import { z } from 'zod'
import { decided } from '@/core/decision'
import { editDistance, oneLetterLess } from '@/core/edit-distance'
import { mostErrors, shortestCorrected, shortestTelling, tellingWords } from '@/core/name-match'
import type { Question } from '@/modules/search/question.schema'
import type { Meaning } from '@/modules/search/search.sql'
import * as sql from '@/modules/search/spelling.sql'
import { db } from '@/platform/db'

// What a word may have been meant to be, by the words that entries say.

const dictionaryRows = z.array(z.object({ asked: z.string(), word: z.string(), begun: z.boolean() }))
const begunRows = z.array(z.object({ words: z.string() }))
const likeRows = z.array(z.object({ asked: z.string(), word: z.string() }))
const placeRows = z.array(
  z.object({ asked: z.string(), name: z.string(), place_id: z.number(), population: z.number() }),
)
const mostNear = 40
const mostTwiceWrong = 24
const mostPlaces = 4
const shortestLike = 6
const longestWord = 40

/** What the dictionary says of the words of a question. */
export type Dictionary = {
  /** Those it was asked for: telling ones that typing errors are forgiven in. */
  asked: readonly string[]
  has: (word: string) => boolean
  /** Words that it has, near to this one or begun by it. */
  near: (word: string) => readonly string[]
  begunBy: (word: string) => { begun: readonly string[]; isOpen: boolean }
}
export const nothingBegun: ReturnType<Dictionary['begunBy']> = { begun: [], isOpen: false }

/** Asks for all words of a question at once. */
export async function readDictionary({ words }: Question): Promise<Dictionary> {
  decided() // words of public entries only
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
export const strangeWords = (dictionary: Dictionary, { words }: Question): string[] =>
  dictionary.asked.filter(
    (word) => !dictionary.has(word) && !(word === words.at(-1) && isBegun(dictionary, word)) && !/^[0-9]+$/.test(word),
  )

/**
 * What words may stand for (`exact`) where they may be misspelt or each of them unfinished, in the order in which they are tried: first only words
 * that the dictionary does not have are taken otherwise, then every word.
 */
export async function forgivingMeanings(
  question: Question,
  exact: Meaning,
  dictionary: Dictionary,
): Promise<Meaning[]> {
  const { asked } = dictionary
  if (asked.length === 0) return []
  const strange = strangeWords(dictionary, question)
  const alike = strange.filter(
    (word) =>
      word.length >= shortestLike &&
      !isBegun(dictionary, word) &&
      !dictionary.near(word).some((found) => errorsOf(word, found) === 1),
  )
  const unfinished = alike.find((word) => word === question.words.at(-1))
  const [like, begun, places] = await Promise.all([
    alike.length === 0 ? [] : db.$queryRaw<unknown[]>(sql.likeWordsOf(alike)),
    unfinished === undefined ? [] : begunNear(unfinished),
    placesNear(alike),
  ])
  const others = likeRows.parse(like)
  const spelt = new Map(
    asked.map((word) => {
      const near = nearest(word, [
        ...dictionary.near(word),
        ...others.flatMap((row) => (row.asked === word ? [row.word] : [])),
      ])
      return [word, word === unfinished ? [...new Set([...begun, ...near])].slice(0, mostNear) : near]
    }),
  )
  const meaningOf = (otherwise: readonly string[]): Meaning =>
    new Map(
      [...exact].map(([word, meant]) => [
        word,
        otherwise.includes(word)
          ? {
              ...meant,
              codes: [...meant.codes, ...(places.get(word) ?? [])],
              near: spelt.get(word) ?? [],
              unfinished: (spelt.get(word) ?? []).filter((near) => !isWhole(word, near)),
              ...dictionary.begunBy(word),
            }
          : meant,
      ]),
    )
  const tried = strange.length === 0 || strange.length === asked.length ? [asked] : [strange, asked]
  return tried
    .filter((some) =>
      some.some((word) => (spelt.get(word) ?? []).length > 0 || places.has(word) || isBegun(dictionary, word)),
    )
    .map(meaningOf)
}

/**
 * Words that go on after this one, with typing errors behind its first two letters: with one, or else with two. What is
 * not finished has too few trigrams with an error among them.
 */
async function begunNear(word: string): Promise<string[]> {
  const [{ words = '' } = {}] = begunRows.parse(
    await db.$queryRaw<unknown[]>(sql.begunWith(word.slice(0, 2), word.length)),
  )
  const found = words
    .split(' ')
    .map((other) => ({ other, errors: editDistance(word, other, { most: 2, beginning: true }) }))
    .filter(({ errors }) => errors <= 2)
  const least = Math.min(...found.map(({ errors }) => errors))
  return found
    .filter(({ errors }) => errors === least)
    .map(({ other }) => ({ other, isShortened: hasInOrder(other, word) }))
    .sort(
      (a, b) =>
        Number(b.isShortened) - Number(a.isShortened) ||
        a.other.length - b.other.length ||
        (a.other < b.other ? -1 : 1),
    )
    .slice(0, least === 1 ? mostNear : mostTwiceWrong)
    .map(({ other }) => other)
}

/** Only left out letters: the most frequent of errors, and of two errors the likeliest. */
function hasInOrder(word: string, letters: string): boolean {
  let at = -1
  return [...letters].every((letter) => (at = word.indexOf(letter, at + 1)) >= 0)
}

/**
 * Codes of the places that misspelt words may be: a city abroad is said by no entry, only known to the gazetteer. Those
 * with the fewest errors, each at most four times: where many places are called so, the largest are meant.
 */
async function placesNear(words: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  if (words.length === 0) return new Map()
  const found = placeRows.parse(await db.$queryRaw<unknown[]>(sql.placesLike(words)))
  const meant = new Map<string, string[]>()
  for (const word of words) {
    const named = found
      .filter(({ asked }) => asked === word)
      .map((row) => ({ ...row, errors: editDistance(word, row.name, { most: mostErrors(word) }) }))
      .filter(({ errors }) => errors <= mostErrors(word))
    const least = Math.min(...named.map(({ errors }) => errors))
    const codes = named
      .filter(({ errors }) => errors === least)
      .sort((a, b) => b.population - a.population || a.place_id - b.place_id)
      .map(({ place_id: id }) => `@p${String(id)}`)
    if (codes.length > 0) meant.set(word, [...new Set(codes)].slice(0, mostPlaces))
  }
  return meant
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

const isWhole = (asked: string, word: string): boolean => {
  const most = mostErrors(asked)
  return editDistance(asked, word, { most }) <= most
}

/** Typing errors between what was typed and a word; an unfinished word counts half an error more. */
function errorsOf(asked: string, word: string): number {
  const whole = editDistance(asked, word, { most: mostErrors(asked) })
  const begun = asked.length > shortestCorrected ? editDistance(asked, word, { most: 1, beginning: true }) + 0.5 : whole
  return Math.min(whole, begun <= 1.5 ? Math.min(begun, mostErrors(asked)) : whole)
}
