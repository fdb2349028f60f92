import { z } from 'zod'

/** What territories are compared in: kinds and sectors of their actors, types, countries and themes of their relations. */
const likenessParts = ['kind', 'sector', 'theme', 'type', 'country'] as const
export type LikenessPart = (typeof likenessParts)[number]

/** How often each value of a part occurs in a territory. */
export type Profile = Partial<Record<LikenessPart, Readonly<Record<string, number>>>>

export const profileRow = z.object({
  territoryId: z.string(),
  part: z.enum(likenessParts),
  counts: z.record(z.string(), z.number()),
})

/** A part in which two territories are alike: how far (0 to 1), and what they share most. */
export type LikenessReason = { part: LikenessPart; share: number; values: string[] }

export type Likeness = { share: number; reasons: LikenessReason[] }

/** Of fewer records nothing can be said. */
const leastRecords = 5
/** Fewer parts than these make no likeness. */
const leastParts = 3
const mostReasons = 3
const mostValues = 3

const totalOf = (counts: Readonly<Record<string, number>> = {}) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

/** The parts of which enough is known. */
const knownParts = (profile: Profile): LikenessPart[] =>
  likenessParts.filter((part) => totalOf(profile[part]) >= leastRecords)

/**
 * How alike two territories are: of each part, the share that both have in common (the sum of the smaller of the two
 * shares of every value); of all, the mean of the parts known of both. null where too little is known.
 */
export function likenessOf(one: Profile, other: Profile): Likeness | null {
  const known = knownParts(other)
  const parts = knownParts(one).filter((part) => known.includes(part))
  if (parts.length < leastParts) return null
  const reasons = parts.map((part): LikenessReason => {
    const [a, b] = [one[part] ?? {}, other[part] ?? {}]
    const [sumA, sumB] = [totalOf(a), totalOf(b)]
    const common = Object.entries(a)
      .map(([value, count]) => ({ value, share: Math.min(count / sumA, (b[value] ?? 0) / sumB) }))
      .filter(({ share }) => share > 0)
      .sort((x, y) => y.share - x.share || (x.value < y.value ? -1 : 1))
    return {
      part,
      share: common.reduce((sum, { share }) => sum + share, 0),
      values: common.slice(0, mostValues).map(({ value }) => value),
    }
  })
  return {
    share: reasons.reduce((sum, { share }) => sum + share, 0) / reasons.length,
    reasons: reasons
      .filter(({ values }) => values.length > 0)
      .sort((x, y) => y.share - x.share)
      .slice(0, mostReasons),
  }
}
