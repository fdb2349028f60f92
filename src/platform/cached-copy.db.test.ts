import { beforeEach, expect, test } from 'vitest'
import { asOwner, emptyDatabase } from '@tests/database'
import { FollowedCopy } from '@/platform/cached-copy'
import { dataVersion } from '@/platform/list'

beforeEach(emptyDatabase)

type Copy = { version: string; read: number }

/** Copies of nothing but the version; `say` may break what comes next. */
async function given() {
  const say = { read: 0, reading: (): void => {}, applying: (): void => {} }
  const copy = new FollowedCopy<Copy, { version: string }>({
    readAll: async () => ({ version: await dataVersion(), read: ++say.read }),
    readChanges: async () => {
      say.reading()
      return { version: await dataVersion() }
    },
    isLong: () => false,
    apply: async (of, { version }) => {
      say.applying()
      of.version = version
    },
    isUntidy: () => false,
    prune: async () => null,
  })
  await copy.load()
  return { say, copy }
}

const changed = () => asOwner('UPDATE data_version SET version = version + 1')
const broken = () => {
  throw new Error('no connection')
}

test('a copy outlives a database that cannot be asked for a moment: it is not read anew', async () => {
  const { say, copy } = await given()
  await changed()
  say.reading = broken
  expect(await copy.current(5000), 'not as of now').toBeNull()
  say.reading = () => {}
  expect(await copy.current(5000)).toMatchObject({ version: await dataVersion(), read: 1 })
})

test('a copy that was perhaps half written is read anew', async () => {
  const { say, copy } = await given()
  await changed()
  say.applying = broken
  expect(await copy.current(5000)).toBeNull()
  say.applying = () => {}
  expect(await copy.current(5000)).toMatchObject({ version: await dataVersion(), read: 2 })
})

test('one that is there and catches up is waited for longer than one that is being read', async () => {
  const { say, copy } = await given()
  await changed()
  expect(await copy.current(0, 5000)).toMatchObject({ read: 1 })
  await changed()
  say.applying = broken
  await copy.current(5000)
  expect(await copy.current(0, 5000), 'nothing is there').toBeNull()
})
