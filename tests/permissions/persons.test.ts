import { beforeAll, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { givenPerson } from '@tests/builders/person'
import { isAppError } from '@/core/app-error'
import { newId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { removePerson, savePerson } from '@/modules/persons/person.commands'
import { findPersons } from '@/modules/persons/person.queries'
import { newPersonSchema } from '@/modules/persons/person.schema'
import { exportContacts } from '@/modules/privacy/contact-export.commands'
import { answerRequest, eraseForRequest, objectForRequest } from '@/modules/privacy/data-request.commands'
import { getDataRequest } from '@/modules/privacy/data-request.queries'
import { planRetention, runRetention } from '@/modules/privacy/retention.commands'
import { eraseUser } from '@/modules/privacy/user-erasure.commands'
import { db } from '@/platform/db'
import { setStage, type Stage } from './cast'
import { places, type Place, roles, type Role } from './matrix'

// Persons and what is asked about them (5-permissions: fields, export with contact persons, data-subject requests).

let stage: Stage
const actorIn: Partial<Record<Place, string>> = {}
beforeAll(async () => {
  stage = await setStage()
  for (const place of places)
    actorIn[place] = (await givenActor({ name: `Attore ${place}` }, stage.territoryOf[place])).id
})

const aPerson = () =>
  newPersonSchema.parse({
    ...{ name: `Ada ${newId()}`, legalBasis: 'consent', source: 'card', locale: 'it', retainUntil: '2027-06-01' },
  })

async function aRequest(place: Place) {
  const id = newId()
  const sender = { name: 'Zoe', email: `${id}@example.eu`, locale: 'it', message: 'Erase me' }
  const territoryId = stage.territoryOf[place]
  await db.dataRequest.create({
    data: { id, kind: 'erasure', territoryId, ...sender, state: 'open', dueOn: new Date() },
  })
  return id
}

async function aUser() {
  const id = newId()
  await db.user.create({ data: { id, email: `${id}@example.eu`, name: 'Cy' } })
  return id
}

const editors = { own: 'editor coordinator admin', other: 'admin', commons: 'admin' }
const coordinators = { own: 'coordinator admin', other: 'admin', commons: 'admin' }
const everywhere = (who: string) => ({ own: who, other: who, commons: who })

const deeds: {
  deed: string
  may: Record<Place, string>
  act: (viewer: Viewer | null, place: Place) => Promise<unknown>
}[] = [
  { deed: 'read persons', may: editors, act: (viewer, place) => findPersons(viewer, actorIn[place] ?? '') },
  {
    deed: 'enter a person',
    may: editors,
    act: (viewer, place) => savePerson(viewer, { actorId: actorIn[place] ?? '', person: aPerson() }),
  },
  {
    deed: 'remove a person',
    may: editors,
    act: async (viewer, place) => {
      const actorId = actorIn[place] ?? ''
      const { id } = await givenPerson(actorId, { name: `Bo ${newId()}` })
      return removePerson(viewer, { actorId, id, version: 1 })
    },
  },
  {
    deed: 'export persons of a territory',
    may: { ...coordinators, commons: 'coordinator admin' },
    act: async (viewer, place) => {
      await db.limitCounter.deleteMany()
      return exportContacts(viewer, stage.territoryOf[place] ?? undefined)
    },
  },
  {
    deed: 'read a request',
    may: coordinators,
    act: async (viewer, place) => getDataRequest(viewer, await aRequest(place), 'it'),
  },
  {
    deed: 'answer a request',
    may: coordinators,
    act: async (viewer, place) => answerRequest(viewer, { id: await aRequest(place), outcome: 'done', answer: 'Done' }),
  },
  {
    deed: 'hide by a request',
    may: coordinators,
    act: async (viewer, place) => objectForRequest(viewer, await aRequest(place)),
  },
  {
    deed: 'erase by a request',
    may: coordinators,
    act: async (viewer, place) => eraseForRequest(viewer, await aRequest(place)),
  },
  { deed: 'erase an account', may: everywhere('admin'), act: async (viewer) => eraseUser(viewer, await aUser()) },
  { deed: 'count what is past its time', may: everywhere('admin'), act: (viewer) => planRetention(viewer) },
  { deed: 'take away what is past its time', may: everywhere('admin'), act: (viewer) => runRetention(viewer) },
]

const cells = deeds.flatMap(({ deed, may }) =>
  roles.flatMap((role: Role) =>
    places.map((place) => ({ deed, role, place, allowed: may[place].split(' ').includes(role) })),
  ),
)

test.each(cells)('$deed by $role in $place: $allowed', async ({ deed, role, place, allowed }) => {
  const act = deeds.find((one) => one.deed === deed)?.act
  const outcome = await act?.(stage.viewers[role], place).then(
    () => 'done',
    (error: unknown) => (isAppError(error) ? error.code : error),
  )
  if (allowed) expect(outcome).toBe('done')
  else expect(['not-found', 'forbidden', 'unauthenticated']).toContain(outcome)
})

test('what a coordinator exports of all is the own territory only', async () => {
  await db.limitCounter.deleteMany()
  await givenPerson(actorIn.own ?? '', { name: 'Own Person' })
  await givenPerson(actorIn.other ?? '', { name: 'Other Person' })
  const names = (await exportContacts(stage.viewers.coordinator, undefined)).map(({ name }) => name)
  expect(names).toContain('Own Person')
  expect(names).not.toContain('Other Person')
})
