import { expect, test } from 'vitest'
import { matchRanks, rankOf, wordsIn } from './name-match'

const rank = (asked: string, name: string) => rankOf(wordsIn(asked), wordsIn(name), true)

test('words are letters and digits, whatever the script', () => {
  expect(wordsIn('  L’Aquila, S.r.l.\0')).toEqual(['l', 'aquila', 's', 'r', 'l'])
  expect(wordsIn('Αθήνα Крагујевац Łódź Göteborg')).toEqual(['athina', 'kragujevats', 'lodz', 'goteborg'])
  expect(wordsIn('\u202e \\ % _ \ud800')).toEqual([])
})

test('the whole name comes before its beginning, that before its words, those before typing errors', () => {
  expect(rank('south africa', 'South Africa')).toBe(matchRanks.name)
  expect(rank('south', 'South Africa')).toBe(matchRanks.beginning)
  expect(rank('africa', 'South Africa')).toBe(matchRanks.words)
  expect(rank('afr sou', 'South Africa')).toBe(matchRanks.words)
  expect(rank('suoth africa', 'South Africa')).toBe(matchRanks.nearName)
  expect(rank('afirca', 'South Africa')).toBe(matchRanks.nearWords)
  expect(rank('peru', 'South Africa')).toBeNull()
  expect(rank('', 'South Africa')).toBeNull()
})

test('short words decide nothing beside longer ones, and are not corrected', () => {
  expect(rank('university of gavle', 'Gavle university')).toBe(matchRanks.words)
  expect(rank('ab', 'Volvo AB')).toBe(matchRanks.words)
  expect(rank('ba', 'Volvo AB')).toBeNull()
})
