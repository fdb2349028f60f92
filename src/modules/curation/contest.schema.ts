import { z } from 'zod'
import { idSchema } from '@/core/id'
import { paragraphs } from '@/core/text'
import { curatedRecordSchema } from '@/modules/curation/duplicate.schema'
import { contestAnswers } from '@/modules/curation/choices.schema'

export { contestAnswers } from '@/modules/curation/choices.schema'

const words = z.string({ error: 'required' }).pipe(paragraphs(2000))

/** A territory at an end of a relation says that the relation is not so. */
export const openContestSchema = z.strictObject({
  relationId: idSchema,
  territoryId: z.uuid({ error: 'choose' }),
  reason: words,
})
export type OpenContest = z.output<typeof openContestSchema>

export const answerContestSchema = z.strictObject({
  id: idSchema,
  answer: z.enum(contestAnswers, { error: 'choose' }),
  words,
})
export type AnswerContest = z.output<typeof answerContestSchema>

export const withdrawContestSchema = z.strictObject({ id: idSchema })

const territory = z.object({ id: idSchema, slug: z.string(), name: z.string() })

/** A contest as those who open and those who answer it see it. */
export const contestSchema = z.object({
  id: idSchema,
  state: z.enum(['open', 'upheld', 'rejected', 'withdrawn']),
  reason: z.string(),
  answer: z.string().nullable(),
  openedAt: z.date(),
  answeredAt: z.date().nullable(),
  territory,
  relation: curatedRecordSchema,
})
export type Contest = z.output<typeof contestSchema>
