import { beforeEach, expect, test, vi } from 'vitest'
import { anActor, givenActor } from '@tests/builders/actor'
import { mailedLinks } from '@tests/builders/mail'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'
import { newId } from '@/core/id'
import { systemViewer } from '@/core/viewer'
import { getActor } from '@/modules/actors/actor-detail.queries'
import { archiveActor, saveActors } from '@/modules/actors/actor.commands'
import {
  confirmSuggestion,
  forgetSenders,
  openSuggestion,
  renewSuggestionLink,
  suggestCorrection,
} from '@/modules/curation/suggestion.commands'
import { acceptSuggestion, declineSuggestion } from '@/modules/curation/suggestion-decision.commands'
import { findSuggestions, getSuggestion } from '@/modules/curation/suggestion.queries'
import { suggestionForm } from '@/modules/curation/suggestion.schema'
import { askHolders } from '@/modules/curation/verification-round.commands'
import { getRelation } from '@/modules/relations/relation-detail.queries'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)

const queue = { isDecided: false, after: null, limit: 10 }
const sender = (address: string, viewer: Awaited<ReturnType<typeof givenViewer>> | null = null) => ({
  viewer,
  locale: 'it',
  visit: { address },
})

/** Blank fields are absent from a sent form. */
const filled = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))

/** A form as its page opens it, filled in as told; the stamp is as old as somebody needs to read. */
async function aForm(
  slug: string,
  said: { fields?: Record<string, string>; message?: string; email?: string; token?: string },
) {
  vi.useFakeTimers({ now: Date.now() - 10_000, toFake: ['Date'] })
  const { kind, id, version, values, stamp } = await openSuggestion(null, { kind: 'actor', idOrSlug: slug }, 'it')
  vi.useRealTimers()
  const fields = { ...values, ...said.fields }
  return suggestionForm.parse({
    kind,
    id,
    version: String(version),
    stamp,
    ...said,
    fields: filled(fields),
    seen: filled(values),
  })
}

async function givenKept() {
  const { id: territoryId } = await givenTerritory()
  const coordinator = await givenViewer('coordinator', { territoryId })
  const actor = await givenActor(
    { name: 'Officine', website: 'https://old.example', phone: '+39 0522 1234' },
    territoryId,
  )
  return { territoryId, coordinator, actor }
}

test('a visitor suggests, clicks in the mail, the coordinator takes one field, and the sender is thanked', async () => {
  const { territoryId, coordinator, actor } = await givenKept()
  const form = await aForm(actor.slug, {
    fields: { website: 'new.example', phone: '', description: 'Fa ingranaggi.' },
    message: 'Ho visto il sito nuovo.',
    email: 'anna@example.org',
  })
  expect(await suggestCorrection(form, sender('192.0.2.7'))).toMatchObject({ way: 'mailed' })
  expect((await findSuggestions(coordinator, queue)).total).toBe(0)
  const [mail] = await db.outboxMail.findMany()
  expect(JSON.stringify(mail)).not.toContain('sito nuovo')
  const [token = ''] = await mailedLinks('anna@example.org')
  await confirmSuggestion(token)
  await expect(confirmSuggestion(token)).rejects.toMatchObject({ code: 'gone' })
  expect(await db.notification.findMany()).toMatchObject([
    { userId: coordinator.userId, kind: 'suggestion', recordId: actor.id, parameters: { name: 'Officine' } },
  ])
  const { rows, total } = await findSuggestions(coordinator, queue)
  expect([total, rows[0]]).toMatchObject([1, { name: 'Officine', changed: ['description', 'website', 'phone'] }])
  const id = rows[0]?.id ?? ''
  const detail = await getSuggestion(coordinator, id)
  expect(detail).toMatchObject({
    email: 'anna@example.org',
    lines: [
      { field: 'description', present: '', after: 'Fa ingranaggi.', isMoved: false },
      { field: 'website', present: 'https://old.example', after: 'https://new.example' },
      { field: 'phone', present: '+39 0522 1234', after: '' },
    ],
  })
  await acceptSuggestion(coordinator, { id, version: 1, fields: ['website', 'description'], answer: 'Grazie, Anna.' })
  expect(await getActor(null, actor.slug, 'it')).toMatchObject({
    version: 2,
    website: 'https://new.example',
    phone: '+39 0522 1234',
    description: { original: 'it', texts: { it: { value: 'Fa ingranaggi.' } } },
  })
  expect(await db.auditEntry.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
    action: 'accept_suggestion',
    territoryId,
    fields: ['description', 'website'],
  })
  expect(await db.outboxMail.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
    template: 'curation.suggestionAccepted',
    recipient: 'anna@example.org',
    locale: 'it',
    parameters: { name: 'Officine', answered: 'yes', answer: 'Grazie, Anna.' },
  })
  const again = acceptSuggestion(coordinator, { id, version: 2, fields: ['phone'], answer: undefined })
  await expect(again).rejects.toMatchObject({ code: 'conflict', messageKey: 'decidedAlready' })
})

test('the record moved on: the coordinator is told of the field, and an old page decides nothing', async () => {
  const { coordinator, actor } = await givenKept()
  const form = await aForm(actor.slug, { fields: { website: 'new.example' } })
  await suggestCorrection(form, sender('192.0.2.7', await givenViewer('reviewer', { groupId: await givenGroup() })))
  const changed = anActor({ name: 'Officine', website: 'https://other.example' })
  await saveActors(coordinator, [{ id: actor.id, version: 1, actor: changed }])
  const id = (await findSuggestions(coordinator, queue)).rows[0]?.id ?? ''
  expect((await getSuggestion(coordinator, id)).lines).toMatchObject([
    { present: 'https://other.example', isMoved: true },
  ])
  const old = acceptSuggestion(coordinator, { id, version: 1, fields: ['website'], answer: undefined })
  await expect(old).rejects.toMatchObject({ code: 'conflict' })
  expect((await getSuggestion(coordinator, id)).state).toBe('waiting')
  await declineSuggestion(coordinator, { id, answer: 'The other address is right.' })
  expect(await db.suggestion.findUnique({ where: { id } })).toMatchObject({ state: 'declined' })
  expect(await getActor(null, actor.slug, 'en')).toMatchObject({ version: 2, website: 'https://other.example' })
})

test('only who keeps the record sees and decides; the sender’s address goes a year after the answer', async () => {
  const { territoryId, coordinator, actor } = await givenKept()
  const elsewhere = await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })
  const editor = await givenViewer('editor', { territoryId })
  const stranger = await givenViewer('coordinator', { territoryId: elsewhere.id })
  const admin = await givenViewer('admin')
  await suggestCorrection(await aForm(actor.slug, { message: 'It closed.' }), sender('192.0.2.7', editor))
  const id = (await findSuggestions(coordinator, queue)).rows[0]?.id ?? ''
  for (const viewer of [null, editor]) {
    await expect(findSuggestions(viewer, queue)).rejects.toMatchObject({
      code: viewer ? 'forbidden' : 'unauthenticated',
    })
    await expect(declineSuggestion(viewer, { id, answer: 'No.' })).rejects.toMatchObject({
      code: viewer ? 'forbidden' : 'unauthenticated',
    })
  }
  expect((await findSuggestions(stranger, queue)).rows).toEqual([])
  await expect(acceptSuggestion(stranger, { id, version: 1, fields: [], answer: undefined })).rejects.toMatchObject({
    code: 'not-found',
  })
  await acceptSuggestion(admin, { id, version: 1, fields: [], answer: undefined })
  expect(await forgetSenders(systemViewer)).toEqual({ forgotten: 0, deleted: 0 })
  await db.suggestion.updateMany({ data: { decidedAt: new Date('2020-01-01') } })
  expect(await forgetSenders(systemViewer)).toEqual({ forgotten: 1, deleted: 0 })
  expect(await db.suggestion.findUnique({ where: { id } })).toMatchObject({ email: null, message: 'It closed.' })
  await expect(forgetSenders(coordinator)).rejects.toMatchObject({ code: 'forbidden' })
})

test('what is refused: nothing said, a value no record can have, a program, and more than three an hour', async () => {
  const { actor } = await givenKept()
  const email = 'anna@example.org'
  const from = sender('192.0.2.7')
  const nothing = suggestCorrection(await aForm(actor.slug, { email }), from)
  await expect(nothing).rejects.toMatchObject({ fields: [{ field: 'message', message: 'nothingSuggested' }] })
  const wrong = await aForm(actor.slug, {
    email,
    fields: { website: 'javascript:alert(1)', founded: 'long ago', name: '' },
  })
  await expect(suggestCorrection(wrong, from)).rejects.toMatchObject({
    fields: [
      { field: 'fields.name', message: 'required' },
      { field: 'fields.founded', message: 'badDate' },
      { field: 'fields.website', message: 'badLink' },
    ],
  })
  const form = await aForm(actor.slug, { email, message: 'x' })
  const hidden = { ...form, fields: { ...form.fields, internalNotes: 'x' } }
  await expect(suggestCorrection(hidden, from)).rejects.toMatchObject({
    fields: [{ field: 'fields.internalNotes', message: 'unknownField' }],
  })
  const { stamp } = await openSuggestion(null, { kind: 'actor', idOrSlug: actor.slug }, 'it')
  await expect(suggestCorrection({ ...form, stamp }, from)).rejects.toMatchObject({ messageKey: 'tooFast' })
  await expect(suggestCorrection({ ...form, stamp: 'x.y' }, from)).rejects.toMatchObject({ messageKey: 'formUnknown' })
  await expect(suggestCorrection({ ...form, email: undefined }, from)).rejects.toMatchObject({
    fields: [{ field: 'email', message: 'required' }],
  })
  for (let count = 0; count < 3; count++) await suggestCorrection({ ...form, email: `${count}${email}` }, from)
  await expect(suggestCorrection({ ...form, email: `4${email}` }, from)).rejects.toMatchObject({ code: 'limited' })
  const strange = { ...form, version: '1', website: 'https://bots.example' }
  expect(suggestionForm.safeParse(strange).error?.issues).toMatchObject([{ message: 'formUnknown' }])
  await archiveActor(systemViewer, actor)
  await expect(suggestCorrection(form, sender('192.0.2.8'))).rejects.toMatchObject({ code: 'gone' })
})

test('the holder who was asked says what has changed, without another mail, and his link is spent', async () => {
  const { id: territoryId } = await givenTerritory()
  const coordinator = await givenViewer('coordinator', { territoryId })
  const holder = await givenActor({ name: 'Comune', email: 'mondo@comune.example' })
  const parties = [party(holder), { country: 'ZA', placeName: 'Polokwane', role: 'partner' as const }]
  const relation = await givenRelation({ parties, holderId: holder.id }, territoryId)
  await askHolders(coordinator, territoryId)
  const [token = ''] = await mailedLinks('mondo@comune.example')
  const { values, id, stamp } = await openSuggestion(null, { kind: 'relation', idOrSlug: relation.slug }, 'it')
  const fields = { ...values, state: 'dormant' }
  const form = suggestionForm.parse({
    ...{ kind: 'relation', id, version: '1', stamp, token, seen: filled(values) },
    fields: filled(fields),
  })
  expect(await suggestCorrection(form, sender('192.0.2.7'))).toMatchObject({ way: 'sent' })
  await expect(suggestCorrection(form, sender('192.0.2.7'))).rejects.toMatchObject({ code: 'gone' })
  expect(await db.verificationRequest.findFirst()).toMatchObject({ confirmed: false })
  const row = (await findSuggestions(coordinator, queue)).rows[0]
  expect(await getSuggestion(coordinator, row?.id ?? '')).toMatchObject({ email: 'mondo@comune.example' })
  await acceptSuggestion(coordinator, { id: row?.id ?? '', version: 1, fields: ['state'], answer: undefined })
  expect(await getRelation(null, relation.slug, 'it')).toMatchObject({ state: 'dormant', version: 2 })
})

test('a link that is too old is sent anew while the suggestion waits for it; forgotten suggestions are deleted', async () => {
  const { actor } = await givenKept()
  await suggestCorrection(await aForm(actor.slug, { message: 'x', email: 'anna@example.org' }), sender('192.0.2.7'))
  const [token = ''] = await mailedLinks('anna@example.org')
  await db.mailedToken.updateMany({ data: { expiresAt: new Date(0) } })
  await expect(confirmSuggestion(token)).rejects.toMatchObject({ code: 'gone' })
  await renewSuggestionLink(token)
  const [again = ''] = await mailedLinks('anna@example.org')
  await db.suggestion.updateMany({ data: { createdAt: new Date(0) } })
  expect(await forgetSenders(systemViewer)).toEqual({ forgotten: 0, deleted: 1 })
  await expect(confirmSuggestion(again)).rejects.toMatchObject({ code: 'gone' })
  await expect(renewSuggestionLink(again)).rejects.toMatchObject({ code: 'gone' })
})

async function givenGroup(): Promise<string> {
  const territory = await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })
  const id = newId()
  await db.group.create({ data: { id, slug: id, territoryId: territory.id, name: {} } })
  return id
}
