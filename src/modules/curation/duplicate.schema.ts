import { z } from 'zod'
import { idSchema } from '@/core/id'
import { identifierScheme, relationType } from '@/modules/taxonomy/taxonomy.schema'

/** Kinds of records that can be the same twice. */
export const mergeableKind = z.enum(['actor', 'relation'], { error: 'unknown' })
export type MergeableKind = z.output<typeof mergeableKind>

/** Why two actors are likely the same: numbers they share, likeness of their names (0 … 1), distance in metres. */
export const actorPairSchema = z.object({
  firstId: idSchema,
  secondId: idSchema,
  schemes: z.array(identifierScheme),
  alike: z.number(),
  metres: z.number().nullable(),
})
export type ActorPair = z.output<typeof actorPairSchema>

/** Two relations of one type between the same parties. */
export const relationPairSchema = z.object({
  firstId: idSchema,
  secondId: idSchema,
  type: relationType,
  firstStarted: z.string().nullable(),
  secondStarted: z.string().nullable(),
})
export type RelationPair = z.output<typeof relationPairSchema>

/** The two records of a page or a deed, in any order. */
export const pairSchema = z
  .strictObject({ kind: mergeableKind, firstId: idSchema, secondId: idSchema })
  .refine(({ firstId, secondId }) => firstId !== secondId, { error: 'unknown', path: ['secondId'] })
export type Pair = z.output<typeof pairSchema>
