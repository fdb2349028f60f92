import { beforeAll, expect, test } from 'vitest'
import { isAppError } from '@/core/app-error'
import { newId } from '@/core/id'
import { locales } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { findAudit } from '@/modules/administration/audit.queries'
import { copyInvitationLink, sendMailAgain } from '@/modules/administration/outbox.commands'
import { countMails, findMails, getMail } from '@/modules/administration/outbox.queries'
import { saveSettings } from '@/modules/administration/settings.commands'
import { getSettingsForm } from '@/modules/administration/settings.queries'
import { settingsSchema } from '@/modules/administration/settings.schema'
import { readNotices, sendDigests } from '@/modules/desk/notice.commands'
import { findNotices } from '@/modules/desk/notice.queries'
import { retireCode, saveCode } from '@/modules/taxonomy/code-entry.commands'
import { newCodeSchema } from '@/modules/taxonomy/code-entry.schema'
import { keepArea } from '@/modules/territories/territory-area-form.commands'
import { territoryAreaFormSchema } from '@/modules/territories/territory-area-form.schema'
import { keepTerritory } from '@/modules/territories/territory-facts-form.commands'
import { getTerritoryFactsForm } from '@/modules/territories/territory-facts-form.queries'
import { territoryFactsFormSchema } from '@/modules/territories/territory-facts-form.schema'
import { db } from '@/platform/db'
import { setStage, type Stage } from './cast'
import { type Role, roles } from './matrix'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})

async function mailIn(state: 'queued' | 'failed', template = 'accounts.invitation'): Promise<string> {
  const id = newId()
  const link = { purpose: 'accounts.invitation', subject: {}, path: '/invitation', minutes: 60 }
  const parameters = { inviter: 'Ada', role: 'editor', place: 'Ownland', untilOn: '2030-01-01' }
  await db.outboxMail.create({
    data: { id, state, template, recipient: `${id}@example.eu`, locale: 'it', parameters, link },
  })
  return id
}

async function keep(viewer: Viewer | null, place: 'own' | 'other') {
  const { id, version } = await db.territory.findUniqueOrThrow({ where: { id: stage.territoryOf[place] ?? '' } })
  const name = { original: 'it', texts: { it: { value: 'Terra' } } }
  const said = { id, version: String(version), name, timeZone: 'Europe/Rome', languages: ['it'] }
  return keepTerritory(viewer, territoryFactsFormSchema.parse(said), 'it')
}

const inTheOcean = '{"type":"Polygon","coordinates":[[[-30,0],[-29,0],[-29,1],[-30,1],[-30,0]]]}'
async function redraw(viewer: Viewer | null) {
  const { id, version, level, country } = await db.territory.findUniqueOrThrow({
    where: { id: stage.territoryOf.own ?? '' },
  })
  return keepArea(
    viewer,
    territoryAreaFormSchema.parse({ id, version: String(version), level, country, boundary: inTheOcean }),
  )
}

const label = Object.fromEntries(locales.map((locale) => [locale, 'Circular']))
const code = newCodeSchema.parse({ list: 'tag', code: 'circular', label })
const page = { after: null, limit: 5, locale: 'it' } as const
const signedIn: readonly Role[] = ['reviewer', 'editor', 'coordinator', 'admin']

/** Each deed and question, and who may. */
const rows: readonly [string, readonly Role[], (viewer: Viewer | null) => Promise<unknown>][] = [
  ['count the mails', ['admin'], countMails],
  ['list the mails', ['admin'], (viewer) => findMails(viewer, { state: null, after: null, limit: 5 })],
  ['read a mail', ['admin'], async (viewer) => getMail(viewer, await mailIn('queued'))],
  ['send a failed mail again', ['admin'], async (viewer) => sendMailAgain(viewer, await mailIn('failed'))],
  ['copy the link of an invitation', ['admin'], async (viewer) => copyInvitationLink(viewer, await mailIn('queued'))],
  [
    'copy the link of a reset',
    [],
    async (viewer) => copyInvitationLink(viewer, await mailIn('queued', 'accounts.reset')),
  ],
  ['read the log', signedIn, (viewer) => findAudit(viewer, {}, page)],
  ['read the settings', ['admin'], getSettingsForm],
  ['change the settings', ['admin'], (viewer) => saveSettings(viewer, settingsSchema.parse({}))],
  ['add to a list', ['admin'], (viewer) => saveCode(viewer, code)],
  ['retire a code', ['admin'], (viewer) => retireCode(viewer, { list: 'theme', code: 'water', isRetired: 'no' })],
  ['change the own territory', ['coordinator', 'admin'], (viewer) => keep(viewer, 'own')],
  ['change another territory', ['admin'], (viewer) => keep(viewer, 'other')],
  [
    'open the form of the own territory',
    ['coordinator', 'admin'],
    (viewer) => getTerritoryFactsForm(viewer, { slug: 'ownland' }, 'it'),
  ],
  [
    'open the form of another territory',
    ['admin'],
    (viewer) => getTerritoryFactsForm(viewer, { slug: 'otherland' }, 'it'),
  ],
  ['redraw the own territory', ['admin'], redraw],
  ['read the own news', signedIn, (viewer) => findNotices(viewer, { ...page, isUnread: true })],
  ['mark the own news as read', signedIn, (viewer) => readNotices(viewer)],
  ['send the digests', ['admin'], (viewer) => sendDigests(viewer, new AbortController().signal)],
]

test.each(rows.flatMap(([deed, may, act]) => roles.map((role) => ({ deed, role, allowed: may.includes(role), act }))))(
  '$deed as $role: $allowed',
  async ({ role, allowed, act }) => {
    const viewer = stage.viewers[role]
    const outcome = await act(viewer).then(
      () => 'done',
      (error: unknown) => (isAppError(error) ? error.code : error),
    )
    expect(outcome).toBe(allowed ? 'done' : viewer === null ? 'unauthenticated' : 'forbidden')
  },
)

test('a coordinator reads of others only what they did in the own territory', async () => {
  const [own, other] = [stage.territoryOf.own, stage.territoryOf.other]
  const userId = stage.viewers.admin?.userId ?? null
  for (const territoryId of [own, other, null])
    await db.auditEntry.create({ data: { action: 'erase', userId, territoryId, fields: [] } })
  const seen = async (role: Role) =>
    (await findAudit(stage.viewers[role], { action: 'erase' }, page)).rows.map(({ territoryId }) => territoryId)
  expect(await seen('coordinator')).toEqual([own])
  expect(await seen('editor')).toEqual([])
  expect(await seen('reviewer')).toEqual([])
  expect(await seen('admin')).toEqual([null, other, own])
})
