import { criteria } from '@/modules/rounds/choices.schema'
import type { Criterion, Thresholds, Weights } from '@/modules/rounds/round.schema'

/** What a round fixes when it opens. Weights are those of points: together 25. */
export type ResultRules = { weights: Weights; thresholds: Thresholds; quorum: number }
export type Marks = Readonly<Record<Criterion, number>>

/** The middle of some numbers, their lowest and highest, and of how many: never one without the others. */
export type Spread = { median: number; lowest: number; highest: number; count: number }

export const resultClasses = ['excellent', 'good', 'sufficient', 'on_hold'] as const
export type ResultClass = (typeof resultClasses)[number]
/** Why there is no class, or why it is "on hold". */
type Held = 'too_few' | 'undiscussed' | 'points'

/** What the reviews of one practice come to. */
export type PracticeResult = {
  /** Points of 25; null without a review. */
  points: Spread | null
  /** Marks of 5. */
  criteria: Record<Criterion, Spread & { zeros: number }> | null
  count: number
  /** Reviews that give a zero to at least one criterion. */
  zeros: number
  resultClass: ResultClass | null
  held: Held | null
}

/** What is compared with a threshold is what is shown: a tenth, where a half goes up whatever binary fractions make of it. */
const tenth = (value: number): number => Math.round(value * 10 + 1e-6) / 10

/** Points of a review, 0 to 25: the sum of weight × mark / 5. */
export const pointsOf = (marks: Marks, weights: ResultRules['weights']): number =>
  tenth(criteria.reduce((sum, criterion) => sum + (weights[criterion] * marks[criterion]) / 5, 0))

/**
 * Median with the lowest and the highest value; null of nothing. A group has three to a dozen members: quartiles of so
 * few numbers would be numbers that nobody gave.
 */
export function spreadOf(values: readonly number[]): Spread | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [lowest, highest] = [sorted.at(0), sorted.at(-1)]
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (lowest === undefined || highest === undefined || upper === undefined || lower === undefined) return null
  return { median: tenth((lower + upper) / 2), lowest, highest, count: sorted.length }
}

/** The class of so many points. */
export function classOf(points: number, { excellent, good, sufficient }: ResultRules['thresholds']): ResultClass {
  if (points >= excellent) return 'excellent'
  if (points >= good) return 'good'
  return points >= sufficient ? 'sufficient' : 'on_hold'
}

/**
 * The result of one practice from the marks of the reviews that count. Below the quorum there is no class; a zero holds
 * the practice until the group has discussed it, whatever the median says.
 */
export function resultOf(
  reviews: readonly Marks[],
  rules: ResultRules,
  { isDiscussed }: { isDiscussed: boolean },
): PracticeResult {
  const points = spreadOf(reviews.map((marks) => pointsOf(marks, rules.weights)))
  const zeros = reviews.filter((marks) => criteria.some((criterion) => marks[criterion] === 0)).length
  return { points, criteria: criteriaOf(reviews), count: reviews.length, zeros, ...standing() }

  function standing(): Pick<PracticeResult, 'resultClass' | 'held'> {
    if (points === null || reviews.length < rules.quorum) return { resultClass: null, held: 'too_few' }
    if (zeros > 0 && !isDiscussed) return { resultClass: 'on_hold', held: 'undiscussed' }
    const resultClass = classOf(points.median, rules.thresholds)
    return { resultClass, held: resultClass === 'on_hold' ? 'points' : null }
  }
}

function criteriaOf(reviews: readonly Marks[]): PracticeResult['criteria'] {
  const of = (criterion: Criterion) => {
    const marks = reviews.map((given) => given[criterion])
    const spread = spreadOf(marks)
    return spread && { ...spread, zeros: marks.filter((mark) => mark === 0).length }
  }
  const evidence = of('evidence')
  const transferability = of('transferability')
  const relevance = of('relevance')
  const clarity = of('clarity')
  const resources = of('resources')
  if (evidence === null || transferability === null || relevance === null || clarity === null || resources === null)
    return null
  return { evidence, transferability, relevance, clarity, resources }
}
