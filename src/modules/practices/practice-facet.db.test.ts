import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { app } from '@/doors/app'
import { findPracticeFacet } from '@/modules/practices/practice-facet.queries'
import { countPractices, findPractices } from '@/modules/practices/practice.queries'
import { type Filter, reviewedStates } from '@/modules/taxonomy/filter.schema'
import { db } from '@/platform/db'
import { givenActor } from '@tests/builders/actor'
import { givenPublishedPractice, text } from '@tests/builders/practice'
import { givenTerritory } from '@tests/builders/territory'
import { emptyDatabase } from '@tests/database'

let groupId: string
let inChargeId: string
beforeEach(async () => {
  await emptyDatabase()
  inChargeId = (await givenActor({ name: 'Comune' })).id
  const { id: territoryId } = await givenTerritory()
  groupId = newId()
  await db.group.create({ data: { id: groupId, slug: 'gruppo', territoryId, name: text('Gruppo') } })
})

const spread = { median: 4, lowest: 3, highest: 5, count: 3 }
const criteria = { evidence: spread, transferability: spread, relevance: spread, clarity: spread, resources: spread }

/** A result as a round publishes it, so many days ago. */
async function givenResult(practiceId: string, resultClass: string, { days = 1, demo = false, annulled = false } = {}) {
  const at = new Date(Date.now() - days * 86_400_000)
  const round = {
    ...{ id: newId(), groupId, title: text('Giro'), demo, opensAt: new Date(at.getTime() - 86_400_000), closesAt: at },
    ...{ closedAt: at, thresholds: { excellent: 21, good: 16, sufficient: 11 }, quorum: 3, perPractice: 3 },
    ...{ weights: { evidence: 1, transferability: 1, relevance: 1, clarity: 1, resources: 1 } },
    ...(annulled && { annulledAt: new Date(), annulReason: 'Errore' }),
  }
  await db.reviewRound.create({ data: round })
  const result = { points: { ...spread, median: 20 }, criteria, resultClass }
  await db.roundPractice.create({
    data: { roundId: round.id, practiceId, practiceVersion: 1, position: 0, result, resultPublishedAt: at },
  })
}

const practice = async (name: string) => (await givenPublishedPractice({ inChargeId, title: text(name) })).id

/** One practice of each class; the newest result counts, an annulled or an invented one does not. */
async function givenClasses() {
  const [a, b, c, d] = [await practice('A'), await practice('B'), await practice('C'), await practice('D')]
  await givenResult(a, 'sufficient', { days: 40 })
  await givenResult(a, 'excellent')
  await givenResult(b, 'good')
  await givenResult(b, 'excellent', { days: 0, annulled: true })
  await givenResult(c, 'excellent', { demo: true })
  await givenResult(d, 'on_hold')
  await practice('E')
}

const titles = async (filter: Filter) =>
  (await findPractices(filter, { limit: 10, locale: 'it' })).rows.map(({ title }) => title.value)

test('the facet counts what its answers leave: the class published last, and what nobody judged', async () => {
  await givenClasses()
  const { choices } = await findPracticeFacet({ facet: 'reviewed', filter: {}, locale: 'en' })
  expect(choices).toEqual([
    { value: 'excellent', label: 'Excellent', count: 1 },
    { value: 'good', label: 'Good', count: 1 },
    { value: 'sufficient', label: 'Sufficient', count: 0 },
    { value: 'on_hold', label: 'On hold', count: 1 },
    { value: 'none', label: 'Not yet reviewed', count: 2 },
  ])
  for (const { value, count } of choices) {
    const reviewed = reviewedStates.filter((state) => state === value)
    expect(await countPractices({ reviewed }), value).toBe(count)
  }
  expect(await titles({ reviewed: ['excellent'] })).toEqual(['A'])
  expect(await titles({ reviewed: ['none'] })).toEqual(['C', 'E'])
  expect(await titles({ reviewed: ['good', 'none'] })).toEqual(['B', 'C', 'E'])
})

test('an invented judgement counts for a practice of the demonstration alone, and says so', async () => {
  const id = await practice('Prova')
  await givenResult(id, 'good', { demo: true })
  const judged = async () => (await findPractices({}, { limit: 1, locale: 'it' })).rows[0]?.judged
  expect(await judged()).toBeNull()
  await db.practice.update({ where: { id }, data: { demo: true } })
  expect(await judged()).toEqual({ resultClass: 'good', demo: true })
  expect(await titles({ reviewed: ['good'] })).toEqual(['Prova'])
})

test('the API, the files and the door of facets take the same filter; actors and relations do not', async () => {
  await givenClasses()
  const get = (path: string) => app.request(`http://x${path}`)
  const listed = await get('/api/v1/practices?reviewed=excellent,good&fields=judged')
  expect(await listed.json()).toMatchObject({
    data: [{ judged: { resultClass: 'excellent', demo: false } }, { judged: { resultClass: 'good' } }],
    page: { total: 2 },
  })
  const csv = await (await get('/export/practices.csv?reviewed=on_hold')).text()
  const [head = '', row = ''] = csv.split('\r\n')
  expect(head).toContain(',reviewed,')
  expect(row).toContain(',on_hold,')
  expect(csv.trim().split('\r\n')).toHaveLength(2)
  expect((await get('/api/map/facets?of=practices&facet=reviewed&reviewed=good')).status).toBe(200)
  for (const path of [
    ...['/api/v1/practices?reviewed=bad', '/api/v1/actors?reviewed=good', '/api/v1/relations?reviewed=good'],
    ...['/export/practices.csv?reviewed=bad', '/api/map/facets?of=actors&facet=reviewed'],
    ...['/api/map/facets?of=actors&facet=kind&reviewed=good', '/api/map/actors?bbox=0,0,1,1&zoom=3&reviewed=good'],
  ]) {
    const answer = await get(path)
    expect(answer.status, path).toBe(400)
    expect(await answer.text(), path).toMatch(/reviewed|facet/)
  }
  const { paths } = await (await get('/api/v1/openapi.json')).json()
  const names = (kind: string) => paths[`/${kind}`].get.parameters.map(({ name }: { name: string }) => name)
  expect(names('practices')).toContain('reviewed')
  expect(names('actors')).not.toContain('reviewed')
})
