import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAppError } from '@/core/app-error'
import { criteria } from './choices.schema'
import { reviewFaults, type ReviewFields, reviewFieldsOf, sentenceLength } from './review-content.schema'
import { completeReview, fieldsOfSent, reviewDraftSchema, reviewFormSchema } from './review.schema'

const sentence = 'The figures are named, but nobody says where they come from.'
const whole: ReviewFields = {
  ...{ evidenceMark: '4', transferabilityMark: '5', relevanceMark: '2', clarityMark: '3', resourcesMark: '4' },
  ...{ relevanceRemark: sentence, recommendation: 'revise' },
}
const faultsOf = (fields: ReviewFields) => reviewFaults(fields).map(({ field, message }) => `${field}: ${message}`)

test('an empty review misses five marks and a recommendation', () => {
  expect(faultsOf({})).toEqual([
    ...criteria.map((criterion) => `${criterion}Mark: markMissing`),
    'recommendation: choose',
  ])
  expect(faultsOf(whole)).toEqual([])
})

test.each(['6', '-1', '2.5', 'good', '３', '05'])('%s is no mark, neither in a draft nor when it is sent', (mark) => {
  const said = { version: '1', writer: 'page', turn: '1', evidenceMark: mark }
  expect(reviewDraftSchema.safeParse(said).error?.issues[0]).toMatchObject({
    ...{ path: ['evidenceMark'], message: 'badMark' },
  })
  expect(faultsOf({ ...whole, evidenceMark: mark })).toEqual(['evidenceMark: badMark'])
})

test('a mark of 2 or less needs thirty characters, whatever stands around them', () => {
  for (const mark of ['0', '1', '2']) {
    expect(faultsOf({ ...whole, clarityMark: mark })).toEqual(['clarityRemark: sentenceMissing'])
    expect(faultsOf({ ...whole, clarityMark: mark, clarityRemark: `  ${'a'.repeat(29)}  ` })).toEqual([
      'clarityRemark: tooShort',
    ])
    expect(faultsOf({ ...whole, clarityMark: mark, clarityRemark: 'a'.repeat(30) })).toEqual([])
  }
  expect(faultsOf({ ...whole, clarityMark: '3', clarityRemark: 'short' })).toEqual([])
})

test('length is counted in NFC code points: an accent apart and an emoji are one', () => {
  expect(sentenceLength('é')).toBe(1)
  expect(sentenceLength('👍')).toBe(1)
  expect(sentenceLength(' a\r\nb ')).toBe(3)
})

test('thirty characters that nobody sees are no sentence', () => {
  const unseen = { ...whole, relevanceRemark: '\u200b'.repeat(40) }
  expect(() => completeReview(unseen)).toThrow()
})

test('a text past the limit is kept in a draft and refused when it is sent', () => {
  const long = 'a'.repeat(2001)
  const said = { version: '0', writer: 'page', turn: '1', generalRemark: long }
  expect(reviewDraftSchema.parse(said).fields.generalRemark).toBe(long)
  expect(faultsOf({ ...whole, generalRemark: long })).toEqual(['generalRemark: tooLong'])
})

test('markup that was pasted is no sentence: its words are counted and kept', () => {
  const word =
    '<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><p class="MsoNormal">Short<o:p></o:p></p>'
  expect(() => completeReview({ ...whole, relevanceRemark: word })).toThrow(
    expect.objectContaining({ fields: [{ field: 'relevanceRemark', message: 'tooShort', values: { min: 30 } }] }),
  )
  const { comments } = completeReview({ ...whole, generalRemark: `<script>alert(1)</script><b>${sentence}</b>` })
  expect(comments.general).toBe(sentence)
})

test('a form knows only its own fields', () => {
  expect(reviewFormSchema.safeParse({ id: crypto.randomUUID(), version: '1', submittedAt: 'now' }).success).toBe(false)
})

test('what is sent comes back as it was typed, cleaned', () => {
  const { marks, comments, recommendation } = completeReview({ ...whole, generalRemark: '  Well done.\r\n ' })
  expect(marks).toEqual({ evidence: 4, transferability: 5, relevance: 2, clarity: 3, resources: 4 })
  expect(comments).toEqual({ relevance: sentence, general: 'Well done.' })
  expect(fieldsOfSent({ marks, comments, recommendation })).toEqual({ ...whole, generalRemark: 'Well done.' })
})

test('whatever is typed, judging it names fields of the form and never breaks', () => {
  const anything = fc.dictionary(fc.constantFrom(...Object.keys(whole), 'clarityRemark', 'generalRemark'), fc.string())
  fc.assert(
    fc.property(anything, (typed) => {
      const fields = reviewFieldsOf(typed)
      try {
        expect(reviewFaults({ ...fields, ...fieldsOfSent(completeReview(fields)) })).toEqual([])
      } catch (error) {
        expect(
          isAppError(error) && error.fields.every(({ field }) => /(Mark|Remark|recommendation)$/.test(field)),
        ).toBe(true)
      }
    }),
  )
})
