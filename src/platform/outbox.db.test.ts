import { createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/platform/db'
import { queueMails, type Mail } from '@/platform/mail'
import { findToken } from '@/platform/mailed-token'
import { linkOf } from '@tests/letter'
import { openMailServer, portOf, type TakenLetter } from '@tests/mail-server'

// The environment is read once, so each test gets it, and the outbox, anew; the database stays the same one.
async function outboxWith(SMTP_URL: string) {
  vi.resetModules()
  process.env.SMTP_URL = SMTP_URL
  process.env.MAIL_FROM = SMTP_URL && 'Atlas <atlas@example.eu>'
  const { sendMails } = await import('@/platform/outbox')
  return (signal = new AbortController().signal) => sendMails(signal)
}

const mail: Mail = {
  template: 'test.hello',
  to: 'ada@example.eu',
  locale: 'it',
  parameters: { name: 'Ada <b>', endsOn: '2026-12-03' },
  link: { purpose: 'confirm', subject: { record: 'one' }, path: '/hello', minutes: 60 },
}

const words = {
  hello: { subject: 'Ciao {name}', body: 'Ciao {name}.\n\nFino al {endsOn}.\nDavvero.', button: 'Conferma' },
  plain: { subject: 'Nota', body: 'Nota.' },
}
vi.mock('@/i18n/messages', async (original) => {
  const { loadMessages } = await original<typeof import('@/i18n/messages')>()
  return { loadMessages: async (locale: 'it') => ({ ...(await loadMessages(locale)), 'mail-test': words }) }
})

let opened: { close: () => Promise<void> }[] = []

/** A mail server that answers as told; `taken` are the mails it accepted. */
async function mailServer(answers: { refuse?: number; reader?: number } = {}) {
  const taken: TakenLetter[] = []
  const server = await openMailServer((letter) => taken.push(letter), answers)
  opened.push(server)
  return { url: server.url, taken }
}

beforeEach(() => db.outboxMail.deleteMany())
afterEach(async () => {
  await Promise.all(opened.map((server) => server.close()))
  opened = []
})

test('a mail is sent once, in the language of its reader, with a link that works', async () => {
  const { url, taken } = await mailServer()
  const send = await outboxWith(url)
  await queueMails(db, [mail])
  await send()
  await send()
  expect(taken).toMatchObject([{ to: ['ada@example.eu'], subject: 'Ciao Ada <b>' }])
  const [letter] = taken
  if (letter === undefined) return
  expect(letter.text).toContain('Fino al 3 dicembre 2026.\nDavvero.')
  expect(letter.html).toContain('Ciao Ada &lt;b&gt;.')
  expect(letter.html).toContain('<html lang="it">')
  const [row] = await db.outboxMail.findMany()
  expect(letter.head).toContain(`Message-ID: <${row?.id}@localhost>`)
  expect(row).toMatchObject({ state: 'sent', attempts: 1, claimedUntil: null })
  const [, token = ''] = /^http:\/\/localhost:3000\/it\/hello\/([\w-]{22})$/.exec(linkOf(letter)) ?? []
  expect(await findToken(token, 'confirm')).toMatchObject({ state: 'live', email: 'ada@example.eu', locale: 'it' })
  expect(JSON.stringify(row)).not.toContain(token)
})

test('the plain part says what the other one says', async () => {
  const { url, taken } = await mailServer()
  const send = await outboxWith(url)
  await queueMails(db, [mail])
  await send()
  const { text = '', html = '' } = taken[0] ?? {}
  const words = html
    .replace(/<head>[\s\S]*<\/head>|<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
  for (const word of text.replace(/^-- $/m, '').split(/\s+/)) expect(words).toContain(word.replace(/:$/, ''))
})

test('a server that refuses for now is asked again later, and gets the mail once', async () => {
  const { url, taken } = await mailServer({ refuse: 2 })
  const send = await outboxWith(url)
  await queueMails(db, [mail])
  for (let turn = 0; turn < 4; turn++) {
    await send()
    const [row] = await db.outboxMail.findMany()
    if (turn < 2) {
      expect(row).toMatchObject({ state: 'queued', attempts: turn + 1, claimedUntil: null })
      expect(row?.lastError).toMatch(/451/)
      expect(row?.sendAfter.getTime()).toBeGreaterThan(Date.now() + 30_000)
    }
    await db.outboxMail.updateMany({ data: { sendAfter: new Date() } })
  }
  expect(taken).toHaveLength(1)
})

test('a server that takes no connection, and one whose reader does not exist', async () => {
  const nobody = await outboxWith('smtp://127.0.0.1:1')
  await queueMails(db, [mail])
  await nobody()
  expect(await db.outboxMail.findMany()).toMatchObject([{ state: 'queued', attempts: 1 }])
  await db.outboxMail.updateMany({ data: { sendAfter: new Date() } })
  const send = await outboxWith((await mailServer({ reader: 550 })).url)
  await send()
  expect(await db.outboxMail.findMany()).toMatchObject([
    { state: 'failed', attempts: 2, lastError: 'EENVELOPE 550 RCPT TO' },
  ])
})

test('after the last try a mail has failed', async () => {
  const { url, taken } = await mailServer({ refuse: 99 })
  const send = await outboxWith(url)
  await queueMails(db, [mail])
  for (let turn = 0; turn < 12; turn++) {
    await send()
    await db.outboxMail.updateMany({ data: { sendAfter: new Date() } })
  }
  expect(await db.outboxMail.findMany()).toMatchObject([{ state: 'failed', attempts: 9 }])
  expect(taken).toEqual([])
})

test(
  'a server that hangs slows no page, and gets the mail once when it is well again',
  { timeout: 60_000 },
  async () => {
    const sockets: Socket[] = []
    const hanging = createServer((socket) => sockets.push(socket))
    const stop = new AbortController()
    const send = await outboxWith(`smtp://127.0.0.1:${await portOf(hanging)}`)
    const since = Date.now()
    await queueMails(db, [mail])
    expect(Date.now() - since).toBeLessThan(3000)
    const sending = send(stop.signal)
    await vi.waitFor(() => expect(sockets).toHaveLength(1))
    // A worker told to stop does not wait for the server.
    stop.abort()
    await sending
    expect(await db.outboxMail.findMany()).toMatchObject([{ state: 'queued', attempts: 1, claimedUntil: null }])
    sockets.forEach((socket) => socket.destroy())
    hanging.close()
    await db.outboxMail.updateMany({ data: { sendAfter: new Date() } })
    const { url, taken } = await mailServer()
    const again = await outboxWith(url)
    await again()
    expect(taken).toHaveLength(1)
  },
)

test('of two workers at once each mail is sent by one', async () => {
  const { url, taken } = await mailServer()
  const [one, two] = [await outboxWith(url), await outboxWith(url)]
  await queueMails(
    db,
    Array.from({ length: 30 }, (_, index) => ({ ...mail, to: `r${index}@example.eu` })),
  )
  await Promise.all([one(), two()])
  expect(taken.map(({ to }) => to[0]).sort()).toEqual([...new Set(taken.map(({ to }) => to[0]))].sort())
  expect(taken).toHaveLength(30)
})

test('what a killed worker had claimed is sent when the claim is over', async () => {
  const { url, taken } = await mailServer()
  const send = await outboxWith(url)
  await queueMails(db, [mail])
  await db.outboxMail.updateMany({ data: { attempts: 1, claimedUntil: new Date(Date.now() + 60_000) } })
  await send()
  expect(taken).toEqual([])
  await db.outboxMail.updateMany({ data: { claimedUntil: new Date(Date.now() - 1000) } })
  await send()
  expect(taken).toHaveLength(1)
})

test.each([
  'ada@example.eu\r\nBcc: eve@example.eu',
  'ada@example.eu, eve@example.eu',
  'Ada <ada@example.eu>',
  'a@b@c.eu',
  '',
])('no second reader can be smuggled in: %j', async (to) => {
  const { url, taken } = await mailServer()
  const send = await outboxWith(url)
  await queueMails(db, [{ ...mail, to }])
  await send()
  expect(taken).toEqual([])
  expect(await db.outboxMail.findMany()).toMatchObject([{ state: 'failed', lastError: 'address' }])
})

test('a name that holds line ends begins no header', async () => {
  const { url, taken } = await mailServer()
  const send = await outboxWith(url)
  await queueMails(db, [{ ...mail, parameters: { name: 'Ada\r\nBcc: eve@example.eu\r\n\r\nx', endsOn: 0 } }])
  await send()
  expect(taken[0]?.to).toEqual(['ada@example.eu'])
  expect(taken[0]?.head).not.toMatch(/^bcc/im)
})

test('a digest names how to stop it, a relayed message whom to answer', async () => {
  const { url, taken } = await mailServer()
  const send = await outboxWith(url)
  const unsubscribe = { purpose: 'stop', subject: { user: 'one' }, path: '/api/mail/stop', minutes: 60 }
  await queueMails(db, [
    { ...mail, template: 'test.plain', link: { path: '/desk' }, unsubscribe, replyTo: 'bob@example.eu' },
  ])
  await send()
  const { head } = taken[0] ?? {}
  expect(head).toMatch(/^List-Unsubscribe: <http:\/\/localhost:3000\/api\/mail\/stop\/[\w-]{22}>$/m)
  expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m)
  expect(head).toMatch(/^Reply-To: bob@example.eu$/m)
})

test('a mail that waited longer than its link may live is not sent', async () => {
  const { url, taken } = await mailServer()
  const send = await outboxWith(url)
  await queueMails(db, [mail])
  await db.outboxMail.updateMany({ data: { createdAt: new Date(Date.now() - 25 * 3_600_000) } })
  await send()
  expect(taken).toEqual([])
  expect(await db.outboxMail.findMany()).toMatchObject([{ state: 'failed', lastError: 'tooOld' }])
})

test('without a mail server mails wait for two weeks, then they have failed', async () => {
  const send = await outboxWith('')
  await queueMails(db, [mail, { ...mail, to: 'bob@example.eu' }])
  await db.outboxMail.updateMany({
    where: { recipient: mail.to },
    data: { createdAt: new Date(Date.now() - 15 * 86_400_000) },
  })
  await send()
  expect(await db.outboxMail.findMany({ orderBy: { recipient: 'asc' } })).toMatchObject([
    { recipient: 'ada@example.eu', state: 'failed', lastError: 'tooOld', attempts: 0 },
    { recipient: 'bob@example.eu', state: 'queued', attempts: 0 },
  ])
})

test('a row that nobody understands does not keep the others', async () => {
  const { url, taken } = await mailServer()
  const send = await outboxWith(url)
  await queueMails(db, [mail])
  await db.outboxMail.updateMany({ data: { link: { purpose: 1 }, sendAfter: new Date(Date.now() - 1000) } })
  await queueMails(db, [{ ...mail, to: 'bob@example.eu' }])
  await send()
  expect(taken.map(({ to }) => to)).toEqual([['bob@example.eu']])
  expect(await db.outboxMail.findMany({ where: { state: 'failed' } })).toMatchObject([
    { recipient: mail.to, lastError: 'fault' },
  ])
})
