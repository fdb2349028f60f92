import { createHash } from 'node:crypto'
import pg from 'pg'
import { z } from 'zod'
import { fold } from '@/core/fold'
import { search } from '@/modules/search/search.queries'
import { searchAnswerSchema } from '@/modules/search/search.schema'
import { drawNames, type TypedName } from './typed-names'

type Times = { p50: number; p95: number }
type Searching = {
  questions: number
  /** Of the texts asked: the same print, the same questions. */
  print: string
  words: number
  /** Shares of questions whose actor is among the first ten, and where it or another one of the same name is. */
  found: number
  foundName: number
  misses: string[]
  product: Times
  /** The statements the product sent, sent again one after the other. */
  alone: Times
  ratio: number
  slowest: { typed: string; ms: number }[]
}

type Statement = { text: string; values: unknown[] }
const statement = z.object({ text: z.string(), values: z.array(z.unknown()).optional() })
const query = pg.Client.prototype.query

/** What `work` answers, with the statements that the product sent for it. */
async function noting<Answer>(work: () => Promise<Answer>): Promise<{ answer: Answer; sent: Statement[] }> {
  const sent: Statement[] = []
  Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...given: unknown[]) {
    const read = statement.safeParse(given[0])
    if (read.success) sent.push({ text: read.data.text, values: read.data.values ?? [] })
    return Reflect.apply(query, this, given)
  })
  const answer = await work()
  Reflect.set(pg.Client.prototype, 'query', query)
  return { answer, sent }
}

function timesOf(all: readonly number[]): Times {
  const sorted = [...all].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

const sum = (times: readonly number[]) => times.reduce((all, one) => all + one, 0)
const ask = (text: string) => search(text, { locale: 'en', limit: 10, kinds: ['actor'] })

/** Where the actor meant is: among the first ten itself, only another one of that name, or neither; `failed`: no answer in time. */
async function answerTo({ id, value, typed }: TypedName): Promise<'found' | 'another' | 'missed' | 'failed'> {
  const answer = await ask(typed).catch((error: unknown) => error)
  if (answer instanceof Error) return 'failed'
  const { groups } = searchAnswerSchema.parse(answer)
  const results = groups[0]?.results ?? []
  if (results.some((one) => one.id === id)) return 'found'
  const isSame = (name: string | undefined) => name !== undefined && fold(name) === fold(value)
  return results.some((one) => isSame(one.name) || isSame(one.matched?.value)) ? 'another' : 'missed'
}

/** Names with one typing error each, asked one after the other of actors only. */
export async function measureSearching(pool: pg.Pool, questions: number): Promise<Searching> {
  const names = await drawNames(pool, questions)
  // Not those that are asked afterwards.
  for (const { value } of names.slice(0, 50)) await ask(value)
  const [product, alone]: [number[], number[]] = [[], []]
  const misses: string[] = []
  const slow: { typed: string; ms: number }[] = []
  let [found, another] = [0, 0]
  for (const name of names) {
    const since = performance.now()
    const { answer, sent } = await noting(() => answerTo(name))
    const ms = performance.now() - since
    product.push(ms)
    slow.push({ typed: name.typed, ms })
    if (answer === 'found') found += 1
    else misses.push(`${answer === 'another' ? 'another of that name' : answer}: ${name.value} ← ${name.typed}`)
    if (answer === 'another') another += 1
    const again = performance.now()
    for (const one of sent) await pool.query(one)
    alone.push(performance.now() - again)
  }
  const { rows } = await pool.query<{ words: number }>('SELECT count(*)::int AS words FROM search_word')
  const asked = names.map(({ typed }) => typed).join('\n')
  return {
    questions: names.length,
    print: createHash('sha256').update(asked).digest('hex').slice(0, 12),
    words: rows[0]?.words ?? 0,
    found: found / names.length,
    foundName: (found + another) / names.length,
    misses,
    product: timesOf(product),
    alone: timesOf(alone),
    ratio: sum(product) / sum(alone),
    slowest: slow.sort((a, b) => b.ms - a.ms).slice(0, 20),
  }
}
