import { z } from 'zod'
import { fold } from '@/core/fold'
import type { PracticeSummary } from '@/modules/practices/practice.schema'
import { type ActorKind, actorKind } from '@/modules/taxonomy/taxonomy.schema'

/** What two practices share: codes of themes and sectors, a kind of actor in charge, keywords and words. */
type Shared = { themes: string[]; sectors: string[]; kind: ActorKind | null; words: string[] }
/** A practice like another, and what the two share. */
export type SimilarPractice = { practice: PracticeSummary; shared: Shared }

/** A row of `sharingTraits`. */
export const sharingSchema = z.object({
  id: z.string(),
  keywords: z.array(z.string()),
  rarity: z.number(),
  kind: actorKind.nullable(),
  ownKind: actorKind.nullable(),
  traits: z.array(z.string()),
})

/** More words in common add nothing: a title in five languages says the same thing five times. */
const mostCounted = 3

/** A practice that shares traits, taken apart. Keywords as it writes them; words folded, without those of the keywords. */
export function likenessOf({ id, keywords, rarity, kind, ownKind, traits }: z.output<typeof sharingSchema>) {
  const signed = (sign: string) => traits.filter((trait) => trait.startsWith(sign)).map((trait) => trait.slice(1)).sort() // prettier-ignore
  const [themes, sectors, lowered] = [signed('#'), signed('/'), signed('=')]
  const shared = keywords.filter((keyword) => lowered.includes(keyword.toLowerCase()))
  const said = new Set(shared.flatMap((keyword) => fold(keyword).split(/[^a-z0-9]+/)))
  const words = traits.filter((trait) => /^[a-z]/.test(trait) && !said.has(trait)).sort()
  const sameKind = kind !== null && kind === ownKind ? kind : null
  const points =
    3 * themes.length +
    2 * (sectors.length + shared.length + Math.min(words.length, mostCounted)) +
    (sameKind === null ? 0 : 1)
  return { id, points, rarity, themes, sectors, kind: sameKind, keywords, shared, words }
}
type Likeness = ReturnType<typeof likenessOf>

/** Likest first; among equals what shares the rarer, then what was recorded later. */
export const byLikeness = (one: Likeness, other: Likeness): number =>
  other.points - one.points || other.rarity - one.rarity || (one.id < other.id ? 1 : -1)

/** Folded words as texts write them: `['sudafrica']` of `['Da Reggio al Sudáfrica']` is `['Sudáfrica']`; others are left out. */
export function wordsAsWritten(folded: readonly string[], texts: readonly string[]): string[] {
  const written = texts.flatMap((text) => text.match(/[\p{L}\p{M}]+/gu) ?? [])
  return folded.flatMap((word) => written.find((one) => fold(one) === word) ?? [])
}

const mostWordsSaid = 5

/** What is shared in words a reader sees there too: of a title in five languages those of the one that is shown. */
export function sharedWith(practice: Pick<PracticeSummary, 'title'>, likeness: Likeness): Shared {
  const { themes, sectors, kind, keywords, shared, words } = likeness
  const seen = [...shared, ...wordsAsWritten(words, [practice.title.value, ...keywords])]
  const isAlone = themes.length + sectors.length + seen.length === 0
  return { themes, sectors, kind, words: (isAlone ? words : seen).slice(0, mostWordsSaid) }
}
