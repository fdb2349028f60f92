import { z } from 'zod'
import { dayFrom } from '@/core/day-field'
import { idSchema } from '@/core/id'
import { inOriginal, languageCode } from '@/core/localized'
import { numeric, whole } from '@/core/number'
import { line, paragraphs } from '@/core/text'
import { allPoints, type Cell, most } from '@/modules/rounds/round.schema'

const version = whole(1, 2 ** 31 - 1)
const dayField = dayFrom('2000-01-01')
const weight = numeric.refine((value) => value > 0 && value <= 1000, { error: 'weightRange' })
const points = numeric.refine((value) => value >= 0 && value <= allPoints, {
  error: 'numberRange',
  params: { min: 0, max: allPoints },
})
const reason = paragraphs(most.reason)

/** More ticks than any group has. */
const mostCells = 2000
/** `practice.reviewer`, a ticked cell of the assignment. */
const cell = z
  .string()
  .transform((text) => text.split('.'))
  .pipe(z.tuple([idSchema, idSchema], { error: 'unknown' }))
  .transform(([practiceId, reviewerId]): Cell => ({ practiceId, reviewerId }))

/** The form of a round that is to be opened. */
export const newRoundSchema = z
  .strictObject({
    groupId: idSchema,
    /** Made with the form: of two presses of the button one opens a round. It seeds the balance, too. */
    id: idSchema,
    language: languageCode,
    title: line(most.title),
    introduction: paragraphs(most.introduction).optional(),
    instrumentId: idSchema.optional(),
    practices: z
      .array(idSchema, { error: 'noPractices' })
      .min(1, { error: 'noPractices' })
      .refine((ids) => ids.length <= most.practices, { error: 'tooManyPractices', params: { max: most.practices } }),
    weights: z.strictObject({
      evidence: weight,
      transferability: weight,
      relevance: weight,
      clarity: weight,
      resources: weight,
    }),
    thresholds: z.strictObject({ excellent: points, good: points, sufficient: points }),
    quorum: whole(1, most.perPractice),
    perPractice: whole(1, most.perPractice),
    closesOn: dayField,
    cells: z.array(cell).max(mostCells).default([]),
    /** `preview` shows who would judge what; `open` opens the round with the cells that are ticked. */
    step: z.enum(['preview', 'open']).default('preview'),
  })
  .superRefine(({ thresholds: { excellent, good, sufficient } }, context) => {
    if (good > excellent) context.addIssue({ code: 'custom', path: ['thresholds.good'], message: 'thresholdOrder' })
    if (sufficient > good)
      context.addIssue({ code: 'custom', path: ['thresholds.sufficient'], message: 'thresholdOrder' })
  })
  .transform(({ language, title, introduction, ...rest }) => ({
    ...rest,
    practices: [...new Set(rest.practices)],
    title: inOriginal(language, title),
    introduction: introduction === undefined ? null : inOriginal(language, introduction),
  }))
export type NewRound = z.output<typeof newRoundSchema>
export type NewRoundInput = z.input<typeof newRoundSchema>

const at = { id: idSchema, version }
export const roundAtSchema = z.strictObject({ id: idSchema })
export const extendSchema = z.strictObject({ ...at, closesOn: dayField })
export const closeSchema = z.strictObject(at)
export const annulSchema = z.strictObject({ ...at, reason })
export const annulReviewSchema = z.strictObject({ id: idSchema, reason })
export const removeReviewerSchema = z.strictObject({ id: idSchema, reviewerId: idSchema, reason })
export const takeOutSchema = z.strictObject({ id: idSchema, practiceId: idSchema, reason })
export const assignSchema = z.strictObject({
  id: idSchema,
  cells: z.array(cell, { error: 'noCells' }).min(1, { error: 'noCells' }).max(mostCells),
})
export type Extend = z.output<typeof extendSchema>
export type Close = z.output<typeof closeSchema>
export type Annul = z.output<typeof annulSchema>
export type AnnulReview = z.output<typeof annulReviewSchema>
export type RemoveReviewer = z.output<typeof removeReviewerSchema>
export type TakeOut = z.output<typeof takeOutSchema>
export type Assign = z.output<typeof assignSchema>
