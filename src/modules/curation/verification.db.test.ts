import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { givenPublishedPractice } from '@tests/builders/practice'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'
import { systemViewer } from '@/core/viewer'
import { getActor } from '@/modules/actors/actor-detail.queries'
import { archiveActor } from '@/modules/actors/actor.commands'
import { countActors } from '@/modules/actors/actor.queries'
import { openSuggestion, suggestCorrection } from '@/modules/curation/suggestion.commands'
import { suggestionForm } from '@/modules/curation/suggestion.schema'
import {
  confirmByLink,
  renewVerificationLink,
  takeBackVerifications,
  verifyActors,
  verifyRecord,
  verifyRelations,
} from '@/modules/curation/verification.commands'
import { askHolders, remindHolders } from '@/modules/curation/verification-round.commands'
import { countConfirmed, countRound, findRoundRows } from '@/modules/curation/verification.queries'
import { roundOf } from '@/modules/curation/verification.schema'
import { getPractice } from '@/modules/practices/practice-detail.queries'
import { archivePractice } from '@/modules/practices/practice.commands'
import { getRelation } from '@/modules/relations/relation-detail.queries'
import { db } from '@/platform/db'
import { issueToken } from '@/platform/mailed-token'
import { mailedLinks } from '@tests/builders/mail'

beforeEach(emptyDatabase)

test('what an editor confirms counts at once, without a new version, and the log says who', async () => {
  const { id: territoryId } = await givenTerritory()
  const editor = await givenViewer('editor', { territoryId })
  const actor = await givenActor({}, territoryId)
  expect((await countActors({ verified: 'fresh' })).total).toBe(0)
  const [verified] = await verifyActors(editor, [actor.id])
  expect((await countActors({ verified: 'fresh' })).total).toBe(1)
  const shown = await getActor(null, actor.slug, 'en')
  expect(shown).toMatchObject({ version: 1, verifiedAt: verified?.verifiedAt })
  expect(await db.revision.count()).toBe(1)
  expect(await db.auditEntry.findMany({ where: { action: 'verify' } })).toMatchObject([
    { userId: editor.userId, recordKind: 'actor', recordId: actor.id, territoryId, fields: [] },
  ])
})

test('a relation is confirmed with its own record, all of the asked ones or none', async () => {
  const [mine, other] = [await givenTerritory(), await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })]
  const editor = await givenViewer('editor', { territoryId: mine.id })
  const holder = await givenActor()
  const parties = [party(holder), { country: 'ZA', placeName: 'Polokwane', role: 'partner' as const }]
  const own = await givenRelation({ parties, holderId: holder.id }, mine.id)
  const foreign = await givenRelation({ parties }, other.id)
  await expect(verifyRelations(editor, [own.id, foreign.id])).rejects.toMatchObject({ code: 'forbidden' })
  await expect(verifyRelations(null, [own.id])).rejects.toMatchObject({ code: 'unauthenticated' })
  expect((await getRelation(null, own.slug, 'en')).verifiedAt).toBeNull()
  await verifyRelations(editor, [own.id])
  expect((await getRelation(null, own.slug, 'en')).verifiedAt).not.toBeNull()
})

test('a confirmation is taken back unless somebody renewed it; an archived record is not confirmed', async () => {
  const { id: territoryId } = await givenTerritory()
  const editor = await givenViewer('editor', { territoryId })
  const coordinator = await givenViewer('coordinator', { territoryId })
  const [one, two] = [await givenActor({}, territoryId), await givenActor({}, territoryId)]
  const verified = await verifyActors(editor, [one.id, two.id])
  await new Promise((resolve) => setTimeout(resolve, 5))
  await verifyActors(coordinator, [two.id])
  expect(await takeBackVerifications(editor, 'actor', verified)).toEqual([one.id])
  expect((await getActor(null, one.slug, 'en')).verifiedAt).toBeNull()
  await archiveActor(coordinator, one)
  await expect(verifyActors(coordinator, [one.id])).rejects.toMatchObject({ code: 'forbidden' })
})

const round = roundOf(new Date())

/** A territory with a coordinator and a relation that its holder, who has a mailbox, keeps alive. */
async function givenHolder() {
  const { id: territoryId } = await givenTerritory()
  const coordinator = await givenViewer('coordinator', { territoryId })
  const holder = await givenActor({ name: 'Comune', email: 'international@comune.example', country: 'IT' })
  const parties = [party(holder), { country: 'ZA', placeName: 'Polokwane', role: 'partner' as const }]
  const relation = await givenRelation({ parties, holderId: holder.id, started: '2004' }, territoryId)
  return { territoryId, coordinator, relation }
}

test('the holder confirms from a mail, once, without an account; the coordinator sees it, and who did not', async () => {
  const { territoryId, coordinator, relation } = await givenHolder()
  const silent = await givenActor({ name: 'Silenziosa', email: 'info@silenziosa.example' }, territoryId)
  await givenActor({ name: 'Senza casella' }, territoryId)
  expect(await askHolders(coordinator, territoryId)).toEqual({ asked: 2, withoutAddress: 1 })
  expect(await askHolders(coordinator, territoryId)).toEqual({ asked: 0, withoutAddress: 0 })
  const [mail] = await db.outboxMail.findMany({ where: { recipient: 'international@comune.example' } })
  expect(mail).toMatchObject({
    template: 'curation.stillTrueRelation',
    locale: 'it',
    parameters: { name: 'Comune – Polokwane', holder: 'Comune', type: 'Gemellaggio', started: '2004', reminder: 'no' },
  })
  const [token = ''] = await mailedLinks('international@comune.example')
  await confirmByLink(token)
  await expect(confirmByLink(token)).rejects.toMatchObject({ code: 'gone' })
  expect((await getRelation(null, relation.slug, 'en')).verifiedAt).not.toBeNull()
  const last = await db.auditEntry.findFirst({ where: { action: 'verify' } })
  expect(last).toMatchObject({ userId: null, recordId: relation.id, territoryId })
  await db.verificationRequest.updateMany({ data: { askedAt: new Date(Date.now() - 40 * 86_400_000) } })
  expect(await countRound(coordinator, { territoryId, round })).toEqual({ confirmed: 1, silent: 1, noAddress: 1 })
  const list = { territoryId, round, after: null, limit: 10 }
  expect((await findRoundRows(coordinator, { ...list, state: 'silent' })).rows).toMatchObject([
    { id: silent.id, name: 'Silenziosa', recipient: 'info@silenziosa.example', answeredAt: null },
  ])
})

test('a spent link offers a new one to the same address, and that works', async () => {
  const { territoryId, coordinator } = await givenHolder()
  await askHolders(coordinator, territoryId)
  const [token = ''] = await mailedLinks('international@comune.example')
  await confirmByLink(token)
  await renewVerificationLink(token)
  const mails = await db.outboxMail.findMany({ where: { recipient: 'international@comune.example' } })
  expect(mails).toHaveLength(2)
  const [again = ''] = await mailedLinks('international@comune.example')
  await confirmByLink(again)
  const foreign = await db.$transaction((tx) =>
    issueToken(tx, { purpose: 'reset', subject: {}, email: 'a@b.example', locale: 'en', minutes: 5 }),
  )
  await expect(confirmByLink(foreign)).rejects.toMatchObject({ code: 'gone' })
  await expect(renewVerificationLink('nonsense')).rejects.toMatchObject({ code: 'gone' })
})

test('who does not answer is reminded once; what a coordinator confirmed meanwhile is left alone', async () => {
  const { territoryId, coordinator, relation } = await givenHolder()
  await givenActor({ name: 'Silenziosa', email: 'info@silenziosa.example' }, territoryId)
  await askHolders(coordinator, territoryId)
  await verifyRelations(coordinator, [relation.id])
  expect(await remindHolders(systemViewer)).toBe(0)
  await db.verificationRequest.updateMany({ data: { askedAt: new Date(Date.now() - 20 * 86_400_000) } })
  expect(await remindHolders(systemViewer)).toBe(1)
  expect(await remindHolders(systemViewer)).toBe(0)
  const mails = await db.outboxMail.findMany({ where: { recipient: 'info@silenziosa.example' } })
  expect(mails.map(({ parameters }) => parameters)).toMatchObject([{ reminder: 'no' }, { reminder: 'yes' }])
})

test('oldest first, a mailbox gets five questions by one start, and only who curates may ask and look', async () => {
  const { id: territoryId } = await givenTerritory()
  const coordinator = await givenViewer('coordinator', { territoryId })
  for (let index = 0; index < 7; index++) {
    const { id } = await givenActor({ name: `Impresa ${index}`, email: 'one@mailbox.example' }, territoryId)
    const verifiedAt = index === 0 ? null : new Date(Date.UTC(2010 + index))
    await db.actor.update({ where: { id }, data: { verifiedAt } })
  }
  const fresh = await givenActor({ name: 'Fresca', email: 'fresh@mailbox.example' }, territoryId)
  await verifyActors(coordinator, [fresh.id])
  expect(await askHolders(coordinator, territoryId)).toEqual({ asked: 5, withoutAddress: 0 })
  const rows = await findRoundRows(coordinator, { territoryId, round, state: null, after: null, limit: 10 })
  expect(rows.rows.map(({ name }) => name).sort()).toEqual([0, 1, 2, 3, 4].map((index) => `Impresa ${index}`))
  expect(await askHolders(coordinator, territoryId)).toEqual({ asked: 2, withoutAddress: 0 })
  {
    const viewer = await givenViewer('editor', { territoryId })
    await expect(askHolders(viewer, territoryId)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(countRound(viewer, { territoryId, round })).rejects.toMatchObject({ code: 'forbidden' })
  }
  await expect(askHolders(coordinator, null)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(remindHolders(coordinator)).rejects.toMatchObject({ code: 'forbidden' })
})

/** A territory with a coordinator, and a published practice whose organisation in charge has a mailbox. */
async function givenInCharge() {
  const { id: territoryId } = await givenTerritory()
  const coordinator = await givenViewer('coordinator', { territoryId })
  const inCharge = await givenActor({ name: 'Fondazione', email: 'info@fondazione.example', country: 'IT' })
  const practice = await givenPublishedPractice({ inChargeId: inCharge.id, started: '2004' }, territoryId)
  return { territoryId, coordinator, practice }
}

test('a practice is confirmed by who keeps it, and by a mail to the organisation in charge', async () => {
  const { territoryId, coordinator, practice } = await givenInCharge()
  const other = await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })
  const editor = await givenViewer('editor', { territoryId })
  const stranger = await givenViewer('editor', { territoryId: other.id })
  await expect(verifyRecord(stranger, { kind: 'practice', id: practice.id })).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect(await countConfirmed(coordinator, territoryId)).toEqual({ all: 1, fresh: 0 })
  expect(await askHolders(coordinator, territoryId)).toEqual({ asked: 1, withoutAddress: 0 })
  const [mail] = await db.outboxMail.findMany({ where: { recipient: 'info@fondazione.example' } })
  expect(mail).toMatchObject({
    template: 'curation.stillTruePractice',
    ...{ locale: 'it', parameters: { name: 'Un tavolo per il Sudafrica', holder: 'Fondazione', reminder: 'no' } },
  })
  const [token = ''] = await mailedLinks('info@fondazione.example')
  await confirmByLink(token)
  expect(await countConfirmed(coordinator, territoryId)).toEqual({ all: 1, fresh: 1 })
  const first = (await getPractice(null, practice.slug, 'it')).verifiedAt
  expect(first).not.toBeNull()
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(await verifyRecord(editor, { kind: 'practice', id: practice.id })).toBe(practice.slug)
  const { verifiedAt, version } = await getPractice(null, practice.slug, 'it')
  expect(Number(verifiedAt)).toBeGreaterThan(Number(first))
  expect(version).toBe(1)
  await archivePractice(coordinator, practice)
  await expect(verifyRecord(coordinator, { kind: 'practice', id: practice.id })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('the organisation in charge says what has changed instead, once; the round has its words', async () => {
  const { territoryId, coordinator, practice } = await givenInCharge()
  await askHolders(coordinator, territoryId)
  const [token = ''] = await mailedLinks('info@fondazione.example')
  const { stamp, version } = await openSuggestion(null, { kind: 'practice', idOrSlug: practice.id }, 'it')
  const said = { kind: 'practice', id: practice.id, version: String(version), stamp, token, message: 'È finito.' }
  const from = { viewer: null, locale: 'it', visit: { address: '192.0.2.9' } }
  await suggestCorrection(suggestionForm.parse(said), from)
  await expect(confirmByLink(token)).rejects.toMatchObject({ code: 'gone' })
  const rows = await findRoundRows(coordinator, { territoryId, round, state: 'changed', after: null, limit: 10 })
  expect(rows.rows).toMatchObject([
    {
      ...{ kind: 'practice', slug: practice.slug, name: 'Un tavolo per il Sudafrica', holder: 'Fondazione' },
      ...{ note: 'È finito.', verifiedAt: null },
    },
  ])
  expect(await db.suggestion.findMany()).toMatchObject([{ recordKind: 'practice', state: 'waiting' }])
})
