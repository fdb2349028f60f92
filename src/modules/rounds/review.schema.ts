import { z } from 'zod'
import { AppError, type FieldProblem } from '@/core/app-error'
import { idSchema } from '@/core/id'
import { whole } from '@/core/number'
import { plainText } from '@/core/plain-text'
import { paragraphs } from '@/core/text'
import {
  longestRemark,
  marks,
  type RemarkField,
  remarkFields,
  reviewFaults,
  type ReviewFields,
  reviewFieldsOf,
} from '@/modules/rounds/review-content.schema'
import { criteria, recommendations, type Weights } from '@/modules/rounds/round.schema'

const version = whole(0, 2 ** 31 - 1)

// A text past its limit is kept, and refused when it is sent.
const longestKept = 20_000
const mark = z.enum(marks, { error: 'badMark' }).optional()
const remark = z
  .string({ error: 'generic' })
  .refine((text) => text.length <= longestKept, { error: 'tooLong', params: { max: longestRemark } })
  .transform((text) => text.toWellFormed().replaceAll('\0', ''))
  .optional()

const fields = {
  ...{ evidenceMark: mark, transferabilityMark: mark, relevanceMark: mark, clarityMark: mark, resourcesMark: mark },
  ...{ evidenceRemark: remark, transferabilityRemark: remark, relevanceRemark: remark },
  ...{ clarityRemark: remark, resourcesRemark: remark, generalRemark: remark },
  recommendation: z.enum(recommendations, { error: 'choose' }).optional(),
}
const content = <Said extends Record<string, unknown>>(said: Said) => reviewFieldsOf(said)

/** Which page typed it, and how many times that page had saved before: of two savings of a page the later one stays. */
const typedBy = { writer: z.string().regex(/^[\w-]{1,40}$/, { error: 'invalid' }), turn: whole(0, 2 ** 31 - 1) }

/** What the page of a review keeps while it is typed. */
export const reviewDraftSchema = z
  .strictObject({ version, ...typedBy, ...fields })
  .transform(({ version, writer, turn, ...said }) => ({ version, writer, turn, fields: content(said) }))
export type ReviewDraft = z.output<typeof reviewDraftSchema>

/** The form of a review: kept, and looked over before it is sent. `seen` and `take`: see core/form-intent. */
export const reviewFormSchema = z
  .strictObject({
    id: idSchema,
    version,
    seen: version.optional(),
    take: z.record(z.string().max(40), z.enum(['mine', 'theirs'])).default({}),
    intent: z.enum(['keep', 'look']).default('look'),
    // A page without a script types as nobody in particular, and knows the version only.
    writer: typedBy.writer.default('form'),
    turn: typedBy.turn.default(0),
    ...fields,
  })
  .transform(({ id, version, seen, take, intent, writer, turn, ...said }) => ({
    ...{ id, version, seen, intent, writer, turn, fields: content(said) },
    takes: Object.keys(take).filter((part) => take[part] === 'theirs'),
  }))
export type ReviewForm = z.output<typeof reviewFormSchema>

export const sendReviewSchema = z.strictObject({ id: idSchema, version })
export const conflictSchema = z.strictObject({ id: idSchema, version, reason: paragraphs(1000) })

/** A draft as it is stored. */
export const storedDraftSchema = z
  .object({ writer: z.string(), turn: z.number(), fields: z.record(z.string(), z.unknown()) })
  .transform(({ writer, turn, fields }) => ({ writer, turn, fields: reviewFieldsOf(fields) }))
export type StoredDraft = z.output<typeof storedDraftSchema>

/** A review that may be sent. */
export type CompleteReview = {
  /** By criterion, 0 to 5. */
  marks: Weights
  /** By criterion, and `general`. */
  comments: Record<string, string>
  recommendation: (typeof recommendations)[number]
}

const completeMarks = z.strictObject({
  evidence: z.number(),
  transferability: z.number(),
  relevance: z.number(),
  clarity: z.number(),
  resources: z.number(),
})

/** Cleans and judges what is to be sent. Throws `invalid` with every field at fault. */
export function completeReview(typed: ReviewFields): CompleteReview {
  const problems: FieldProblem[] = []
  const cleaned: ReviewFields = { ...typed }
  for (const field of remarkFields) {
    const text = typed[field]
    if (text === undefined) continue
    const parsed = paragraphs(longestKept).safeParse(plainText(text))
    if (parsed.success) cleaned[field] = parsed.data
    else if (parsed.error.issues.some(({ message }) => message === 'notText'))
      problems.push({ field, message: 'notText' })
    else cleaned[field] = '' // nothing but what cannot be seen
  }
  problems.push(...reviewFaults(cleaned))
  const given = completeMarks.safeParse(
    Object.fromEntries(criteria.map((criterion) => [criterion, Number(cleaned[`${criterion}Mark`])])),
  )
  const recommendation = recommendations.find((one) => one === cleaned.recommendation)
  if (problems.length > 0 || !given.success || recommendation === undefined)
    throw new AppError('invalid', 'invalid', {}, problems)
  return { marks: given.data, comments: commentsOf(cleaned), recommendation }
}

const partOf = (field: RemarkField) => field.slice(0, -'Remark'.length)
const commentsOf = (cleaned: ReviewFields) =>
  Object.fromEntries(
    remarkFields.flatMap((field) => {
      const text = cleaned[field] ?? ''
      return text === '' ? [] : [[partOf(field), text]]
    }),
  )

const sentSchema = z.object({
  marks: z.partialRecord(z.enum(criteria), z.number()),
  comments: z.record(z.string(), z.string()),
  recommendation: z.enum(recommendations).nullable(),
})

/** A review that was sent, as its form would hold it. */
export function fieldsOfSent(stored: unknown): ReviewFields {
  const { marks: given, comments, recommendation } = sentSchema.parse(stored)
  return reviewFieldsOf({
    ...Object.fromEntries(Object.entries(given).map(([criterion, value]) => [`${criterion}Mark`, String(value)])),
    ...Object.fromEntries(Object.entries(comments).map(([part, text]) => [`${part}Remark`, text])),
    recommendation,
  })
}

/** Why nothing can be written into a review any more. Words: messages `reviews.over`, and `errors`. */
export type Hindrance =
  'conflict' | 'annulled' | 'removed' | 'member' | 'withdrawn' | 'annulledRound' | 'closed' | 'author' | 'organisation'

/** What is said of each hindrance by an error. */
export const hindranceMessage = {
  conflict: 'conflictDeclared',
  annulled: 'reviewAnnulled',
  removed: 'reviewRemoved',
  member: 'forbidden',
  withdrawn: 'practiceWithdrawn',
  annulledRound: 'roundAnnulled',
  closed: 'roundClosed',
  author: 'ownPractice',
  organisation: 'ownOrganisation',
} as const satisfies Record<Hindrance, string>
