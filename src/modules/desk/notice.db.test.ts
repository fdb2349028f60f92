import { beforeEach, expect, test } from 'vitest'
import { systemViewer } from '@/core/viewer'
import { mail } from '@/doors/mail'
import { readNotices, sendDigests } from '@/modules/desk/notice.commands'
import { findNotices } from '@/modules/desk/notice.queries'
import { digestStopPurpose } from '@/modules/desk/notice.schema'
import { db } from '@/platform/db'
import { issueToken } from '@/platform/mailed-token'
import { notifyUsers } from '@/platform/notify'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

beforeEach(emptyDatabase)

const signal = new AbortController().signal
const send = () => sendDigests(systemViewer, signal)
const page = { after: null, limit: 10, locale: 'it', isUnread: true } as const
const tell = (userId: string, name: string) => notifyUsers(db, [userId], { kind: 'suggestion', parameters: { name } })
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

test('news are read by whom they were told, in their language, and by nobody else', async () => {
  const [ada, bob] = [await givenViewer('admin'), await givenViewer('admin')]
  await tell(ada.userId, 'Comune di Reggio')
  expect((await findNotices(bob, page)).rows).toEqual([])
  const { rows, total } = await findNotices(ada, page)
  expect({ total, text: rows[0]?.text }).toEqual({ total: 1, text: expect.stringContaining('Comune di Reggio') })
  await readNotices(bob, rows[0]?.id)
  expect((await findNotices(ada, page)).total).toBe(1)
  await readNotices(ada, rows[0]?.id)
  expect((await findNotices(ada, page)).total).toBe(0)
  expect((await findNotices(ada, { ...page, isUnread: false })).rows).toHaveLength(1)
  await expect(findNotices(null, page)).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('the digest comes as often as its reader chose, with what is new and not read', async () => {
  const { userId } = await givenViewer('admin')
  await db.user.update({ where: { id: userId }, data: { locale: 'pl' } })
  await tell(userId, 'Gävle')
  await tell(userId, 'Dijon')
  expect(await send()).toBe(1)
  const [digest] = await db.outboxMail.findMany()
  expect(digest).toMatchObject({ template: 'desk.digest', locale: 'pl', parameters: { count: 2, rhythm: 'daily' } })
  expect(JSON.stringify(digest?.parameters)).toMatch(/Gävle.*Dijon/)
  await tell(userId, 'Zadar')
  expect(await send()).toBe(0)
  await db.outboxMail.deleteMany()
  await db.user.update({ where: { id: userId }, data: { digestSentAt: hoursAgo(21) } })
  expect(await send()).toBe(1)
  expect(JSON.stringify(await db.outboxMail.findMany())).not.toContain('Dijon')
  await tell(userId, 'Schwerin')
  await db.user.update({ where: { id: userId }, data: { digest: 'weekly', digestSentAt: hoursAgo(100) } })
  expect(await send()).toBe(0)
})

test('who chose none, read them all, or is disabled gets no digest; two workers at once queue one', async () => {
  const [none, read, disabled, ada] = [
    await givenViewer('admin'),
    await givenViewer('admin'),
    await givenViewer('admin'),
    await givenViewer('admin'),
  ]
  for (const { userId } of [none, read, disabled, ada]) await tell(userId, 'Girona')
  await db.user.update({ where: { id: none.userId }, data: { digest: 'none' } })
  await readNotices(read)
  await db.user.update({ where: { id: disabled.userId }, data: { disabledAt: new Date() } })
  await Promise.all([send(), send()])
  expect(await db.outboxMail.findMany()).toMatchObject([{ recipient: `${ada.userId}@example.org` }])
})

test('a mail program stops the digest by one click, and may ask twice', async () => {
  const { userId } = await givenViewer('admin')
  const email = `${userId}@example.org`
  const token = await issueToken(db, {
    purpose: digestStopPurpose,
    subject: { userId },
    email,
    locale: 'it',
    minutes: 60,
  })
  expect((await mail.request(`/stop/${token}`)).headers.get('location')).toBe(`/it/digest/${token}`)
  expect(await db.user.findUnique({ where: { id: userId } })).toMatchObject({ digest: 'daily' })
  for (let turn = 0; turn < 2; turn++) {
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
    expect((await mail.request(`/stop/${token}`, { method: 'POST', body })).status).toBe(204)
  }
  expect(await db.user.findUnique({ where: { id: userId } })).toMatchObject({ digest: 'none' })
})
