import { z } from 'zod'
import { recordStatus, visibility } from '@/core/curated'
import { idSchema } from '@/core/id'
import { actorKind, identifierScheme, relationType } from '@/modules/taxonomy/taxonomy.schema'

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
export const relationPairSchema = z.object({ firstId: idSchema, secondId: idSchema })
export type RelationPair = z.output<typeof relationPairSchema>

/** The two records of a page or a deed, in any order. */
export const pairSchema = z
  .strictObject({ kind: mergeableKind, firstId: idSchema, secondId: idSchema })
  .refine(({ firstId, secondId }) => firstId !== secondId, { error: 'unknown', path: ['secondId'] })
export type Pair = z.output<typeof pairSchema>

/** A record as lists of curation name it. */
export const curatedRecordSchema = z.object({
  id: idSchema,
  slug: z.string(),
  version: z.number().int(),
  status: recordStatus,
  visibility,
  /** Its curator; null = the commons. */
  territory: z.object({ id: idSchema, slug: z.string(), name: z.string() }).nullable(),
  territoryId: idSchema.nullable(),
  verifiedAt: z.date().nullable(),
  name: z.string(),
  relations: z.number().int(),
  started: z.string().nullable(),
  subject: z.union([
    z.object({ actor: z.object({ kind: actorKind, city: z.string().nullable(), country: z.string() }) }),
    z.object({ relation: z.object({ type: relationType }) }),
  ]),
})
export type CuratedRecord = z.output<typeof curatedRecordSchema>

/** Two records, why they are likely the same, and what this viewer may do about it. */
export type Duplicate = {
  kind: MergeableKind
  first: CuratedRecord
  second: CuratedRecord
  mayMerge: boolean
  /** null for relations: the same type between the same parties. */
  reasons: Pick<ActorPair, 'schemes' | 'alike' | 'metres'> | null
}
