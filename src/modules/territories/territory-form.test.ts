import { expect, test } from 'vitest'
import { fieldProblems } from '@/core/field-problems'
import { territoryFormSchema } from '@/modules/territories/territory-form.schema'

const filled = {
  name: 'Città di Modena',
  language: 'it',
  level: 'city',
  country: 'IT',
  nutsCode: 'ith54',
  timeZone: 'Europe/Rome',
  languages: ['it'],
}
const square = { type: 'Polygon', coordinates: [[[10, 44], [11, 44], [11, 45], [10, 44]]] } // prettier-ignore
const faultsOf = (form: object) => {
  const parsed = territoryFormSchema.safeParse(form)
  return parsed.success ? [] : fieldProblems(parsed.error).map(({ field, message }) => `${field} ${message}`)
}

test('a name and a NUTS code make a territory; its address follows from the name', () => {
  expect(territoryFormSchema.parse({ ...filled, coordinate: 'on' })).toMatchObject({
    coordinate: true,
    territory: { slug: 'citta-di-modena', nutsCode: 'ITH54', name: { original: 'it' } },
  })
})

test('an outline may come as a geometry, a feature or a collection of one', () => {
  const feature = { type: 'Feature', properties: {}, geometry: square }
  for (const shape of [square, feature, { type: 'FeatureCollection', features: [feature] }]) {
    const { nutsCode: _nuts, ...form } = filled
    expect(territoryFormSchema.parse({ ...form, boundary: JSON.stringify(shape) }).territory.boundary).toEqual(square)
  }
})

test('what is no outline, no code or no address is refused at its field', () => {
  expect(faultsOf({ ...filled, boundary: '{"type":"Point","coordinates":[1,2]}' })).toEqual(['boundary badBoundary'])
  expect(faultsOf({ ...filled, boundary: 'no' })).toEqual(['boundary badBoundary'])
  expect(faultsOf({ ...filled, nutsCode: 'x' })).toEqual(['nutsCode unknownNuts'])
  expect(faultsOf({ ...filled, slug: 'Größe' })).toEqual(['slug badSlug'])
  const { nutsCode: _nuts, ...open } = filled
  expect(faultsOf(open)).toEqual(['nutsCode boundaryMissing'])
})
