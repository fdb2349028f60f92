import { expect, test } from 'vitest'
import { contentLanguages, languageInSentence, languageName } from './language'
import { languageCode } from './localized'

test('the name of a language begins with a capital in a list, and inside a sentence only in English', () => {
  expect(languageName('sv', 'it')).toBe('Svedese')
  expect(languageInSentence(languageName('sv', 'it'), 'it')).toBe('svedese')
  expect(languageInSentence(languageName('sv', 'en'), 'en')).toBe('Swedish')
})

test('a text may be in any language that ISO 639-1 knows, and in no other', () => {
  for (const code of [...contentLanguages, 'eo', 'yi']) expect(languageCode.safeParse(code).success, code).toBe(true)
  for (const code of ['zz', 'EN', 'ita', '', '__proto__', ['en']])
    expect(languageCode.safeParse(code).success, String(code)).toBe(false)
})
