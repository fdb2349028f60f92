import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldProblems } from './field-problems'
import { line } from './text'

const schema = z.strictObject({
  name: line(5),
  kind: z.enum(['a', 'b']),
  rows: z.array(z.strictObject({ role: z.string() })).max(2),
})

const problems = (input: unknown) => {
  const { error } = schema.safeParse(input)
  return error === undefined ? [] : fieldProblems(error)
}

test('problems name their field by path and carry message keys with values', () => {
  expect(problems({ name: 'too long', kind: 'c', rows: [{ role: 'x', admin: true }] })).toEqual([
    { field: 'name', message: 'tooLong', values: { max: 5 } },
    { field: 'kind', message: 'choose' },
    { field: 'rows.0.admin', message: 'unknownField' },
  ])
})

test('what is absent is required, what is of another shape is refused, and no sentence of the library shows', () => {
  expect(
    problems({ kind: 'a', rows: [{}, { role: [] }], role: 'admin' }).map(({ field, message }) => [field, message]),
  ).toEqual([
    ['name', 'required'],
    ['rows.0.role', 'required'],
    ['rows.1.role', 'generic'],
    ['role', 'unknownField'],
  ])
})

test('too many rows are told with their limit', () => {
  expect(problems({ name: 'x', kind: 'a', rows: [{}, {}, {}] })).toContainEqual({
    field: 'rows',
    message: 'tooMany',
    values: { max: 2 },
  })
})
