import { expect, test } from 'vitest'
import { contentLanguages, languageChoices, languageInSentence, languageName } from './language'
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

test('choices begin with the languages of the interface or those that are told; the others follow the alphabet', () => {
  const names = languageChoices('sv').map(({ label }) => label)
  expect(names.slice(0, 5)).toEqual(['Engelska', 'Italienska', 'Spanska', 'Svenska', 'Polska'])
  expect(names.slice(5)).toEqual([...names.slice(5)].sort((a, b) => a.localeCompare(b, 'sv')))
  const [first, ...others] = languageChoices('en', ['ca', 'en'])
  expect(first).toEqual({ value: 'ca', label: 'Catalan' })
  expect(new Set(others.map(({ value }) => value))).toEqual(new Set(contentLanguages.filter((code) => code !== 'ca')))
})
