import { expect, test } from 'vitest'
import { z } from 'zod'
import { loggedError } from './logged-error'

const told = (error: unknown) => JSON.stringify({ ...loggedError(error), at: [] })

test('the words of a fault say what was wrong and quote nobody', () => {
  const parse = () => {
    try {
      return JSON.parse('Mario Rossi, {')
    } catch (error) {
      return error
    }
  }
  expect(told(parse())).toMatch(/SyntaxError.*is not valid JSON/)
  expect(told(parse())).not.toMatch(/Mario|Rossi/)
  const call =
    '\nInvalid `db.person.create()` invocation:\n\n{\n  data: {\n    name: "Mario"\n  }\n}\n\nArgument `email` is missing.'
  expect(loggedError(new Error(call)).message).toBe('Argument `email` is missing.')
})

test('a refusal of the database keeps its code and the names of ours, not the row', () => {
  const from = (originalCode: string, message: string) =>
    Object.assign(new Error(`Invalid call\n\n\nDatabase error. Message: ${message}`), {
      meta: { driverAdapterError: { cause: { originalCode, detail: 'Failing row contains (Mario)' } } },
    })
  expect(told(from('23514', '`new row violates "person_email_check"`'))).toMatch(/"code":"23514".*person_email_check/)
  expect(told(from('42703', 'column "gone" does not exist'))).toContain('gone')
  expect(told(from('22P02', 'invalid input syntax for type uuid: "mario"'))).toMatch(/22P02.*uuid: …/)
  expect(told(from('23514', 'x'))).not.toContain('Mario')
})

test('a row that is not as thought tells where, not what', () => {
  const error = z.object({ name: z.string(), at: z.array(z.number()) }).safeParse({ name: 7, at: ['Mario'] }).error
  expect(loggedError(error).message).toBe('invalid_type at name, invalid_type at at.0')
})

test('causes are told too; another service is told without its words', () => {
  expect(told(new Error('no', { cause: new TypeError("reading 'x'") }))).toMatch(
    /"cause":\{"type":"TypeError","message":"reading …"/,
  )
  const refused = Object.assign(new Error('access_denied (Mario)'), {
    error: 'access_denied',
    error_description: 'Mario',
  })
  expect(loggedError(refused).message).toBe('access_denied')
  expect(loggedError('Mario')).toEqual({ type: 'string', message: '', at: [] })
})
