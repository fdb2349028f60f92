import { beforeEach, expect, test, vi } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { givenRelation, party } from '@tests/builders/relation'
import { emptyDatabase } from '@tests/database'
import { findActors } from '@/modules/actors/actor.queries'

// What memory says: nothing, who they are, or that they are many.
const memory = vi.hoisted((): { said: { ids: string[] | null } | null } => ({ said: null }))
vi.mock('@/modules/census/actor-count.queries', async (original) => ({
  ...(await original()),
  actorIdsInMemory: () => Promise.resolve(memory.said),
}))

beforeEach(emptyDatabase)

test('a list by relations is the same whether few or many have them, page by page', async () => {
  const actors = []
  for (const name of ['Ada', 'Bea', 'Cia', 'Dea', 'Eva']) actors.push(await givenActor({ name }))
  const [ada, bea, cia, dea, eva] = actors
  if (!ada || !bea || !cia || !dea || !eva) throw new Error('five actors')
  await givenRelation({ type: 'joint_degree', parties: [party(ada), party(cia)] })
  await givenRelation({ type: 'joint_degree', parties: [party(cia), party(eva)] })
  await givenRelation({ type: 'twinning', parties: [party(bea), party(dea)] })
  const pages = async () => {
    const first = await findActors({ type: ['joint_degree'] }, { limit: 2, locale: 'en' })
    if (first.next === null) throw new Error('one page only')
    const after = [first.rows.at(-1)?.name.value.toLowerCase() ?? '', first.rows.at(-1)?.id ?? '']
    const second = await findActors({ type: ['joint_degree'], after }, { limit: 2, locale: 'en' })
    return [...first.rows, ...second.rows].map(({ name }) => name.value)
  }
  for (const said of [null, { ids: [ada, cia, eva].map(({ id }) => id) }, { ids: null }]) {
    memory.said = said
    expect(await pages(), JSON.stringify(said)).toEqual(['Ada', 'Cia', 'Eva'])
  }
})
