import { z } from 'zod'
import { freshnesses } from '@/core/curated'
import { locales } from '@/core/localized'
import { whole } from '@/core/number'
import { actorKind, identifierScheme, nameKinds, relationGroup } from '@/modules/taxonomy/taxonomy.schema'

/** What is found, in the order in which equally good groups stand. */
export const foundKinds = [
  'actor',
  'relation',
  'practice',
  'territory',
  'place',
  'country',
  'actor_kind',
  'relation_type',
  'theme',
  'sector',
] as const
export const foundKind = z.enum(foundKinds)
export type FoundKind = z.output<typeof foundKind>

export const longestQuestion = 200

/** What a program asks. */
export const searchParams = z.object({
  q: z
    .string()
    .max(longestQuestion)
    .refine((text) => text.trim() !== '' && !text.includes('\0')),
  /** Results a group. */
  limit: whole(1, 50).default(10),
  lang: z.enum(locales).default('en'),
  kinds: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(foundKind).min(1))
    .optional(),
})

/** Why it was found, where the name shown does not say so. */
const matchedSchema = z.discriminatedUnion('by', [
  z.object({ by: z.enum(nameKinds), value: z.string(), language: z.string() }),
  z.object({ by: z.literal('identifier'), scheme: identifierScheme, value: z.string() }),
  z.object({ by: z.literal('project'), value: z.string() }),
  /** A name in another language, or a code. */
  z.object({ by: z.literal('name'), value: z.string(), language: z.string() }),
])
export type Matched = z.output<typeof matchedSchema>

const foundSchema = z.object({
  kind: foundKind,
  /** Id of a record, GeoNames id of a place, or code. */
  id: z.string(),
  name: z.string(),
  /** Language of the name, `''` where it has none (places). */
  language: z.string(),
  /** What it is and where, in the language asked for: `Public authority, Reggio Emilia, Italy`. */
  about: z.string(),
  /** Its page or filtered list, without the language: `/actors/comune-di-…`. */
  path: z.string(),
  /** How it is drawn: the kind of an actor, the group of a relation. */
  actorKind: actorKind.nullable(),
  group: relationGroup.nullable(),
  /** Of actors and relations: when somebody last confirmed it, ISO 8601; null = never. Absent elsewhere. */
  verifiedAt: z.string().nullable().optional(),
  freshness: z.enum(freshnesses).optional(),
  /** Who keeps a relation. */
  holder: z.string().nullable(),
  matched: matchedSchema.nullable(),
})
export type Found = z.output<typeof foundSchema>

const foundGroupSchema = z.object({
  kind: foundKind,
  results: z.array(foundSchema),
  /** There may be more than were asked for. */
  more: z.boolean(),
})
export type FoundGroup = z.output<typeof foundGroupSchema>

export const searchAnswerSchema = z.object({
  /** Groups with results, the one that answers best first. */
  groups: z.array(foundGroupSchema),
  /** The question without its typing errors, where only that found something; else null. */
  didYouMean: z.string().nullable(),
})
export type SearchAnswer = z.output<typeof searchAnswerSchema>
