// What a review says, without zod: the form counts with it while it is typed.
import type { FieldProblem } from '@/core/app-error'
import { lengthOf } from '@/core/text-length'
import { criteria, recommendations } from '@/modules/rounds/choices.schema'

type Criterion = (typeof criteria)[number]
type MarkField = `${Criterion}Mark`
export type RemarkField = `${Criterion}Remark` | 'generalRemark'
type ReviewField = MarkField | RemarkField | 'recommendation'

/** The fields of the form as they are typed; what is blank is absent. */
export type ReviewFields = Partial<Record<ReviewField, string>>

export const marks = ['0', '1', '2', '3', '4', '5'] as const
/** A mark up to this one needs a sentence, of at least so many characters (2-domain, Review). */
export const lowMark = 2
export const shortestSentence = 30
export const longestRemark = 2000

const markFields: readonly MarkField[] = criteria.map((criterion): MarkField => `${criterion}Mark`)
export const remarkFields: readonly RemarkField[] = [
  ...criteria.map((criterion): RemarkField => `${criterion}Remark`),
  'generalRemark',
]
export const reviewFields: readonly ReviewField[] = [...markFields, ...remarkFields, 'recommendation']

const isLow = (mark: string | undefined): boolean => mark !== undefined && Number(mark) <= lowMark
const isMark = (text: string): boolean => marks.some((mark) => mark === text)

/** Length as it is counted for the reader: what is around the text is no sentence. */
export const sentenceLength = (text: string | undefined): number => lengthOf((text ?? '').normalize('NFC').trim())

/** The part of the form a field is chosen with when two versions differ: a mark together with its remark. */
export const partOfField = (field: string): string => field.replace(/(Mark|Remark)$/, '')

/** The fields among what a form or a stored draft holds. */
export const reviewFieldsOf = (values: Readonly<Record<string, unknown>>): ReviewFields =>
  Object.fromEntries(
    reviewFields.flatMap((field) => {
      const value = values[field]
      return typeof value === 'string' && value.trim() !== '' ? [[field, value]] : []
    }),
  )

export const sameReview = (one: ReviewFields, other: ReviewFields): boolean =>
  reviewFields.every((field) => (one[field] ?? '') === (other[field] ?? ''))

/** What keeps a review from being sent, in the order of the form. */
export function reviewFaults(fields: ReviewFields): FieldProblem[] {
  const ofCriterion = (criterion: Criterion): FieldProblem[] => {
    const mark = fields[`${criterion}Mark`]
    const length = sentenceLength(fields[`${criterion}Remark`])
    const field = `${criterion}Remark`
    if (mark === undefined) return [{ field: `${criterion}Mark`, message: 'markMissing' }, ...tooLong(field, length)]
    if (!isMark(mark)) return [{ field: `${criterion}Mark`, message: 'badMark' }, ...tooLong(field, length)]
    if (isLow(mark) && length === 0) return [{ field, message: 'sentenceMissing' }]
    if (isLow(mark) && length < shortestSentence)
      return [{ field, message: 'tooShort', values: { min: shortestSentence } }]
    return tooLong(field, length)
  }
  const { recommendation } = fields
  return [
    ...criteria.flatMap(ofCriterion),
    ...tooLong('generalRemark', sentenceLength(fields.generalRemark)),
    ...(recommendations.some((one) => one === recommendation) ? [] : [{ field: 'recommendation', message: 'choose' }]),
  ]
}

const tooLong = (field: string, length: number): FieldProblem[] =>
  length > longestRemark ? [{ field, message: 'tooLong', values: { max: longestRemark } }] : []
