import { expect, test } from 'vitest'
import { AppError } from '@/core/app-error'
import { found } from './found'

const read = async (slug: string) => {
  if (slug === 'new' || slug === 'own') return slug
  throw slug === 'archived' ? new AppError('gone', 'gone') : new AppError('not-found', 'notFound')
}
const moves: Record<string, string> = { old: 'new', secret: 'hidden' }
const ask = (slug: string) => found(slug, read, async (asked) => moves[asked] ?? null)

test('an old address leads to the present one', async () => {
  expect(await ask('own')).toEqual({ item: 'own' })
  expect(await ask('old')).toEqual({ movedTo: 'new' })
})

test('an old address of what the viewer may not see is as unknown as any other', async () => {
  expect(await ask('secret')).toEqual(await ask('never-was'))
})

test('an archived record says so, and a fault is not hidden', async () => {
  expect(await ask('archived')).toEqual({ problem: 'gone' })
  const broken = async (): Promise<string> => Promise.reject(new Error('down'))
  await expect(found('x', broken, async () => null)).rejects.toThrow('down')
})
