import { matchRanks, shortestTelling, tellingWords } from '@/core/name-match'
import { Prisma } from '@/generated/prisma/client'
import type { IdentifierGuess, Question } from '@/modules/search/question.schema'

// One GIN index answers every part of a question: whole names are lexemes too (`=` before them; the other signs are
// told in the migration). Entries are public records only, kept by triggers; nothing here can meet a hidden name.
// Queries are written as text: everything in them is [a-z0-9 ] and these signs, from `wordsIn`.

const lexeme = (text: string, isBeginning = false) => `'${text}'${isBeginning ? ':*' : ''}`
const any = (queries: readonly string[]) => (queries.length === 0 ? '' : `(${queries.join(' | ')})`)
const both = (queries: readonly string[]) => `(${queries.filter((query) => query !== '').join(' & ')})`
const not = (query: string) => `!${query}`

/**
 * What a word may stand for: codes (`@cIT`), other spellings, and whether it is taken as the beginning of words. Only
 * the last word of a question is at first: each beginning is read in full, however rare the words beside it.
 */
export type Meant = { codes: readonly string[]; near: readonly string[]; isBeginning: boolean }
export type Meaning = ReadonlyMap<string, Meant>
export type Record = 'actor' | 'relation'

/** One rank of an answer: entries of this query are in none of the ranks before. */
type Part = { rank: number; query: string; isCounted: boolean }

const nameOf = (name: string) => any([lexeme(`=${name}`), lexeme(`=${name.replaceAll(' ', '')}`)])
const beginningOf = (name: string) => lexeme(`=${name}`, true)

/** Entries that say every telling word: in their names; also around them. */
function wordsOf({ words }: Question, meaning: Meaning): { inNames: string; around: string } {
  const said = (word: string, signs: readonly string[]) => {
    const meant = meaning.get(word)
    const isBeginning = meant?.isBeginning === true && word.length >= shortestTelling
    return signs.flatMap((sign) => [
      lexeme(sign + word, isBeginning),
      ...(meant?.near ?? []).map((near) => lexeme(sign + near)),
    ])
  }
  const telling = tellingWords(words)
  return {
    inNames: both(telling.map((word) => any(said(word, [''])))),
    around: both(
      telling.map((word) =>
        any([...said(word, ['', '~']), ...(meaning.get(word)?.codes ?? []).map((code) => lexeme(code))]),
      ),
    ),
  }
}

/** What the words say as they are typed. */
export function partsOf(question: Question, meaning: Meaning): Part[] {
  const [whole, beginning] = [nameOf(question.name), beginningOf(question.name)]
  const { inNames, around } = wordsOf(question, meaning)
  const notNamed = [not(beginning), not(whole)]
  return [
    { rank: matchRanks.name, query: whole, isCounted: false },
    { rank: matchRanks.beginning, query: both([beginning, not(whole)]), isCounted: true },
    { rank: matchRanks.words, query: both([inNames, ...notNamed]), isCounted: true },
    { rank: matchRanks.around, query: both([around, not(inNames), ...notNamed]), isCounted: true },
  ]
}

const mostNames = 120

/**
 * What they say with typing errors: the name with one word spelt otherwise, then every word itself or a near one. Parts
 * overlap: leaving out what the parts before found would look up every spelling again in each of them.
 */
export function nearPartsOf(question: Question, forgiving: Meaning): Part[] {
  const names = question.words
    .flatMap((word, at) => (forgiving.get(word)?.near ?? []).map((near) => question.words.with(at, near).join(' ')))
    .slice(0, mostNames)
  const { inNames, around } = wordsOf(question, forgiving)
  const named: Part[] = [
    { rank: matchRanks.nearName, query: any(names.map((name) => lexeme(`=${name}`))), isCounted: false },
    { rank: matchRanks.nearBeginning, query: any(names.map(beginningOf)), isCounted: true },
  ]
  return [
    ...(names.length === 0 ? [] : named),
    { rank: matchRanks.nearWords, query: inNames, isCounted: true },
    { rank: matchRanks.nearAround, query: around, isCounted: true },
  ]
}

// The well known first: a common word would else read every entry that says it. Each step is read only when those before
// it gave too few.
const steps = [`'^32'`, `'^4' & !'^32'`, `!'^4'`]
const mostRead = 3000

/** Entries of one kind of record, best rank first, in each the heavier first; one read ends when there are enough. */
export function entriesOf(kind: Record, parts: readonly Part[], limit: number): Prisma.Sql {
  const reads = parts.flatMap(({ rank, query, isCounted }) =>
    (isCounted ? steps : ['']).map((step) => {
      const whole = both([lexeme(`!${kind}`), step === '' ? '' : `(${step})`, query])
      return Prisma.sql`(
        SELECT record_id, ${rank}::int AS rank, weight FROM (
          SELECT record_id, weight FROM search_entry WHERE words @@ ${whole}::tsquery LIMIT ${mostRead}
        ) AS said ORDER BY weight DESC, record_id LIMIT ${limit})`
    }),
  )
  return Prisma.sql`
    SELECT record_id AS id, rank FROM (${Prisma.join(reads, ' UNION ALL ')} LIMIT ${limit}) AS best
    ORDER BY rank, weight DESC, record_id`
}

/** Actors with one of these identifiers. */
export const identified = (guesses: readonly IdentifierGuess[]): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT ON (a.id) a.id, i.scheme::text AS scheme, i.value
  FROM unnest(${guesses.map(({ scheme }) => scheme)}::identifier_scheme[], ${guesses.map(({ value }) => value)}::text[]) AS g(scheme, value)
  JOIN actor_identifier i ON i.scheme = g.scheme AND i.value = g.value
  JOIN public_actor a ON a.id = i.actor_id
  ORDER BY a.id LIMIT 50`

/** Places with one of these names, and those whose name begins with the last one, most populous first. */
export const placesCalled = (names: readonly string[], last: string): Prisma.Sql => Prisma.sql`
  (SELECT folded AS name, place_id, population, false AS is_beginning FROM place_name
    WHERE folded = ANY(${names}::text[]) ORDER BY population DESC LIMIT 12)
  UNION ALL
  (SELECT folded, place_id, population, true FROM place_name
    WHERE ${last.length >= 4} AND folded > ${last} AND folded < ${`${last}{`} AND population >= 50000
    ORDER BY population DESC LIMIT 5)`

/**
 * What the dictionary has for each of these words: the word itself, one that begins with it, and all that are one edit
 * away (they have a form with a letter less in common).
 */
export const dictionaryOf = (words: readonly { word: string; forms: readonly string[] }[]): Prisma.Sql =>
  Prisma.join(
    words.map(
      ({ word, forms }) => Prisma.sql`
      SELECT ${word}::text AS asked, word FROM search_word WHERE one_letter_less(word) && ${forms}::text[]
      UNION ALL (SELECT ${word}, word FROM search_word WHERE word > ${word} AND word < ${`${word}{`} LIMIT 1)`,
    ),
    ' UNION ALL ',
  )

/** Words of the dictionary likest to these by trigrams: two errors, or a word that is not finished. */
export const likeWordsOf = (words: readonly string[]): Prisma.Sql =>
  Prisma.join(
    words.map(
      (word) => Prisma.sql`
      (SELECT ${word}::text AS asked, word FROM search_word WHERE ${word} <% word ORDER BY similarity(word, ${word}) DESC LIMIT 40)`,
    ),
    ' UNION ALL ',
  )

/** Every name of these actors, to say which one was found. */
export const namesOf = (ids: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT n.actor_id AS id, n.kind::text AS kind, n.language, n.value FROM actor_name n JOIN public_actor a ON a.id = n.actor_id
  WHERE n.actor_id = ANY(${ids}::uuid[])
  ORDER BY n.actor_id, n.is_original DESC, n.kind, n.language`

/** Acronym and number of the project, which no name of a relation says. */
export const projectsOf = (ids: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT r.id, r.project_acronym AS acronym, r.project_number AS number FROM public_relation r WHERE r.id = ANY(${ids}::uuid[])`
