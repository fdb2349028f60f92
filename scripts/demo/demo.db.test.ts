import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { systemViewer } from '@/core/viewer'
import { addFile } from '@/modules/files/file.commands'
import { newFileSchema } from '@/modules/files/file.schema'
import { getPresentActor } from '@/modules/actors/present-actor.queries'
import { saveActors } from '@/modules/actors/actor.commands'
import { findPublicResults } from '@/modules/rounds/outcome.queries'
import { db } from '@/platform/db'
import { emptyDatabase } from '@tests/database'
import { practiceKey, readPartnership } from '../../prisma/demo/partnership'
import { loadAccounts, loadMembers, loadRecords } from './load'
import { removeDemo } from './remove'
import { loadRounds } from './rounds'

const partnership = readPartnership()

// The gazetteer as far as the demonstration needs it; the countries decide what is international.
async function loadPlaces(): Promise<void> {
  const ofParties = partnership.relations.flatMap(({ relation }) =>
    relation.parties.flatMap((end) =>
      'placeId' in end ? [{ id: end.placeId, name: end.place.slice(0, -4), country: end.place.slice(-2) }] : [],
    ),
  )
  const ofActors = partnership.actors.flatMap(({ actor: { placeId, city, country } }) =>
    typeof placeId === 'number' ? [{ id: placeId, name: String(city), country: String(country) }] : [],
  )
  await db.place.createMany({
    data: [...ofParties, ...ofActors].map((place) => ({ ...place, longitude: 0, latitude: 0, featureCode: 'PPL' })),
    skipDuplicates: true,
  })
}

// Boundaries stand for the real ones: nested boxes, so that the province lies in its region.
async function loadRegions(): Promise<void> {
  const codes = partnership.territories.map(({ nutsCode }) => nutsCode)
  const box = (code: string, at: number) => {
    const [west, half] = [at * 10, code.length === 5 ? 1 : 2]
    const corners = [-half, half].flatMap((x) => (x < 0 ? [-half, half] : [half, -half]).map((y) => [west + x, y]))
    return { type: 'MultiPolygon', coordinates: [[[...corners, [west - half, -half]]]] }
  }
  await db.nutsRegion.createMany({
    data: codes.map((code, at) => ({
      ...{ code, version: '2021', level: code.length - 2, name: code, country: code.slice(0, 2) },
      boundary: box(code, at),
    })),
  })
}

beforeEach(async () => {
  await emptyDatabase()
  await loadPlaces()
  await loadRegions()
})

const counts = async () => ({
  territories: await db.territory.count(),
  actors: await db.actor.count(),
  relations: await db.relation.count(),
  practices: await db.practice.count(),
})

test('the demonstration is loaded by the save of the forms: published, marked, unconfirmed, in sight of everyone', async () => {
  const ids = await loadRecords(partnership)
  expect(await counts()).toEqual({
    territories: partnership.territories.length,
    actors: partnership.actors.length,
    relations: partnership.relations.length,
    practices: partnership.practices.length,
  })
  const marked = { status: 'published', demo: true, version: 1, verifiedAt: null } as const
  expect(await db.actor.count({ where: marked })).toBe(partnership.actors.length)
  expect(await db.relation.count({ where: marked })).toBe(partnership.relations.length)
  expect(await db.$queryRaw`SELECT count(*)::int AS count FROM public_relation`).toEqual([
    { count: partnership.relations.length },
  ])
  const shown = partnership.practices.filter(({ status }) => status === 'published').length
  expect(await db.practice.count({ where: marked })).toBe(shown)
  const reggio = await db.territory.findUniqueOrThrow({ where: { slug: 'reggio-emilia' } })
  expect(reggio.partnerOrganisationId).toBe(ids.get('comune-reggio-emilia'))
  expect(reggio.parentId).toBe(ids.get('emilia-romagna'))
})

test('demonstration accounts are refused outside the embedded database', async () => {
  const ids = await loadRecords(partnership)
  await expect(loadAccounts(partnership.accounts, ids)).rejects.toThrow('invalid')
  expect(await db.user.count({ where: { demo: true } })).toBe(0)
})

test('each group of the demonstration has invented members who stand for invented organisations', () => {
  const keys = new Set(partnership.accounts.map(({ email }) => email))
  const invented = new Set(partnership.actors.filter(({ actor }) => actor.fictitious === true).map(({ key }) => key))
  expect(partnership.groups).toHaveLength(2)
  for (const { members } of partnership.groups) {
    expect(members.length).toBeGreaterThanOrEqual(3)
    for (const { email, name, standsFor } of members)
      expect([email, keys.has(email) || name !== undefined, invented.has(standsFor)]).toEqual([email, true, true])
  }
})

test('members sit in their groups, which met, decided and judged; the demonstration takes all of it with it', async () => {
  const ids = await loadRecords(partnership)
  const accounts = partnership.accounts.filter(({ role }) => role === 'reviewer')
  // Accounts of the demonstration are made on the embedded database only: here they are anybody's, and marked.
  for (const { email, name, group } of accounts) {
    const membership = { id: newId(), role: 'reviewer' as const, groupId: ids.get(group ?? '') ?? '' }
    await db.user.create({ data: { id: newId(), email, name, demo: true, memberships: { create: membership } } })
  }
  for (const { key, members } of partnership.groups)
    for (const { email, name } of members)
      if (name !== undefined) {
        const membership = { id: newId(), role: 'reviewer' as const, groupId: ids.get(key) ?? '' }
        await db.user.create({ data: { id: newId(), email, name, demo: true, memberships: { create: membership } } })
      }
  await loadMembers(
    partnership.groups.map(({ members, ...group }) => ({
      ...group,
      members: members.map(({ name: _name, ...member }) => member),
    })),
    ids,
  )
  expect(await db.groupMeeting.count()).toBe(4)
  expect(await db.groupDecision.count()).toBe(2)
  expect(await db.groupAttendance.count({ where: { state: 'present' } })).toBe(5)
  await loadRounds(partnership.groups, ids)
  // One round is open, with nothing said yet; one is over and published one result, which says what it is.
  expect(await db.reviewRound.count({ where: { closedAt: null, demo: true } })).toBe(1)
  const judged = ids.get(practiceKey('silesian-centre')) ?? ''
  expect(await findPublicResults(judged)).toMatchObject([{ demo: true, result: { points: { count: 3 } } }])
  expect(await findPublicResults(ids.get(practiceKey('bondholders')) ?? '')).toEqual([])
  expect(await db.outboxMail.count({ where: { template: { startsWith: 'rounds.' } } })).toBe(0)
  await removeDemo()
  expect(await db.reviewRound.count()).toBe(0)
  expect(await db.group.count()).toBe(0)
  expect(await db.groupDecision.count()).toBe(0)
})

test('removing it leaves nothing when nobody touched it', async () => {
  await loadRecords(partnership)
  await removeDemo()
  expect(await counts()).toEqual({ territories: 0, actors: 0, relations: 0, practices: 0 })
  expect(await db.group.count()).toBe(0)
})

test('removing it keeps what somebody hung a file on', async () => {
  const ids = await loadRecords(partnership)
  const [group] = await db.group.findMany({ orderBy: { slug: 'asc' } })
  const practiceId = ids.get(practiceKey('silesian-centre')) ?? ''
  const actorId = ids.get('comune-reggio-emilia') ?? ''
  const bytes = new TextEncoder().encode('Una carta')
  for (const of of [
    { kind: 'group' as const, id: group?.id ?? '' },
    { kind: 'practice' as const, id: practiceId },
    { kind: 'actor' as const, id: actorId },
  ])
    await addFile(systemViewer, of, { bytes, name: 'carta.txt', said: newFileSchema.parse({}) })
  await removeDemo()
  expect((await db.group.findMany()).map(({ id }) => id)).toEqual([group?.id])
  expect(await db.practice.count({ where: { id: practiceId } })).toBe(1)
  expect(await db.actor.count({ where: { id: actorId } })).toBe(1)
})

test('removing it keeps what people worked on, and what that hangs on', async () => {
  const ids = await loadRecords(partnership)
  const id = ids.get('comune-reggio-emilia') ?? ''
  const { content } = await getPresentActor(systemViewer, id)
  const person = await db.user.create({ data: { id: newId(), email: 'person@example.org', name: 'A person' } })
  const viewer = { ...systemViewer, userId: person.id }
  await saveActors(viewer, [{ id, version: 1, actor: { ...content, address: 'Piazza Prampolini 2' } }])
  await removeDemo()
  expect((await db.actor.findMany({ select: { id: true } })).map((actor) => actor.id)).toEqual([id])
  expect(
    (await db.territory.findMany({ select: { slug: true }, orderBy: { slug: 'asc' } })).map(({ slug }) => slug),
  ).toEqual(['emilia-romagna', 'reggio-emilia'])
  expect(await db.actor.findUnique({ where: { id }, select: { relationCount: true } })).toEqual({ relationCount: 0 })
})
