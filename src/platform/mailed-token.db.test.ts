import { expect, test } from 'vitest'
import { db } from '@/platform/db'
import { findToken, issueToken, revokeTokens, spendToken } from '@/platform/mailed-token'

const wanted = {
  purpose: 'confirm',
  subject: { record: 'one' },
  email: 'ada@example.eu',
  locale: 'it',
  minutes: 30,
}

test('a token works once, and only for what it was made for', async () => {
  const token = await issueToken(db, wanted)
  expect(await findToken(token, 'confirm')).toMatchObject({ subject: { record: 'one' }, locale: 'it', state: 'live' })
  expect(await findToken(token, 'reset')).toBeNull()
  await expect(spendToken(db, token, 'reset')).rejects.toMatchObject({ code: 'gone' })
  expect(await spendToken(db, token, 'confirm')).toMatchObject({ email: 'ada@example.eu' })
  await expect(spendToken(db, token, 'confirm')).rejects.toMatchObject({ code: 'gone', messageKey: 'linkGone' })
  expect(await findToken(token, 'confirm')).toMatchObject({ state: 'gone' })
})

test('of twenty who use a token at once, one is let through', async () => {
  const token = await issueToken(db, wanted)
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => spendToken(db, token, 'confirm')))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('what was refused later in the transaction leaves the token unused', async () => {
  const token = await issueToken(db, wanted)
  const deed = db.$transaction(async (tx) => {
    await spendToken(tx, token, 'confirm')
    throw new Error('refused')
  })
  await expect(deed).rejects.toThrow('refused')
  expect(await findToken(token, 'confirm')).toMatchObject({ state: 'live' })
})

test('a token that is too old, revoked or no token is gone', async () => {
  const old = await issueToken(db, { ...wanted, minutes: -1 })
  await expect(spendToken(db, old, 'confirm')).rejects.toMatchObject({ code: 'gone' })
  const revoked = await issueToken(db, { ...wanted, email: 'bob@example.eu' })
  await revokeTokens(db, 'confirm', 'BOB@example.eu')
  await expect(spendToken(db, revoked, 'confirm')).rejects.toMatchObject({ code: 'gone' })
  for (const token of ['', 'x', `${'a'.repeat(21)}\0`, 'a'.repeat(5000)]) {
    expect(await findToken(token, 'confirm')).toBeNull()
    await expect(spendToken(db, token, 'confirm')).rejects.toMatchObject({ code: 'gone' })
  }
})

test('the database holds no token', async () => {
  const token = await issueToken(db, wanted)
  const rows = await db.mailedToken.findMany()
  expect(JSON.stringify(rows)).not.toContain(token)
})
