import { expect, test } from 'vitest'
import { fieldProblems } from '@/core/field-problems'
import type { FormFields } from '@/core/form-fields'
import { newId } from '@/core/id'
import { relationFormSchema, relationToForm } from './relation-form.schema'
import { newRelationSchema, type NewRelationInput } from './relation.schema'

const id = newId()
const [own, far] = [newId(), newId()]
const least = {
  type: 'export',
  originalLanguage: 'it',
  parties: [
    { actorId: own, role: 'sender' },
    { placeId: 965301, role: 'receiver' },
  ],
} satisfies NewRelationInput
const whole: NewRelationInput = {
  ...least,
  title: { original: 'it', texts: { it: { value: 'Macchine per il latte' } } },
  parties: [
    ...least.parties,
    { actorId: far, role: 'partner' },
    { country: 'ZA', placeName: 'Seshego', longitude: 29.38, latitude: -23.85, role: 'host' },
  ],
  direction: 'in',
  state: 'ended',
  started: '1982',
  renewed: '2022-05',
  ended: '2024-05-21',
  description: { original: 'it', texts: { it: { value: 'Testo' }, pl: { value: 'Tekst', machine: true } } },
  legalBasis: 'Delibera 12',
  programme: 'Interreg Europe',
  call: '1',
  projectAcronym: 'COMPETE IN',
  projectNumber: 'PGI01',
  eventsPerYear: 2,
  people: 40,
  amount: { value: 1200.5, currency: 'EUR', year: 2020 },
  themes: ['mechanics'],
  sectors: ['C28'],
  sdgs: [8, 9],
  holderId: far,
  usableByFirms: 'on_request',
  offer: ['introduction'],
  evidence: [{ url: 'https://example.eu/a', title: 'Minutes' }, { url: 'https://example.eu/b' }],
  internalNotes: 'Ask in spring',
  visibility: 'territory',
  fictitious: true,
  source: { name: 'Register' },
}
const formOf = (changes: FormFields = {}) => ({ id, ...relationToForm(newRelationSchema.parse(least)), ...changes })
const problemsOf = (fields: FormFields) => {
  const parsed = relationFormSchema.safeParse(fields)
  return parsed.success ? [] : fieldProblems(parsed.error).map(({ field, message }) => `${field} ${message}`)
}

test.each([
  ['the least', least],
  ['everything', whole],
  ['a holder that is no party', { ...least, holderId: newId() }],
])('what a form shows of %s is what it sends', (_, input) => {
  const relation = newRelationSchema.parse(input)
  const labels = {
    parties: [{ label: 'Officine Esempio', kind: 'enterprise', note: 'Enterprise, Italy' }],
    holder: 'E35',
  }
  expect(relationFormSchema.parse({ id, ...relationToForm(relation, labels) })).toEqual({
    intent: 'save',
    id,
    relation,
    newActors: [],
  })
})

test('the usual direction of a type is not said, so that another type brings its own', () => {
  const relation = newRelationSchema.parse({ ...least, direction: 'out' })
  expect(relationToForm(relation).direction).toBeUndefined()
})

test('an actor written inside the form is a party, may be the holder, and has the point of its place', () => {
  const born = { id: far, name: 'Limpopo Dairies', kind: 'enterprise', country: 'ZA' }
  const place = {
    place: '965289',
    placeText: 'Polokwane',
    placeFor: 'Polokwane',
    longitude: '29.45',
    latitude: '-23.9',
  }
  const form = formOf({
    intent: 'submit',
    holder: far,
    parties: [
      { actorId: own, role: 'sender', label: 'Officine Esempio' },
      { new: { ...born, ...place }, role: 'receiver' },
    ],
  })
  const parsed = relationFormSchema.parse(form)
  expect(parsed.relation.parties[1]).toEqual({ actorId: far, role: 'receiver' })
  expect(parsed.relation.holderId).toBe(far)
  expect(parsed.newActors).toMatchObject([
    { id: far, actor: { kind: 'enterprise', country: 'ZA', city: 'Polokwane', placeId: 965289, latitude: -23.9 } },
  ])
  expect(parsed.newActors[0]?.actor.names).toEqual([
    { kind: 'label', language: 'it', value: 'Limpopo Dairies', machine: false },
  ])
})

test('every fault is told at the control that holds it', () => {
  const faults = problemsOf({
    id,
    type: 'invasion',
    originalLanguage: 'it',
    parties: [
      { actorId: own, role: 'sender' },
      { actorId: own, role: 'owner' },
      { new: { id: newId(), kind: 'enterprise', country: 'XX', name: 'x'.repeat(10_000) }, role: 'partner' },
    ],
    started: '1982',
    holder: 'other',
    holderOtherText: 'Nobody',
    addPartyText: 'giro',
    evidence: [{ url: 'javascript:alert(1)' }],
    amount: { value: 'much', currency: 'EUR' },
    version: '-1',
    status: 'published',
  })
  expect(faults.sort()).toEqual(
    [
      ...[
        'type choose',
        'parties.1 partyUnknown',
        'parties.2.new.name tooLong',
        'parties.2.new.country unknownCountry',
      ],
      ...['holderOther unknown', 'addParty partyUnknown', 'evidence.0.url badLink', 'amount.value badNumber'],
      ...['version unknown', 'status unknownField'],
    ].sort(),
  )
})

test('rules between fields are told at one of them', () => {
  const twice = { actorId: own, role: 'sender' }
  expect(problemsOf(formOf({ parties: [twice, twice] }))).toEqual(['parties.1 partyTwice'])
  expect(problemsOf(formOf({ parties: [twice] }))).toEqual(['addParty twoParties'])
  expect(problemsOf(formOf({ started: '1982', renewed: '1922', ended: '1780' }))).toEqual([
    'ended endBeforeStart',
    'renewed endBeforeStartGuess',
  ])
  expect(problemsOf(formOf({ intent: 'submit' }))).toEqual(['holder holderMissing'])
})

test('a currency alone is no amount', () => {
  expect(relationFormSchema.parse(formOf({ amount: { currency: 'EUR' } })).relation.amount).toBeUndefined()
})
