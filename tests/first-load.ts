import { gzipSync } from 'node:zlib'

/** A script a page loads by itself. */
export type LoadedScript = { url: string; bytes: Buffer }

/**
 * What scripts may weigh on their way, compressed: bytes (6-quality, Speed; decision 026). `page` is what visitors read,
 * `desk` what people signed in work with, `network` the page that draws graphs.
 */
export const budgets = { page: 160_000, desk: 185_000, map: 210_000, network: 260_000 }

/** Bytes of scripts as gzip sends them. */
export const weightOf = (scripts: readonly LoadedScript[]): number =>
  scripts.reduce((sum, { bytes }) => sum + gzipSync(bytes).length, 0)

/** What is wrong with the scripts of a page, in one sentence; null when they keep to the budget. */
export function overweight(scripts: readonly LoadedScript[], budget: number): string | null {
  if (scripts.length === 0) return 'No script was seen: this measures nothing.'
  const weight = weightOf(scripts)
  if (weight <= budget) return null
  const heaviest = scripts
    .map((script) => ({ url: script.url, weight: weightOf([script]) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 5)
    .map(({ url, weight: own }) => `${url} ${kilobytes(own)}`)
  return `${kilobytes(weight)} of scripts, ${kilobytes(budget)} are allowed. The heaviest: ${heaviest.join(', ')}.`
}

/** Scripts that hold a word, say of a library that is to come later. */
export const scriptsWith = (scripts: readonly LoadedScript[], word: string): string[] =>
  scripts.flatMap(({ url, bytes }) => (bytes.includes(word) ? [url] : []))

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
