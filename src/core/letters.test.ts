import { expect, test } from 'vitest'
import { fold } from './fold'
import { plainLetters } from './letters'

test('names of Europe in Latin letters read as the house folds them', () => {
  for (const name of [
    'Forlì-Cesena',
    'Łódź',
    'GÄVLEBORG',
    'País  Valencià',
    'Tromsø',
    'Großenkneten',
    'Œuvre',
    'Đakovo',
  ])
    expect(plainLetters(name)).toBe(fold(name))
})

test('other scripts keep their letters, without accents', () => {
  expect(plainLetters('Αθήνα')).toBe('αθηνα')
})
