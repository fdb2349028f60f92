import { expect, test } from 'vitest'
import type { FormFields } from '@/core/form-fields'
import { fieldProblems } from '@/core/field-problems'
import { newId } from '@/core/id'
import { actorFormSchema, actorToForm } from './actor-form.schema'
import { newActorSchema, type NewActorInput } from './actor.schema'

const id = newId()
const least = {
  kind: 'enterprise',
  originalLanguage: 'it',
  names: [{ kind: 'label', language: 'it', value: 'Officine Esempio S.r.l.' }],
  country: 'IT',
} satisfies NewActorInput
const whole: NewActorInput = {
  ...least,
  names: [
    ...least.names,
    { kind: 'label', language: 'en', value: 'Example Works', machine: true },
    { kind: 'acronym', language: 'it', value: 'OE' },
  ],
  description: {
    original: 'it',
    texts: { it: { value: 'Meccanica\nper il campo' }, pl: { value: 'Mechanika', machine: true } },
  },
  offers: { original: 'en', texts: { en: { value: 'A stand' } } },
  address: 'Via Emilia 1',
  postalCode: '42121',
  city: "Reggio nell'Emilia",
  placeId: 3169522,
  longitude: 10.63125,
  latitude: -44.7,
  precision: 'street',
  geocodedFrom: 'GeoNames',
  coarsened: true,
  homeTerritoryId: newId(),
  identifiers: [{ scheme: 'domain', value: 'example.eu' }],
  sectors: ['C', 'C28'],
  iscedFields: ['07'],
  tags: ['packaging', 'dairy machines'],
  size: 'small',
  employeesBand: '10–49',
  founded: '1963-05',
  languagesSpoken: ['it', 'en'],
  targetCountries: ['ZA'],
  legalStatus: 'merged',
  parentId: newId(),
  successorId: newId(),
  email: 'info@example.eu',
  phone: '+39 0522 123456',
  website: 'https://example.eu',
  internalNotes: 'Called in May',
  visibility: 'partners',
  fictitious: true,
  source: {
    name: 'Register',
    recordId: '12',
    url: 'https://example.eu/12',
    licence: 'CC BY 4.0',
    retrievedOn: '2026-01-02',
  },
}

const problemsOf = (fields: FormFields) => {
  const parsed = actorFormSchema.safeParse(fields)
  return parsed.success ? [] : fieldProblems(parsed.error).map(({ field, message }) => `${field} ${message}`)
}
const formOf = (changes: FormFields = {}) => ({ id, ...actorToForm(newActorSchema.parse(least)), ...changes })

test.each([
  ['the least', least],
  ['everything', whole],
])('what a form shows of %s is what it sends', (_, input) => {
  const actor = newActorSchema.parse(input)
  const form = actorToForm(actor, { place: "Reggio nell'Emilia", parent: 'Gruppo Esempio' })
  expect(actorFormSchema.parse({ id, ...form })).toEqual({ intent: 'save', id, actor, keepPoint: false })
})

test('a form says who it is for, which version it opened and what is to be done', () => {
  const territoryId = newId()
  expect(actorFormSchema.parse(formOf({ intent: 'submit', version: '3', territoryId }))).toMatchObject({
    intent: 'submit',
    version: 3,
    territoryId,
  })
})

test('every fault is told at the control that holds it', () => {
  const faults = problemsOf({
    id,
    intent: 'delete',
    kind: 'empire',
    originalLanguage: 'it',
    names: [{ kind: 'label', language: 'english', value: 'x'.repeat(10_000) }],
    description: { original: 'sv', texts: { it: { value: 'a\0b' }, pl: { value: '\uD800' } } },
    placeText: 'Atlantis',
    country: 'XX',
    latitude: '91',
    identifiers: [{ scheme: 'ror', value: 'no' }],
    sectors: ['C28', 'Z'],
    addSectorText: 'mechan',
    tags: `a, ${'b'.repeat(61)}`,
    founded: '3024',
    website: 'javascript:alert(1)',
    parent: newId(),
    parentText: 'Somebody else',
    parentFor: 'Gruppo Esempio',
    successorText: 'Nobody',
    status: 'published',
    source: { url: 'ftp://example.eu' },
  })
  expect(faults.sort()).toEqual(
    [
      ...['intent choose', 'kind choose', 'name required', 'names.0.language badLanguage', 'names.0.value tooLong'],
      ...['description.texts.it.value notText', 'description.texts.pl.value notText'],
      ...[
        'place placeNotChosen',
        'country unknownCountry',
        'latitude latitudeRange',
        'identifiers.0.value badIdentifier',
      ],
      ...['sectors unknownSector', 'addSector unknownSector', 'tags tooLong', 'founded yearRange', 'website badLink'],
      ...['parent unknown', 'successor unknown', 'status unknownField', 'source.name required', 'source.url badLink'],
    ].sort(),
  )
})

test('half a point is told at the half that is missing, and a blank one is absent', () => {
  expect(problemsOf(formOf({ longitude: '10,6' }))).toEqual(['latitude halfPoint'])
  expect(actorFormSchema.parse(formOf()).actor.latitude).toBeUndefined()
  expect(actorFormSchema.parse(formOf({ longitude: '10,6', latitude: '44.7' })).actor).toMatchObject({
    longitude: 10.6,
    latitude: 44.7,
  })
})

test('a language left blank is no text, and a text in one language is its own original', () => {
  const parsed = actorFormSchema.parse(
    formOf({ description: { original: 'it', texts: { it: { machine: '1' }, sv: { value: 'Verkstad' } } } }),
  )
  expect(parsed.actor.description).toEqual({ original: 'sv', texts: { sv: { value: 'Verkstad', machine: false } } })
  expect(actorFormSchema.parse(formOf({ description: { original: 'it' } })).actor.description).toBeUndefined()
})

test('texts in two languages without the original are refused at the original', () => {
  const texts = { en: { value: 'Works' }, sv: { value: 'Verkstad' } }
  expect(problemsOf(formOf({ description: { original: 'it', texts } }))).toEqual([
    'description.texts.it.value originalMissing',
  ])
})
