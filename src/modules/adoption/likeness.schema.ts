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

/** Of fewer records nothing can be said. */
const leastRecords = 5
/** Fewer parts than these make no likeness. */
const leastParts = 3
const mostReasons = 3
const mostValues = 3

/** What share of a territory's records each value of a part has; only of the parts of which enough is known. */
export type Shares = ReadonlyMap<LikenessPart, ReadonlyMap<string, number>>

export function sharesOf(profile: Profile): Shares {
  const shares = new Map<LikenessPart, ReadonlyMap<string, number>>()
  for (const part of likenessParts) {
    const counts = Object.entries(profile[part] ?? {})
    const total = counts.reduce((sum, [, count]) => sum + count, 0)
    if (total >= leastRecords) shares.set(part, new Map(counts.map(([value, count]) => [value, count / total])))
  }
  return shares
}

const inBoth = (one: Shares, other: Shares): LikenessPart[] =>
  likenessParts.filter((part) => one.has(part) && other.has(part))

/** Of one part: the sum of the smaller of the two shares of every value. */
function shareOfPart(one: Shares, other: Shares, part: LikenessPart): number {
  const theirs = other.get(part)
  let share = 0
  for (const [value, own] of one.get(part) ?? []) share += Math.min(own, theirs?.get(value) ?? 0)
  return share
}

/**
 * How alike two territories are, 0 to 1: of each part, the share that both have in common; of all, the mean of the parts
 * known of both. null where too little is known.
 */
export function likenessOf(one: Shares, other: Shares): number | null {
  const parts = inBoth(one, other)
  if (parts.length < leastParts) return null
  return parts.reduce((sum, part) => sum + shareOfPart(one, other, part), 0) / parts.length
}

/** In what two territories are most alike, and what they share most of it. */
export function reasonsOf(one: Shares, other: Shares): LikenessReason[] {
  const shared = (part: LikenessPart) =>
    Array.from(one.get(part) ?? [], ([value, own]) => ({
      value,
      share: Math.min(own, other.get(part)?.get(value) ?? 0),
    }))
      .filter(({ share }) => share > 0)
      .sort((x, y) => y.share - x.share || (x.value < y.value ? -1 : 1))
  return inBoth(one, other)
    .map((part) => ({
      ...{ part, share: shareOfPart(one, other, part) },
      values: shared(part)
        .slice(0, mostValues)
        .map(({ value }) => value),
    }))
    .filter(({ values }) => values.length > 0)
    .sort((x, y) => y.share - x.share)
    .slice(0, mostReasons)
}
