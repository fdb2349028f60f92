import { expect, test } from 'vitest'
import { fieldProblems } from '@/core/field-problems'
import type { FormFields } from '@/core/form-fields'
import { newId } from '@/core/id'
import { practiceFormSchema, practiceToForm } from './practice-form.schema'
import { charactersOf, practiceLimits, unreadyParts } from './practice-limit.schema'
import { newPracticeSchema, type NewPracticeInput } from './practice.schema'

const id = newId()
const text = (value: string) => ({ original: 'it', texts: { it: { value, machine: false } } })
const least = { originalLanguage: 'it', title: text('Un tavolo') } satisfies NewPracticeInput
const whole: NewPracticeInput = {
  ...least,
  title: { original: 'it', texts: { it: { value: 'Un tavolo' }, pl: { value: 'Stół', machine: true } } },
  summary: text('Enti e imprese insieme'),
  themes: ['mechanics'],
  axes: ['local_identity'],
  sectors: ['C28'],
  scope: 'regional',
  country: 'IT',
  nutsCode: 'ITH5',
  placeId: 3169522,
  inChargeId: newId(),
  inChargeIsAuthor: true,
  fromProject: 'COMPETE IN',
  detail: text('Prima riga\nSeconda riga'),
  resources: text('10.000 euro'),
  started: '2016-10',
  ongoing: true,
  evidenceOfSuccess: text('10 imprese'),
  challenges: text('Tempo'),
  potential: text('Serve un ufficio'),
  furtherInformation: text('Sul sito'),
  links: [{ url: 'https://example.eu/a', title: 'Page' }],
  keywords: ['mission', 'table'],
  actors: [newId()],
  relations: [newId()],
  internalNotes: 'Ask in spring',
  visibility: 'partners',
  fictitious: true,
  source: { name: 'Register' },
}
const formOf = (changes: FormFields = {}) => ({ id, ...practiceToForm(newPracticeSchema.parse(least)), ...changes })
const problemsOf = (fields: FormFields) => {
  const parsed = practiceFormSchema.safeParse(fields)
  return parsed.success ? [] : fieldProblems(parsed.error).map(({ field, message }) => `${field} ${message}`)
}

test.each([
  ['the least', least],
  ['everything', whole],
])('%s comes back from its form as it was', (_, said) => {
  const practice = newPracticeSchema.parse(said)
  expect(practiceFormSchema.parse({ id, ...practiceToForm(practice) }).practice).toEqual(practice)
})

test('what cannot be read is told at its control', () => {
  expect(problemsOf(formOf({ title: {} }))).toEqual(['title.texts.it.value required'])
  expect(problemsOf(formOf({ placeText: 'Somewhere' }))).toEqual(['place placeNotChosen'])
  expect(problemsOf(formOf({ inCharge: 'x', inChargeText: 'A', inChargeFor: 'A' }))).toEqual(['inCharge unknown'])
  expect(problemsOf(formOf({ addActorText: 'Nobody' }))).toEqual(['addActor unknown'])
  expect(problemsOf(formOf({ started: '2020', ended: '2019' }))).toEqual(['ended endBeforeStart'])
  expect(problemsOf(formOf({ ended: '2019', ongoing: '1' }))).toEqual(['ended endedOrOngoing'])
  expect(problemsOf(formOf({ status: 'published' }))).toEqual(['status unknownField'])
  expect(problemsOf(formOf({ scope: 'galactic' }))).toEqual(['scope choose'])
})

test('markup that was pasted becomes words, in titles on one line', () => {
  const { title, detail } = newPracticeSchema.parse({
    ...least,
    title: text('<p>Un\n<b>tavolo</b></p>'),
    detail: text('<p class="MsoNormal">One</p><p>Two &amp; three</p>'),
  })
  expect(title.texts.it?.value).toBe('Un tavolo')
  expect(detail?.texts.it?.value).toBe('One\nTwo & three')
})

test('counts as the programme does: code points of NFC, a line break is one', () => {
  expect(charactersOf('perché')).toBe(6)
  expect(charactersOf('perche\u0301')).toBe(6)
  expect(charactersOf('a\r\nb')).toBe(3)
  expect(charactersOf('👩‍🌾!')).toBe(4)
})

test('a text over the limit is kept, and refused only when it is handed in', () => {
  const long = newPracticeSchema.parse({ ...whole, summary: text('é'.repeat(161)), potential: text('x'.repeat(1000)) })
  expect(long.summary?.texts.it?.value).toHaveLength(161)
  expect(unreadyParts(long)).toEqual([
    { field: 'summary.texts.it.value', message: 'tooLong', values: { max: practiceLimits.summary } },
  ])
  expect(unreadyParts(newPracticeSchema.parse(least)).map(({ field }) => field)).toEqual([
    ...['summary', 'detail', 'themes', 'country', 'inChargeId'],
  ])
  expect(unreadyParts(newPracticeSchema.parse(whole))).toEqual([])
})
