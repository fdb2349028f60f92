import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { givenPublishedPractice, text } from '@tests/builders/practice'
import { emptyDatabase } from '@tests/database'
import { systemViewer } from '@/core/viewer'
import { archivePractice } from '@/modules/practices/practice.commands'
import { findSimilarPractices } from '@/modules/practices/similar-practice.queries'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)

/** Titles of what is like a practice, likest first, and why. */
async function likeThis(id: string, locale = 'it') {
  return (await findSimilarPractices(id, locale)).map(({ practice, shared }) => ({ id: practice.id, ...shared }))
}

test('says which practices are like it and why', async () => {
  const actor = await givenActor({ name: 'Comune', kind: 'public_authority' })
  const own = { inChargeId: actor.id, themes: ['mechanics', 'water'], sectors: ['C28'], keywords: ['Fiera'] }
  const one = await givenPublishedPractice({ ...own, title: text('Missione nel Sudáfrica') })
  const like = await givenPublishedPractice({
    ...own,
    ...{ title: text('Un viaggio in Sudafrica'), themes: ['water'], keywords: ['fiera'] },
  })
  await givenPublishedPractice({ inChargeId: actor.id, title: text('Altro'), themes: ['digital'] })
  expect(await likeThis(one.id)).toEqual([
    { id: like.id, themes: ['water'], sectors: ['C28'], kind: 'public_authority', words: ['fiera', 'Sudafrica'] },
  ])
})

test('words alone find a practice of another theme, in any of its languages and in keywords; small words do not', async () => {
  const [actor, other] = [
    await givenActor({ name: 'Comune', kind: 'public_authority' }),
    await givenActor({ name: 'Fabbrica', kind: 'enterprise' }),
  ]
  const bare = { sectors: [], keywords: [] }
  const title = {
    original: 'it',
    texts: { it: { value: 'Cooperative attraverso i confini' }, en: { value: 'Cooperatives through borders' } },
  }
  const one = await givenPublishedPractice({ ...bare, themes: ['water'], inChargeId: actor.id, title })
  const named = await givenPublishedPractice({
    ...bare,
    ...{ themes: ['digital'], inChargeId: other.id, title: text('Le cooperative del mare') },
  })
  const keyed = await givenPublishedPractice({
    ...bare,
    ...{ themes: ['mechanics'], inChargeId: other.id, title: text('Altro'), keywords: ['housing cooperatives'] },
  })
  await givenPublishedPractice({
    ...bare,
    ...{ themes: ['agri_food'], inChargeId: other.id, title: text('Attraverso le Alpi') },
  })
  const found = await likeThis(one.id)
  expect(found).toHaveLength(2)
  expect(found).toEqual(
    expect.arrayContaining([
      { id: named.id, themes: [], sectors: [], kind: null, words: ['cooperative'] },
      { id: keyed.id, themes: [], sectors: [], kind: null, words: ['cooperatives'] },
    ]),
  )
})

test('what shares more comes first, and among equals what shares the rarer', async () => {
  const actor = await givenActor({ name: 'Comune' })
  const given = (themes: string[], keywords: string[] = []) =>
    givenPublishedPractice({ inChargeId: actor.id, themes, keywords, sectors: [], title: text('Altro') })
  const one = await givenPublishedPractice({
    ...{ inChargeId: actor.id, title: text('Uno'), sectors: [] },
    ...{ themes: ['water', 'digital', 'mechanics'], keywords: ['fiera'] },
  })
  const rare = await given(['water'])
  const [newest] = [await given(['digital']), await given(['digital']), await given(['digital'])].reverse()
  const two = await given(['digital'], ['fiera'])
  expect((await likeThis(one.id)).map(({ id }) => id).slice(0, 3)).toEqual([two.id, rare.id, newest?.id])
})

test('what is hidden or changed is like it no more', async () => {
  const actor = await givenActor({ name: 'Comune' })
  const own = { inChargeId: actor.id, themes: ['water'], sectors: [], keywords: ['fiera'] }
  const one = await givenPublishedPractice(own)
  const like = await givenPublishedPractice({ ...own, title: text('Un viaggio in Sudafrica') })
  expect(await likeThis(one.id)).toMatchObject([{ id: like.id }])
  await archivePractice(systemViewer, like)
  expect(await likeThis(one.id)).toEqual([])
  expect(await db.practiceTrait.count({ where: { practiceId: like.id } })).toBe(0)
})
