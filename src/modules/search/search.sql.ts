import { matchRanks, tellingWords } from '@/core/name-match'
import { Prisma } from '@/generated/prisma/client'
import type { IdentifierGuess, Question } from '@/modules/search/question.schema'

// One GIN index for each kind of record answers every part of a question: whole names are lexemes too (`=` before them;
// the other signs are told in the migration). Entries are public records only, kept by triggers; nothing here can meet a hidden name.
// Queries are written as text: everything in them is [a-z0-9 ] and these signs, from `wordsIn`.

const lexeme = (text: string, isBeginning = false) => `'${text}'${isBeginning ? ':*' : ''}`
const any = (queries: readonly string[]) => (queries.length === 0 ? '' : `(${queries.join(' | ')})`)
const both = (queries: readonly string[]) => `(${queries.filter((query) => query !== '').join(' & ')})`
const not = (query: string) => `!${query}`

/**
 * What a word may stand for: codes (`@cIT`), other spellings (`unfinished`: those that go on after it), and words that
 * begin with it. `isOpen`: too many begin so to name them; the index then reads each beginning in full.
 */
export type Meant = {
  codes: readonly string[]
  near: readonly string[]
  unfinished: readonly string[]
  begun: readonly string[]
  isOpen: boolean
}
export type Meaning = ReadonlyMap<string, Meant>
export type Record = 'actor' | 'relation' | 'practice'

/** One rank of an answer. `query` of the exact ranks leaves out what the ranks before have; `said` does not. */
type Part = { rank: number; said: string; query: string; isCounted: boolean }
/**
 * The ranks of a question; what of them the index is asked for first, without the open words where others stand; and of
 * that what the words alone say.
 */
export type Parts = { ranks: readonly Part[]; narrow: string; around: string }

const nameOf = (name: string) => any([lexeme(`=${name}`), lexeme(`=${name.replaceAll(' ', '')}`)])
const beginningOf = (name: string) => lexeme(`=${name}`, true)

/** Entries that say every one of these words: in their names; also around them. */
function wordsOf(words: readonly string[], meaning: Meaning): { inNames: string; around: string } {
  const said = (word: string, signs: readonly string[]) => {
    const { near, begun, isOpen } = meaning.get(word) ?? { near: [], begun: [], isOpen: false }
    return signs.flatMap((sign) => [
      lexeme(sign + word, isOpen),
      ...[...near, ...(isOpen ? [] : begun)].map((other) => lexeme(sign + other)),
    ])
  }
  return {
    inNames: both(words.map((word) => any(said(word, [''])))),
    around: both(
      words.map((word) =>
        any([...said(word, ['', '~']), ...(meaning.get(word)?.codes ?? []).map((code) => lexeme(code))]),
      ),
    ),
  }
}

function partsFrom(question: Question, meaning: Meaning, more: readonly Part[], named: readonly string[]): Parts {
  const telling = tellingWords(question.words)
  const closed = telling.filter((word) => meaning.get(word)?.isOpen !== true)
  const { around } = wordsOf(closed.length === 0 ? telling : closed, meaning)
  return { ranks: more, narrow: any([...named, around].filter((query) => query !== '')), around }
}

const namedParts = ({ name }: Question): Part[] => {
  const [whole, beginning] = [nameOf(name), beginningOf(name)]
  return [
    { rank: matchRanks.name, said: whole, query: whole, isCounted: false },
    { rank: matchRanks.beginning, said: beginning, query: both([beginning, not(whole)]), isCounted: true },
  ]
}

/** What the words say as they are typed. */
export function partsOf(question: Question, meaning: Meaning): Parts {
  const named = namedParts(question)
  const { inNames, around } = wordsOf(tellingWords(question.words), meaning)
  const notNamed = named.map(({ said }) => not(said))
  const ranks: Part[] = [
    ...named,
    { rank: matchRanks.words, said: inNames, query: both([inNames, ...notNamed]), isCounted: true },
    { rank: matchRanks.around, said: around, query: both([around, not(inNames), ...notNamed]), isCounted: true },
  ]
  return partsFrom(
    question,
    meaning,
    ranks,
    named.map(({ said }) => said),
  )
}

const mostNames = 120

/** Only whoever still types leaves a word unfinished, the last one: `regio emilia` is a city and not a region. */
const finishedOf = ({ words }: Question, meaning: Meaning): Meaning =>
  new Map(
    [...meaning].map(([word, meant]) => [
      word,
      word === words.at(-1)
        ? meant
        : { ...meant, near: meant.near.filter((near) => !meant.unfinished.includes(near)), begun: [], isOpen: false },
    ]),
  )

/**
 * What they say with typing errors: the name itself, with one word spelt otherwise, then every word itself or a near one.
 * Parts overlap: leaving out what the parts before found would look up every spelling again in each of them.
 */
export function nearPartsOf(question: Question, forgiving: Meaning): Parts {
  const finished = finishedOf(question, forgiving)
  const names = question.words
    .flatMap((word, at) => (finished.get(word)?.near ?? []).map((near) => question.words.with(at, near).join(' ')))
    .slice(0, mostNames)
  const telling = tellingWords(question.words)
  const { inNames, around } = wordsOf(telling, forgiving)
  const { inNames: whole } = wordsOf(telling, finished)
  const part = (rank: number, said: string, isCounted = true): Part => ({ rank, said, query: said, isCounted })
  const ranks = [
    ...namedParts(question),
    ...(names.length === 0
      ? []
      : [
          part(matchRanks.nearName, any(names.map((name) => lexeme(`=${name}`))), false),
          part(matchRanks.nearBeginning, any(names.map(beginningOf))),
        ]),
    part(matchRanks.nearWords, whole),
    ...(whole === inNames ? [] : [part(matchRanks.nearUnfinished, inNames)]),
    part(matchRanks.nearAround, around),
  ]
  // Names of near words say these words, too.
  return partsFrom(
    question,
    forgiving,
    ranks,
    namedParts(question).map(({ said }) => said),
  )
}

// The well known first: a common word would else read every entry that says it. Each step is read only when those before
// it gave too few.
const steps = [`'^32'`, `'^4' & !'^32'`, `!'^4'`]
const mostRead = 3000
/** Entries that are ranked one by one. */
const mostRanked = 1000

/**
 * Entries of one kind of record that say these words, each with its best rank, best first; when there are more than
 * `mostRanked`, nothing but a row without id.
 */
export function fewEntriesOf(kind: Record, { ranks, narrow }: Parts, limit: number): Prisma.Sql {
  const cases = ranks.map(({ rank, said }) => Prisma.sql`WHEN words @@ ${said}::tsquery THEN ${rank}::int`)
  return Prisma.sql`
    WITH said AS MATERIALIZED (
      SELECT * FROM search_entries(${kind}::record_kind, ${narrow}::tsquery, ${mostRanked + 1}::int)
    ), counted AS MATERIALIZED (SELECT count(*) > ${mostRanked}::int AS are_many FROM said), ranked AS (
      SELECT record_id AS id, CASE ${Prisma.join(cases, ' ')} END AS rank, weight
      FROM said WHERE NOT (SELECT are_many FROM counted)
    )
    (SELECT id, rank FROM ranked WHERE rank IS NOT NULL ORDER BY rank, weight DESC, id LIMIT ${limit})
    UNION ALL SELECT NULL, NULL FROM counted WHERE are_many`
}

/** Entries of one kind of record, best rank first, in each the heavier first; one read ends when there are enough. */
export function entriesOf(kind: Record, { ranks }: Parts, limit: number): Prisma.Sql {
  const reads = ranks.flatMap(({ rank, query, isCounted }) =>
    (isCounted ? steps : ['']).map((step) => {
      const whole = both([step === '' ? '' : `(${step})`, query])
      return Prisma.sql`(
        SELECT record_id, ${rank}::int AS rank, weight
        FROM search_entries(${kind}::record_kind, ${whole}::tsquery, ${mostRead}::int)
        ORDER BY weight DESC, record_id LIMIT ${limit})`
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

/** Every name of these actors, to say which one was found. */
export const namesOf = (ids: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT n.actor_id AS id, n.kind::text AS kind, n.language, n.value FROM actor_name n JOIN public_actor a ON a.id = n.actor_id
  WHERE n.actor_id = ANY(${ids}::uuid[])
  ORDER BY n.actor_id, n.is_original DESC, n.kind, n.language`

/** Acronym and number of the project, which no name of a relation says. */
export const projectsOf = (ids: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT r.id, r.project_acronym AS acronym, r.project_number AS number FROM public_relation r WHERE r.id = ANY(${ids}::uuid[])`

/** Public practices as they are shown when they are found: all their titles, where they are, who is in charge. */
export const practicesFound = (ids: readonly string[], locale: string): Prisma.Sql => Prisma.sql`
  SELECT p.id, p.slug, p.title, p.country, g.name AS place, (
      SELECT n.value FROM actor_name n WHERE n.actor_id = p.in_charge_id AND n.kind = 'label' AND (n.language = ${locale} OR n.is_original)
      ORDER BY n.language = ${locale} DESC LIMIT 1) AS in_charge
  FROM public_practice p LEFT JOIN place g ON g.id = p.place_id WHERE p.id = ANY(${ids}::uuid[])`
