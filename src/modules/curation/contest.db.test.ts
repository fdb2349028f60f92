import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'
import type { Viewer } from '@/core/viewer'
import { answerContest, openContest, withdrawContest } from '@/modules/curation/contest.commands'
import { findContestsToAnswer, findOwnContests, getContest } from '@/modules/curation/contest.queries'
import { getRelation } from '@/modules/relations/relation-detail.queries'
import { db } from '@/platform/db'

let curator: Viewer
let neighbour: Viewer
let gavle: string
let relation: { id: string; slug: string }
beforeEach(async () => {
  await emptyDatabase()
  const reggio = (await givenTerritory()).id
  gavle = (await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })).id
  curator = await givenViewer('coordinator', { territoryId: reggio })
  neighbour = await givenViewer('coordinator', { territoryId: gavle })
  const [one, two] = [await givenActor({}, reggio), await givenActor({ name: 'Kommun', country: 'SE' }, gavle)]
  relation = await givenRelation({ parties: [party(one), party(two)] }, reggio)
})

const said = () => ({ relationId: relation.id, territoryId: gavle, reason: 'It ended in 2010.' })
const page = { limit: 10, after: null, locale: 'en' }
const noticesOf = (viewer: Viewer) => db.notification.findMany({ where: { userId: viewer.userId } })

test('the other end contests a relation: its page says so, without the reason, and the curator is told', async () => {
  const id = await openContest(neighbour, said(), 'en')
  const shown = await getRelation(null, relation.slug, 'en')
  expect(shown.contests).toMatchObject([{ territory: { name: 'Gävle' } }])
  expect(JSON.stringify(shown)).not.toContain('2010')
  expect((await findContestsToAnswer(curator, page)).rows).toMatchObject([{ id, reason: 'It ended in 2010.' }])
  expect(await noticesOf(curator)).toMatchObject([{ kind: 'contestOpened', recordId: relation.id }])
  await expect(openContest(neighbour, said(), 'en')).rejects.toMatchObject({ messageKey: 'contestOpen' })
})

test('answered, it leaves the page; the territory reads why, once only', async () => {
  const id = await openContest(neighbour, said(), 'en')
  const both = [0, 1].map(() => answerContest(curator, { id, answer: 'reject', words: 'We met in May.' }, 'en'))
  const outcomes = await Promise.allSettled(both)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await getRelation(null, relation.slug, 'en')).contests).toEqual([])
  expect(await getContest(neighbour, id, 'en')).toMatchObject({ state: 'rejected', answer: 'We met in May.' })
  expect(await noticesOf(neighbour)).toMatchObject([{ kind: 'contestRejected' }])
  expect((await findOwnContests(neighbour, page)).total).toBe(1)
})

test('upheld, the relation may leave the register at once', async () => {
  const id = await openContest(neighbour, said(), 'en')
  await answerContest(curator, { id, answer: 'archive', words: 'You are right.' }, 'en')
  await expect(getRelation(null, relation.slug, 'en')).rejects.toMatchObject({ code: 'gone' })
  expect(await getContest(neighbour, id, 'en')).toMatchObject({ state: 'upheld', relation: { status: 'archived' } })
})

test('withdrawn by who opened it, never by the curator', async () => {
  const id = await openContest(neighbour, said(), 'en')
  await expect(withdrawContest(curator, id, 'en')).rejects.toMatchObject({ code: 'forbidden' })
  await withdrawContest(neighbour, id, 'en')
  await expect(answerContest(curator, { id, answer: 'reject', words: 'x' }, 'en')).rejects.toMatchObject({
    messageKey: 'contestClosed',
  })
  expect((await findContestsToAnswer(curator, page)).total).toBe(0)
})

test('nobody contests what they curate, nor a relation at whose ends they do not stand', async () => {
  const own = { ...said(), territoryId: curator.territoryIds[0] ?? '' }
  await expect(openContest(curator, own, 'en')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(openContest(curator, said(), 'en')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(openContest(null, said(), 'en')).rejects.toMatchObject({ code: 'unauthenticated' })
  const far = (await givenTerritory({ slug: 'valencia', name: 'Valencia', country: 'ES' })).id
  const stranger = await givenViewer('coordinator', { territoryId: far })
  await expect(openContest(stranger, { ...said(), territoryId: far }, 'en')).rejects.toMatchObject({
    code: 'forbidden',
  })
  const id = await openContest(neighbour, said(), 'en')
  await expect(getContest(stranger, id, 'en')).rejects.toMatchObject({ code: 'not-found' })
})
