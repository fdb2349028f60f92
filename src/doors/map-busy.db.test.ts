// What memory answers it answers also while the questions of pages hold every connection.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anActor, givenActors } from '@tests/builders/actor'
import { givenRelation, party } from '@tests/builders/relation'
import { emptyDatabase } from '@tests/database'
import { currentAtlas } from '@/modules/census/atlas.queries'
import { app } from '@/doors/app'
import { pool } from '@/platform/db'

let held: { release: () => void }[] = []

beforeEach(emptyDatabase)
afterEach(() => {
  for (const client of held) client.release()
  held = []
})

test('with all connections taken, what changed is caught up with and the map is answered', async () => {
  const [one, other] = await givenActors([anActor({ name: 'One' }), anActor({ name: 'Other', country: 'SE' })])
  expect(await currentAtlas(20_000)).not.toBeNull()
  if (one === undefined || other === undefined) throw new Error('nobody was saved')
  await givenRelation({ parties: [party(one), party(other)], started: '2011' })
  held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
  const answer = await app.fetch(new Request('http://localhost/api/map/years'))
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ total: 1, begun: [[2011, 1]] })
})
