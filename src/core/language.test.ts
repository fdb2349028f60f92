import { expect, test } from 'vitest'
import { languageInSentence, languageName } from './language'

test('the name of a language begins with a capital in a list, and inside a sentence only in English', () => {
  expect(languageName('sv', 'it')).toBe('Svedese')
  expect(languageInSentence(languageName('sv', 'it'), 'it')).toBe('svedese')
  expect(languageInSentence(languageName('sv', 'en'), 'en')).toBe('Swedish')
})
