import { beforeEach, expect, test } from 'vitest'
import { anActor, givenActor } from '@tests/builders/actor'
import { givenRelation, party } from '@tests/builders/relation'
import { asOwner, emptyDatabase } from '@tests/database'
import { systemViewer } from '@/core/viewer'
import { archiveActor, saveActors } from '@/modules/actors/actor.commands'
import { questionOf } from '@/modules/search/question.schema'
import { recordKinds } from '@/modules/search/record-face.queries'
import { rankRecords } from '@/modules/search/record-search.queries'
import { search } from '@/modules/search/search.queries'
import type { FoundKind } from '@/modules/search/search.schema'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)

/** Names found of one kind, in their order. */
async function names(q: string, kind: FoundKind = 'actor'): Promise<string[]> {
  const { groups } = await search(q, { locale: 'en', limit: 10 })
  return groups.find((group) => group.kind === kind)?.results.map(({ name }) => name) ?? []
}

// A word that was brought in while another save took it out may stand there twice.
const words = async () =>
  (await db.searchWord.findMany({ distinct: 'word', orderBy: { word: 'asc' } })).map(({ word }) => word)

test('renamed, archived, restored, hidden and erased: the next question knows, and so does the dictionary', async () => {
  const saved = await givenActor({ name: 'Vecchia Filanda', city: 'Carpineti' })
  const other = await givenActor({ name: 'Filanda Nuova' })
  const relation = await givenRelation({ parties: [party(saved), party(other)] })
  expect(await names('vecchai')).toEqual(['Vecchia Filanda'])
  expect(await words()).toEqual(['carpineti', 'filanda', 'nuova', 'vecchia'])
  const renamed = anActor({ name: 'Opificio', city: 'Carpineti' })
  const [after] = await saveActors(systemViewer, [{ id: saved.id, version: 1, actor: renamed }])
  expect(await names('vecchia')).toEqual([])
  expect(await names('opificoi')).toEqual(['Opificio'])
  expect(await names('opificio nuova', 'relation')).toHaveLength(1)
  // The title of an untitled relation was made of the names of its day.
  expect(await words()).toEqual(['carpineti', 'filanda', 'nuova', 'opificio', 'vecchia'])
  const hidden = await saveActors(systemViewer, [
    { id: saved.id, version: after?.version ?? 0, actor: { ...renamed, visibility: 'territory' } },
  ])
  expect(await names('opificio')).toEqual([])
  expect(await names('nuova', 'relation')).toEqual([])
  expect(await words()).toEqual(['filanda', 'nuova'])
  expect(hidden[0]?.version).toBe(3)
  await asOwner('DELETE FROM relation WHERE id = $1', [relation.id])
  await asOwner('DELETE FROM actor WHERE id = $1', [other.id])
  expect(await words()).toEqual([])
  expect(await db.searchWord.count()).toBe(0)
  expect(await asOwner('SELECT FROM search_entry')).toEqual([])
})

test('an erased word leaves the index with the text it stood in', async () => {
  const reggio = await givenActor({ name: 'Comune' })
  await givenRelation({
    title: { original: 'it', texts: { it: { value: 'Patto firmato da Sempronio Gracco' } } },
    parties: [party(reggio), { country: 'DE', placeName: 'Ulm', role: 'partner' }],
  })
  expect(await words()).toContain('sempronio')
  await db.$executeRaw`SELECT erase_words(ARRAY['Sempronio Gracco', 'sempronio gracco'], NULL, NULL)`
  expect(await names('sempronio', 'relation')).toEqual([])
  expect(await words()).toEqual(['comune', 'firmato', 'patto'])
})

test('the index after many changes is what a rebuild makes', async () => {
  const actors = []
  for (const name of ['Alfa Uno', 'Beta Due', 'Gamma Tre', 'Delta Quattro'])
    actors.push(await givenActor({ name, city: 'Modena' }))
  const [alfa, beta, gamma, delta] = actors
  if (!alfa || !beta || !gamma || !delta) throw new Error('nothing was saved')
  await givenRelation({ parties: [party(alfa), party(beta)] })
  await givenRelation({ parties: [party(gamma), party(beta), { country: 'PL', placeName: 'Łódź', role: 'partner' }] })
  await saveActors(systemViewer, [{ id: beta.id, version: 1, actor: anActor({ name: 'Beta Nuova', country: 'FR' }) }])
  await archiveActor(systemViewer, delta)
  await archiveActor(systemViewer, gamma)
  const kept = await asOwner('SELECT record_kind, record_id, weight, words::text FROM search_entry ORDER BY 1, 2')
  const said = await words()
  await asOwner(
    `SELECT refresh_search_actors(ARRAY(SELECT id FROM actor)), refresh_search_relations(ARRAY(SELECT id FROM relation))`,
  )
  expect(await asOwner('SELECT record_kind, record_id, weight, words::text FROM search_entry ORDER BY 1, 2')).toEqual(
    kept,
  )
  const dictionary = await asOwner<{ word: string }>(
    'SELECT DISTINCT w AS word FROM search_entry e, dictionary_words(e.words) w ORDER BY 1',
  )
  expect(said).toEqual(dictionary.map(({ word }) => word))
})

test('while a word is taken out others bring it in: none is lost, nobody waits', async () => {
  const uno = await givenActor({ name: 'Laboratorio Aperto' })
  await Promise.all([
    archiveActor(systemViewer, uno),
    ...Array.from({ length: 5 }, (_, at) => givenActor({ name: `Laboratorio Aperto ${String(at)}` })),
  ])
  expect(await names('laboratroio apetro')).toHaveLength(5)
  expect(await words()).toEqual(['aperto', 'laboratorio'])
})

test('every kind of record has an index of its own, and is asked before a word is forgotten', async () => {
  for (const kind of recordKinds) {
    expect(
      await asOwner('SELECT pg_get_expr(indpred, indrelid) AS of FROM pg_index WHERE indexrelid = to_regclass($1)', [
        `search_entry_${kind}_words`,
      ]),
    ).toEqual([{ of: `(record_kind = '${kind}'::record_kind)` }])
    await asOwner(
      `INSERT INTO search_entry (record_kind, record_id, weight, words)
       VALUES ('${kind}', gen_random_uuid(), 1, array_to_tsvector(ARRAY['~only${kind}']))`,
    )
    expect(await asOwner(`SELECT is_said('only${kind}') AS said, is_said('nobody') AS other`)).toEqual([
      { said: true, other: false },
    ])
    expect(await words()).toContain(`only${kind}`)
    await asOwner(`DELETE FROM search_entry WHERE record_kind = '${kind}'`)
    expect(await words()).not.toContain(`only${kind}`)
  }
})

test('what very many say is answered best first, the first time as when it is asked again', async () => {
  await asOwner(`
    INSERT INTO search_entry (record_kind, record_id, weight, words)
    SELECT 'actor', md5(n::text)::uuid, n, array_to_tsvector(
      ARRAY['!actor', 'comune', 'luogo' || n, CASE WHEN n = 7 THEN '=comune' WHEN n % 300 = 0 THEN '=comune luogo' || n ELSE '=luogo comune' END]
      || search_steps(n))
    FROM generate_series(0, 1200) n`)
  const ask = async () => {
    const found = await rankRecords(questionOf('comune'), ['actor'], 8)
    return found.get('actor')?.ranked.map(({ id, rank }) => [id, rank])
  }
  const expected = await asOwner<{ id: string; rank: number }>(
    `SELECT md5(n::text)::uuid AS id, CASE WHEN n = 7 THEN 1 WHEN n % 300 = 0 THEN 2 ELSE 3 END AS rank
     FROM generate_series(0, 1200) n ORDER BY 2, n DESC LIMIT 8`,
  )
  const first = await ask()
  expect(first).toEqual(expected.map(({ id, rank }) => [id, rank]))
  expect(await ask()).toEqual(first)
})
