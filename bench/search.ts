// `npx tsx bench/search.ts`: a thousand names with one typing error each against the database of DATABASE_URL (6-quality).
// The names are drawn by a hash of their letters and the errors by a seed, so that every run asks the same.
import { createHash } from 'node:crypto'
import pg from 'pg'
import { z } from 'zod'
import { fold } from '@/core/fold'
import { wordsIn } from '@/core/name-match'
import { search } from '@/modules/search/search.queries'
import { closeDatabase, pool } from '@/platform/db'

const questions = Number(process.env.QUESTIONS ?? 1000)
const seed = 20261126
const longWord = 5

type Statement = { text: string; values: unknown[] }

/** Mulberry32: small, and the same everywhere. */
function randomBy(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
const random = randomBy(seed)
const below = (limit: number) => Math.floor(random() * limit)
const letter = () => String.fromCharCode(97 + below(26))

/** One edit: a letter less, more, another one, or two neighbours swapped. */
function mistyped(word: string): string {
  const at = below(word.length)
  const edits = [
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + letter() + word.slice(at),
    () => word.slice(0, at) + letter() + word.slice(at + 1),
    () => word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2),
  ]
  const typed = edits[below(edits.length)]?.() ?? word
  return typed === word ? mistyped(word) : typed
}

/** The name as typed: folded, one of its words of five letters and more with one edit. */
function asTyped(name: string): string {
  const words = wordsIn(name)
  const long = words.flatMap((word, at) => (word.length >= longWord && !/\d/.test(word) && at < 8 ? [at] : []))
  const at = long[below(long.length)] ?? 0
  return words.with(at, mistyped(words[at] ?? '')).join(' ')
}

const nameRow = z.object({ id: z.string(), value: z.string() })

async function drawNames(): Promise<{ id: string; value: string }[]> {
  const { rows } = await pool.query(
    `SELECT DISTINCT ON (md5(n.folded || $1)) a.id, n.value FROM actor_name n JOIN public_actor a ON a.id = n.actor_id
     WHERE n.is_original AND n.folded ~ '[a-z]{5}' ORDER BY md5(n.folded || $1), a.id LIMIT $2`,
    [String(seed), questions],
  )
  return z.array(nameRow).parse(rows)
}

const asked: Statement[] = []
const query = pg.Client.prototype.query
/** Notes the statements that the product sends. */
function listen(isListening: boolean) {
  Reflect.set(
    pg.Client.prototype,
    'query',
    isListening
      ? function (this: pg.Client, ...given: unknown[]) {
          const [first] = given
          const read = z.object({ text: z.string(), values: z.array(z.unknown()).optional() }).safeParse(first)
          if (read.success) asked.push({ text: read.data.text, values: read.data.values ?? [] })
          return Reflect.apply(query, this, given)
        }
      : query,
  )
}

const at = (times: readonly number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
const shown = (times: readonly number[]) => `p50 ${at(times, 0.5).toFixed(1)} ms, p95 ${at(times, 0.95).toFixed(1)} ms`

const names = await drawNames()
const homonyms = new Map<string, number>()
const typed = names.map(({ value, id }) => ({ id, value, text: asTyped(value) }))
const print = createHash('sha256')
  .update(typed.map(({ text }) => text).join('\n'))
  .digest('hex')
  .slice(0, 12)
for (const { text } of typed.slice(0, 20)) await search(text, { locale: 'en', limit: 10, kinds: ['actor'] })

const [mine, bare]: [number[], number[]] = [[], []]
const misses: string[] = []
let homonym = 0
for (const { id, value, text } of typed) {
  asked.length = 0
  listen(true)
  const since = performance.now()
  const { groups } = await search(text, { locale: 'en', limit: 10, kinds: ['actor'] })
  mine.push(performance.now() - since)
  listen(false)
  const results = groups[0]?.results ?? []
  const place = results.findIndex((one) => one.id === id)
  if (place < 0) {
    const isHomonym = results.some(
      (one) => fold(one.name) === fold(value) || fold(one.matched?.value ?? '') === fold(value),
    )
    if (isHomonym) homonym += 1
    misses.push(`${isHomonym ? '  another of that name: ' : '  missed: '}${value} ← ${text}`)
  }
  homonyms.set(value, (homonyms.get(value) ?? 0) + 1)
  const again = performance.now()
  for (const statement of [...asked]) await pool.query(statement)
  bare.push(performance.now() - again)
}

const { rows } = await pool.query<{ actors: number; words: number }>(
  'SELECT (SELECT count(*)::int FROM public_actor) AS actors, (SELECT count(*)::int FROM search_word) AS words',
)
const found = typed.length - misses.length
process.stdout.write(`${misses.join('\n')}
${String(rows[0]?.actors)} actors, ${String(rows[0]?.words)} words; ${String(typed.length)} questions (${print})
the actor meant is among the first ten: ${((found / typed.length) * 100).toFixed(1)} %; with another of the same name: ${(((found + homonym) / typed.length) * 100).toFixed(1)} %
search: ${shown(mine)}
the same statements alone, one after the other: ${shown(bare)}; ratio of the sums ${(mine.reduce((a, b) => a + b, 0) / bare.reduce((a, b) => a + b, 0)).toFixed(2)}
`)
await closeDatabase()
