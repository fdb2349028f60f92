// Load from this process: eight clients, each asks again as soon as it has its answer.
import autocannon from 'autocannon'
import { Refusal } from '../scripts/steps.mjs'

export const clients = 8

// As every browser asks; what is sent is counted as it is on the wire.
const headers = { 'accept-encoding': 'gzip' }

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]

/**
 * Asks for paths in turn for some seconds. `turn` goes on where the last round ended, so that no two clients and no
 * two rounds ask for the same one.
 * @param {string} base
 * @param {string[]} paths
 * @param {{ at: number }} turn
 * @param {number} seconds
 * @param {string} [cookie] of a session; without one as a visitor
 * @returns {Promise<{ perSecond: number, times: number[], bytes: number }>} times in ms; bytes of one answer with headers
 */
export async function load(base, paths, turn, seconds, cookie) {
  const times = []
  let bytes = 0
  const next = (request) => ({
    ...request,
    headers: cookie ? { ...headers, cookie } : headers,
    path: paths[turn.at++ % paths.length],
  })
  const run = autocannon({ url: base, connections: clients, duration: seconds, requests: [{ setupRequest: next }] })
  run.on('response', (_client, _status, size, ms) => {
    times.push(ms)
    bytes += size
  })
  const result = await run
  // A slow page on a busy machine: the time was too short to see one answer.
  if (times.length === 0 && result.errors === 0 && seconds < 20) return load(base, paths, turn, seconds * 5, cookie)
  const failed = result.non2xx + result.errors + result.timeouts
  if (failed > 0 || times.length === 0)
    throw new Refusal(`${failed} of ${times.length} requests to ${base} failed, like ${paths[0]}`)
  return { perSecond: result.requests.total / result.duration, times, bytes: bytes / times.length }
}

/** Rounds of one case as one: the best round's rate (others were disturbed), times of all rounds. */
export function summary(rounds) {
  const times = rounds.flatMap((round) => round.times).sort((a, b) => a - b)
  const rates = rounds.map(({ perSecond }) => perSecond)
  return {
    perSecond: Math.max(...rates),
    p50: at(times, 0.5),
    p95: at(times, 0.95),
    bytes: Math.round(rounds[0].bytes),
    requests: times.length,
  }
}
