import type { Pool } from 'pg'
import { z } from 'zod'
import { wordsIn } from '@/core/name-match'
import { seeded } from './data/random'

const seed = 20261126
const longWord = 5

export type TypedName = { id: string; value: string; typed: string }

/** One edit: a letter less, more, another one, or two neighbours swapped. */
function mistyped(word: string, below: (limit: number) => number): string {
  const at = below(word.length)
  const letter = () => String.fromCharCode(97 + below(26))
  const edits = [
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + letter() + word.slice(at),
    () => word.slice(0, at) + letter() + word.slice(at + 1),
    () => word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2),
  ]
  const typed = edits[below(edits.length)]?.() ?? word
  return typed === word ? mistyped(word, below) : typed
}

/** The name as typed: folded, one of its words of five letters and more with one edit. */
function asTyped(name: string, below: (limit: number) => number): string {
  const words = wordsIn(name)
  const long = words.flatMap((word, at) => (word.length >= longWord && !/\d/.test(word) && at < 8 ? [at] : []))
  const at = long[below(long.length)] ?? 0
  return words.with(at, mistyped(words[at] ?? '', below)).join(' ')
}

const rows = z.array(z.object({ id: z.string(), value: z.string() }))

/**
 * Names of actors, each with one typing error (6-quality): drawn by a hash of their letters, errors by a fixed seed, so
 * that every run on the same names asks the same.
 */
export async function drawNames(pool: Pool, questions: number): Promise<TypedName[]> {
  const found = await pool.query(
    `SELECT DISTINCT ON (md5(n.folded || $1)) a.id, n.value FROM actor_name n JOIN public_actor a ON a.id = n.actor_id
     WHERE n.is_original AND n.folded ~ '[a-z]{5}' ORDER BY md5(n.folded || $1), a.id LIMIT $2`,
    [String(seed), questions],
  )
  const random = seeded(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  return rows.parse(found.rows).map(({ id, value }) => ({ id, value, typed: asTyped(value, below) }))
}
