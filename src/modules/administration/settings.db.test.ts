import { beforeEach, expect, test } from 'vitest'
import { systemViewer } from '@/core/viewer'
import { saveSettings } from '@/modules/administration/settings.commands'
import { getSettingsForm } from '@/modules/administration/settings.queries'
import { settingsSchema } from '@/modules/administration/settings.schema'
import { db } from '@/platform/db'
import { takeFrom } from '@/platform/limits'
import { getSettings } from '@/platform/settings'
import { getRetention } from '@/platform/settings-retention'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

beforeEach(emptyDatabase)

const save = (fields: Record<string, unknown>) => saveSettings(systemViewer, settingsSchema.parse(fields))
const problemsOf = (fields: Record<string, unknown>) =>
  settingsSchema.safeParse(fields).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)

test('what is saved counts at once, in pages, periods and limits, and is written down without its values', async () => {
  await save({ legalNotice: 'Comune di Reggio', retention: { mailDays: '7' }, limits: { invite: '1' } })
  expect(await getSettings()).toMatchObject({ legalNotice: 'Comune di Reggio', contact: null })
  expect(await getRetention()).toMatchObject({ mailDays: 7, personMonths: 24 })
  const invite = [{ deed: 'invite', subject: 'ada@example.eu', max: 3, minutes: 60 }]
  await takeFrom(invite)
  await expect(takeFrom(invite)).rejects.toMatchObject({ code: 'limited' })
  const [entry, ...others] = await db.auditEntry.findMany()
  expect(others).toEqual([])
  expect(entry).toMatchObject({ action: 'save-settings', fields: ['legalNotice', 'care', 'retention', 'limits'] })
})

test('the form shows what was saved; a blank goes back to the usual', async () => {
  await save({ contact: 'atlas@example.eu', care: { months: '6', automatic: 'on' } })
  expect(await getSettingsForm(systemViewer)).toMatchObject({
    contact: 'atlas@example.eu',
    care: { months: '6', automatic: 'on' },
    retention: { mailDays: '30' },
    limits: { 'sign-in-address': '30' },
  })
  await save({})
  expect(await getSettingsForm(systemViewer)).toMatchObject({ contact: '', care: { months: '12' } })
})

test('nothing changed is nothing written down', async () => {
  await save({ contact: 'atlas@example.eu' })
  await save({ contact: 'atlas@example.eu' })
  expect(await db.auditEntry.count()).toBe(1)
})

test('numbers outside their range, what is none, and what no setting has are refused by name', () => {
  expect(problemsOf({ retention: { mailDays: '0' } })).toEqual(['retention.mailDays numberRange'])
  expect(problemsOf({ retention: { personMonths: '40' } })).toEqual(['retention.personMonths usualAboveMost'])
  expect(problemsOf({ limits: { invite: '1000' } })).toEqual(['limits.invite numberRange'])
  expect(problemsOf({ limits: { invite: 'many' } })).toEqual(['limits.invite badNumber'])
  expect(problemsOf({ care: { months: '1.5' } })).toEqual(['care.months numberRange'])
  expect(problemsOf({ contact: 'javascript:alert(1)' })).toEqual(['contact badContact'])
  expect(problemsOf({ limits: { unknown: '3' } })).toHaveLength(1)
  expect(problemsOf({ isDemo: 'on' })).toHaveLength(1)
})

test('only administrators read and write them', async () => {
  const reviewer = await givenViewer('admin').then((viewer) => ({ ...viewer, isAdmin: false }))
  await expect(saveSettings(reviewer, settingsSchema.parse({}))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(getSettingsForm(null)).rejects.toMatchObject({ code: 'unauthenticated' })
})
