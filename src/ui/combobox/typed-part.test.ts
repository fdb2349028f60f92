import { expect, test } from 'vitest'
import { typedPart } from './typed-part'

test('the typed part is found without regard to case and accents', () => {
  expect(typedPart('Girona, Ajuntament', 'giro')).toEqual(['', 'Giro', 'na, Ajuntament'])
  expect(typedPart('Universitat de València', 'VALEN')).toEqual(['Universitat de ', 'Valèn', 'cia'])
  expect(typedPart('Göteborg', 'Gö')).toEqual(['', 'Gö', 'teborg'])
})

test('a label found by another name stays whole', () => {
  expect(typedPart('Göteborg', 'Gothenburg')).toEqual(['Göteborg', '', ''])
  expect(typedPart('Dijon', ' ')).toEqual(['Dijon', '', ''])
})
