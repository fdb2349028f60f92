import { expect, test } from 'vitest'
import { AppError } from '@/core/app-error'
import { found } from './found'

const read = async (slug: string) => {
  if (slug === 'new' || slug === 'own') return { slug }
  if (slug === 'kept by me' || slug === 'merged, seen by me') return { slug, status: 'archived' }
  throw slug === 'archived' || slug === 'merged' ? new AppError('gone', 'gone') : new AppError('not-found', 'notFound')
}
const moves: Record<string, string> = { old: 'new', secret: 'hidden', merged: 'new', 'merged, seen by me': 'new' }
const ask = (slug: string) => found(slug, read, async (asked) => moves[asked] ?? null)

test('an old address leads to the present one', async () => {
  expect(await ask('own')).toEqual({ item: { slug: 'own' } })
  expect(await ask('old')).toEqual({ movedTo: 'new' })
})

test('an old address of what the viewer may not see is as unknown as any other', async () => {
  expect(await ask('secret')).toEqual(await ask('never-was'))
})

test('a record that became part of another leads there, also who may still read it', async () => {
  expect(await ask('merged')).toEqual({ movedTo: 'new' })
  expect(await ask('merged, seen by me')).toEqual({ movedTo: 'new' })
  expect(await ask('kept by me')).toEqual({ item: { slug: 'kept by me', status: 'archived' } })
})

test('an archived record says so, and a fault is not hidden', async () => {
  expect(await ask('archived')).toEqual({ problem: 'gone' })
  const broken = async (): Promise<object> => Promise.reject(new Error('down'))
  await expect(found('x', broken, async () => null)).rejects.toThrow('down')
})
