import { expect, test } from 'vitest'
import { isAppError } from './app-error'
import { fieldsOf } from './form-fields'

function formOf(...entries: [string, string][]): FormData {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

const refusalOf = (form: FormData): string | undefined => {
  try {
    fieldsOf(form)
  } catch (error) {
    return isAppError(error) ? error.messageKey : 'not an AppError'
  }
  return undefined
}

test('names with dots become objects and rows', () => {
  expect(
    fieldsOf(formOf(['title', 'Pact'], ['parties.1.role', 'host'], ['parties.0.role', 'lead'], ['date.start', '2004'])),
  ).toEqual({ title: 'Pact', parties: [{ role: 'lead' }, { role: 'host' }], date: { start: '2004' } })
})

test('a blank field is absent, and so are a row and an object of blanks', () => {
  expect(
    fieldsOf(formOf(['latitude', ' '], ['parties.0.role', ''], ['parties.2.role', 'lead'], ['date.start', ''])),
  ).toEqual({
    parties: [{ role: 'lead' }],
  })
})

test('text is kept as it was typed', () => {
  expect(fieldsOf(formOf(['name', '  two  words\r\n ']))).toEqual({ name: '  two  words\r\n ' })
})

test('a repeated field is a list; a name with [] always is one', () => {
  expect(fieldsOf(formOf(['kind', 'a'], ['kind', 'b'], ['tags[]', 'one'], ['sdgs[]', '']))).toEqual({
    kind: ['a', 'b'],
    tags: ['one'],
  })
})

test("React's own fields are left out", () => {
  expect(
    fieldsOf(formOf(['$ACTION_REF_1', ''], ['$ACTION_1:0', '{"id":"x"}'], ['$ACTION_KEY', 'k'], ['name', 'E35'])),
  ).toEqual({ name: 'E35' })
})

test.each([
  '__proto__',
  '__proto__.isAdmin',
  'constructor.prototype.isAdmin',
  'parties.0.constructor',
  'prototype',
  'a..b',
  '.a',
  'a.',
  '',
  'a b',
  'a.b.c.d.e.f.g.h.i',
  'rows.1000.name',
  `n${'x'.repeat(100)}`,
])('the name %j is refused', (name) => {
  expect(refusalOf(formOf([name, 'true']))).toBe('unknownField')
  expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false)
})

test('a field that is a text here and an object there is refused', () => {
  expect(refusalOf(formOf(['source', 'x'], ['source.name', 'y']))).toBe('unknownField')
  expect(refusalOf(formOf(['source.name', 'y'], ['source', 'x']))).toBe('unknownField')
})

test('ten thousand fields and a million characters are refused', () => {
  expect(refusalOf(formOf(...Array.from({ length: 10_000 }, (_, row): [string, string] => [`f${row}`, 'x'])))).toBe(
    'formTooLarge',
  )
  expect(refusalOf(formOf(['name', 'x'.repeat(1_000_001)]))).toBe('formTooLarge')
})

test('a file is refused, an empty file field is absent', () => {
  const form = formOf(['name', 'E35'])
  form.append('logo', new File([], ''))
  expect(fieldsOf(form)).toEqual({ name: 'E35' })
  form.append('logo', new File(['x'], 'x.svg'))
  expect(refusalOf(form)).toBe('unknownField')
})
