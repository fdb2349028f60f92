import { cumulativeStdNormalProbability } from 'simple-statistics'

/**
 * Mann–Whitney U, two-sided: how likely samples at least as far apart are when both come from one distribution. By the
 * normal approximation with correction for continuity, good from about twenty values on each side.
 */
export function mannWhitney(one: readonly number[], other: readonly number[]): number {
  const all = [...one, ...other].sort((a, b) => a - b)
  const rankOf = new Map<number, number>()
  for (let from = 0; from < all.length;) {
    const value = all[from] ?? 0
    let until = from
    while (all[until] === value) until++
    // Equal values share the middle of their ranks.
    rankOf.set(value, (from + 1 + until) / 2)
    from = until
  }
  const ranks = one.reduce((sum, value) => sum + (rankOf.get(value) ?? 0), 0)
  const [n, m] = [one.length, other.length]
  const u = ranks - (n * (n + 1)) / 2
  const deviation = Math.sqrt((n * m * (n + m + 1)) / 12)
  const z = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5) / deviation
  return 2 * (1 - cumulativeStdNormalProbability(z))
}
