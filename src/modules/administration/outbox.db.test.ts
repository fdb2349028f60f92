import { beforeEach, expect, test, vi } from 'vitest'
import { systemViewer } from '@/core/viewer'
import { copyInvitationLink, sendMailAgain } from '@/modules/administration/outbox.commands'
import { countMails, findMails, getMail } from '@/modules/administration/outbox.queries'
import { db } from '@/platform/db'
import { findToken } from '@/platform/mailed-token'
import { queueMails } from '@/platform/mail'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

beforeEach(emptyDatabase)

const link = { purpose: 'accounts.invitation', subject: { invitationId: 'one' }, path: '/invitation', minutes: 60 }
const parameters = { inviter: 'Ada', role: 'editor', place: 'Gävle', untilOn: '2030-01-01' }
const invitation = { template: 'accounts.invitation', to: 'ada@example.eu', locale: 'sv', parameters, link } as const
const reset = { template: 'accounts.reset', to: 'bob@example.eu', locale: 'en', link } as const

async function givenMail(mail: typeof invitation | typeof reset, state: 'queued' | 'failed' = 'queued') {
  await queueMails(db, [mail])
  await db.outboxMail.updateMany({ where: { recipient: mail.to }, data: { state } })
  return db.outboxMail.findFirstOrThrow({ where: { recipient: mail.to } })
}

test('an administrator reads a mail as its reader will, but for the address of its button', async () => {
  const { id } = await givenMail(reset)
  const shown = await getMail(systemViewer, id)
  expect(shown).toMatchObject({ recipient: 'bob@example.eu', state: 'queued', isInvitation: false })
  expect(shown.subject).toEqual(expect.any(String))
  expect(shown.button).toEqual(expect.any(String))
  expect(JSON.stringify(shown)).not.toContain('http')
  expect(await db.mailedToken.count()).toBe(0)
  expect(await countMails(systemViewer)).toEqual({ queued: 1, sent: 0, failed: 0 })
})

test('a mail whose words are gone is still listed', async () => {
  await queueMails(db, [{ template: 'nowhere.nothing', to: 'ada@example.eu', locale: 'xx' }])
  const { rows } = await findMails(systemViewer, { state: null, after: null, limit: 10 })
  expect(rows).toMatchObject([{ subject: null, template: 'nowhere.nothing' }])
})

test('the link of an invitation may be handed over, which is written down; that of a reset never', async () => {
  const copied = await copyInvitationLink(systemViewer, (await givenMail(invitation)).id)
  const [, token = ''] = /^http:\/\/localhost:3000\/sv\/invitation\/([\w-]{22})$/.exec(copied) ?? []
  expect(await findToken(token, 'accounts.invitation')).toMatchObject({ state: 'live', email: 'ada@example.eu' })
  expect(await db.auditEntry.findMany()).toMatchObject([
    { action: 'copy-invitation-link', userId: systemViewer.userId },
  ])
  const { id } = await givenMail(reset)
  await expect(copyInvitationLink(systemViewer, id)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await db.mailedToken.count()).toBe(1)
})

test('where mails are sent, no link is handed over', async () => {
  const { id } = await givenMail(invitation)
  vi.resetModules()
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
  process.env.MAIL_FROM = 'atlas@example.eu'
  const commands = await import('@/modules/administration/outbox.commands')
  await expect(commands.copyInvitationLink(systemViewer, id)).rejects.toMatchObject({ code: 'forbidden' })
  delete process.env.SMTP_URL
  delete process.env.MAIL_FROM
})

test('a failed mail is tried again, another one is not', async () => {
  const failed = await givenMail(reset, 'failed')
  await sendMailAgain(systemViewer, failed.id)
  expect(await db.outboxMail.findUnique({ where: { id: failed.id } })).toMatchObject({ state: 'queued', attempts: 0 })
  await expect(sendMailAgain(systemViewer, failed.id)).rejects.toMatchObject({ code: 'conflict' })
})

test('nobody else reads the outbox', async () => {
  const { id } = await givenMail(reset, 'failed')
  const coordinator = await givenViewer('coordinator', { territoryId: (await givenTerritory()).id })
  for (const viewer of [null, coordinator]) {
    const code = viewer === null ? 'unauthenticated' : 'forbidden'
    await expect(getMail(viewer, id)).rejects.toMatchObject({ code })
    await expect(countMails(viewer)).rejects.toMatchObject({ code })
    await expect(sendMailAgain(viewer, id)).rejects.toMatchObject({ code })
    await expect(copyInvitationLink(viewer, id)).rejects.toMatchObject({ code })
  }
})
