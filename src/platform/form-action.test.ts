import { redirect } from 'next/navigation'
import { beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { AppError } from '@/core/app-error'
import { unsent } from '@/core/form-state'
import { line } from '@/core/text'
import { formAction } from './form-action'

let requestHeaders: Headers
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(requestHeaders),
  cookies: () => Promise.resolve({ get: () => undefined }),
}))
vi.mock('next-intl/server', () => ({ getLocale: () => Promise.resolve('sv') }))

const ownPage = { host: 'localhost:3000', origin: 'http://localhost:3000', 'x-client-address': '192.0.2.7' }
beforeEach(() => (requestHeaders = new Headers(ownPage)))

const work = vi.fn((input: { name: string; password?: string | undefined }) => Promise.resolve(input.name.length))
const schema = z.strictObject({ name: line(10), password: z.string().optional() })
const send = (
  entries: Record<string, string>,
  does: Parameters<typeof formAction<typeof schema, number>>[1] = work,
) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(entries)) form.append(name, value)
  return formAction(schema, does, { forget: ['password'] })(unsent, form)
}

test('what the work returns is the result; the work learns who sends the form', async () => {
  const does = vi.fn(() => Promise.resolve(1))
  expect(await send({ name: ' Ada ', password: 'secret' }, does)).toEqual({
    turn: 1,
    values: { name: ' Ada ' },
    problems: [],
    refusal: null,
    result: 1,
  })
  const visit = { address: '192.0.2.7', device: null, agent: null }
  const sender = { viewer: null, locale: 'sv', visit }
  expect(does).toHaveBeenCalledWith({ name: 'Ada', password: 'secret' }, sender)
})

test('what the schema refuses stands at its field, what was typed is kept, the password is not', async () => {
  expect(await send({ name: 'much too long a name', password: 'secret', role: 'admin' })).toMatchObject({
    values: { name: 'much too long a name', role: 'admin' },
    problems: [
      { field: 'name', message: 'tooLong', values: { max: 10 } },
      { field: 'role', message: 'unknownField' },
    ],
    refusal: null,
  })
  expect(JSON.stringify(await send({ name: '', password: 'secret' }))).not.toContain('secret')
})

test('what a rule refuses is told, with what was typed', async () => {
  const conflict = () => Promise.reject(new AppError('conflict', 'conflict', { version: 4 }))
  expect(await send({ name: 'Ada' }, conflict)).toMatchObject({
    values: { name: 'Ada' },
    refusal: { code: 'conflict', message: 'conflict', values: { version: 4 } },
  })
})

test('redirects and bugs fly on', async () => {
  await expect(send({ name: 'Ada' }, () => redirect('/en/map'))).rejects.toThrow('NEXT_REDIRECT')
  await expect(send({ name: 'Ada' }, () => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug')
})

test.each([
  ['of another site', { ...ownPage, origin: 'https://example.org' }],
  ['of another port', { ...ownPage, origin: 'http://localhost:3001' }],
  ['of another protocol', { ...ownPage, origin: 'https://localhost:3000' }],
  ['of a sandbox', { ...ownPage, origin: 'null' }],
  ['that names no origin', { host: 'localhost:3000' }],
  ['whose host is only forwarded', { ...ownPage, origin: 'https://example.org', 'x-forwarded-host': 'example.org' }],
])('a form %s does nothing', async (_, headers) => {
  requestHeaders = new Headers(headers)
  work.mockClear()
  expect(await send({ name: 'Ada' })).toMatchObject({ refusal: { code: 'forbidden', message: 'foreignOrigin' } })
  expect(work).not.toHaveBeenCalled()
})

test('names that no form has never reach the work', async () => {
  work.mockClear()
  expect(await send({ name: 'Ada', '__proto__.isAdmin': 'true' })).toMatchObject({
    problems: [{ field: '__proto__.isAdmin', message: 'unknownField' }],
  })
  expect(work).not.toHaveBeenCalled()
})

test('a state that a browser made up does no harm', async () => {
  const form = new FormData()
  form.append('name', 'Ada')
  const action = formAction(schema, work)
  for (const made of [{ turn: 'x' }, null, undefined])
    expect(await Reflect.apply(action, undefined, [made, form])).toMatchObject({ turn: 1, result: 3 })
})
