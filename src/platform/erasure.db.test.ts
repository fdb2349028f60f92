import { beforeEach, expect, test } from 'vitest'
import { anActor, givenActor } from '@tests/builders/actor'
import { emptyDatabase } from '@tests/database'
import { inOriginal } from '@/core/localized'
import { systemViewer } from '@/core/viewer'
import { saveActors } from '@/modules/actors/actor.commands'
import { db } from '@/platform/db'
import { eraseTraces, rememberErased } from '@/platform/erasure'
import { findTraces } from '@/platform/traces'

beforeEach(emptyDatabase)

const ada = { emails: ['ada.zolc@example.eu'], names: ['Ada Żółć-Ferrari'], local: ['+39 0522 999888'] }
const said = 'Ask Ada Żółć-Ferrari (ada.zolc@example.eu, +39 0522 999888); not Ada Żółć-Ferraris.'

test('an address goes everywhere, a name and a number where they can only mean one person', async () => {
  const own = await givenActor({ description: inOriginal('en', said), email: 'Ada.Zolc@example.eu' })
  const other = await givenActor({ name: 'Altra', description: inOriginal('en', said) })
  await db.$transaction((tx) => eraseTraces(tx, { ...ada, records: [own.id] }))
  const [here, there] = await Promise.all([
    db.actor.findUniqueOrThrow({ where: { id: own.id } }),
    db.actor.findUniqueOrThrow({ where: { id: other.id } }),
  ])
  expect(here.description).toMatchObject({
    texts: { en: { value: 'Ask […] ([…], […]); not Ada Żółć-Ferraris.' } },
  })
  expect(here.email).toBeNull()
  expect(there.description).toMatchObject({
    texts: { en: { value: 'Ask Ada Żółć-Ferrari ([…], +39 0522 999888); not Ada Żółć-Ferraris.' } },
  })
  const revision = await db.revision.findFirstOrThrow({ where: { recordId: own.id } })
  expect(JSON.stringify(revision)).not.toMatch(/Żółć-Ferrari |zolc|999888/)
  expect(revision.after).not.toHaveProperty('email')
  // What is left is told to a human, with the record it stands in.
  const left = await db.$transaction((tx) => findTraces(tx, ada.names))
  expect(left.map(({ table, recordId }) => `${table} ${recordId === other.id}`).sort()).toEqual([
    'actor true',
    'revision true',
  ])
})

test('an address that was erased comes back by no save, and is refused at its field', async () => {
  await db.$transaction((tx) => rememberErased(tx, [{ kind: 'email', value: 'ada.zolc@example.eu' }]))
  const save = (actor: Parameters<typeof anActor>[0]) => saveActors(systemViewer, [{ actor: anActor(actor) }])
  const refused = (field: string) => ({ code: 'invalid', fields: [{ field, message: 'erasedPerson' }] })
  await expect(save({ email: 'ADA.zolc@example.eu' })).rejects.toMatchObject(refused('email'))
  await expect(save({ description: inOriginal('en', said) })).rejects.toMatchObject(refused('description'))
  await expect(save({ email: 'bo@example.eu' })).resolves.toHaveLength(1)
})
