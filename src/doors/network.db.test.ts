import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { givenRelation, party } from '@tests/builders/relation'
import { emptyDatabase } from '@tests/database'
import { app } from '@/doors/app'

beforeEach(emptyDatabase)

test('the network as JSON with its tag and as a file; what means nothing is refused', async () => {
  const [a, b] = [await givenActor({ name: 'A' }), await givenActor({ name: 'B', country: 'SE' })]
  await givenRelation({ parties: [party(a), party(b)] })
  const answer = await app.request('http://x/api/network')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ nodes: { name: expect.arrayContaining(['A', 'B']) } })
  expect(answer.headers.get('etag')).not.toBeNull()
  expect((await app.request('http://x/api/network?steps=99&actor=x')).status).toBe(400)
  expect((await app.request('http://x/api/network?actor=x')).status).toBe(404)
  const file = await app.request('http://x/export/network.gexf')
  expect(await file.text()).toContain('</gexf>')
})
