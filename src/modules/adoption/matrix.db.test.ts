import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { aPractice, givenPublishedPractice, text } from '@tests/builders/practice'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { emptyDatabase } from '@tests/database'
import { csvStart } from '@/core/csv'
import { newId } from '@/core/id'
import { systemViewer } from '@/core/viewer'
import { findAdoptedByLike, findLikeTerritories } from '@/modules/adoption/likeness.queries'
import { transferColumns } from '@/modules/adoption/matrix-columns.schema'
import { getMatrix, getMatrixCounts, transferFileFacts, walkTransfers } from '@/modules/adoption/matrix.queries'
import { cellOf, matrixFacets, matrixFilterOf, placed } from '@/modules/adoption/matrix.schema'
import { matrixToSvg } from '@/modules/adoption/matrix.svg'
import { getMatrixWords } from '@/modules/adoption/matrix-words.queries'
import { sheetToCsv } from '@/modules/papers/sheet.csv'
import { savePractices } from '@/modules/practices/practice.commands'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)

const page = { limit: 25, mostColumns: 40, locale: 'it' }
const reasons = text('Serve')

/** Practices of two homes, and what three other territories made of them. */
async function givenMatrix() {
  const [a, b, c, d] = [
    await givenTerritory({ slug: 'aa', name: 'Aa' }),
    await givenTerritory({ slug: 'bb', name: 'Bb' }),
    await givenTerritory({ slug: 'cc', name: 'Cc', country: 'SE' }),
    await givenTerritory({ slug: 'dd', name: 'Dd', country: 'PL' }),
  ]
  const actor = await givenActor({ name: 'Comune' })
  const practice = async (name: string, home: string, said: object = {}) =>
    (await givenPublishedPractice({ inChargeId: actor.id, title: text(name), ...said }, home)).id
  const first = await practice('Prima', a.id, { axes: ['local_identity'] })
  const second = await practice('Seconda', b.id, { themes: ['tourism_territorial_brand'] })
  const third = await practice('Terza', a.id)
  const row = { id: '', reasons }
  await db.practiceTransfer.createMany({
    data: [
      { ...row, id: newId(), practiceId: first, territoryId: c.id, state: 'adopted', since: '2018-11-28' },
      { ...row, id: newId(), practiceId: first, territoryId: b.id, state: 'not_adopted' },
      { ...row, id: newId(), practiceId: second, territoryId: c.id, state: 'interested' },
      // Not adopted by whose it is.
      { ...row, id: newId(), practiceId: second, territoryId: b.id, state: 'adopted' },
    ],
  })
  return { a, b, c, d, first, second, third }
}

test('rows are practices with something recorded, columns whose they are and who took them up, sums exact', async () => {
  const { a, b, c, first, second } = await givenMatrix()
  const matrix = await getMatrix({}, page)
  expect(matrix).toMatchObject({ total: 2, next: null, hidden: 0, adopted: 1, others: 2 })
  expect(matrix.rows).toMatchObject([
    { id: first, home: { slug: 'aa' }, adopted: 1, others: 1 },
    { id: second, home: { slug: 'bb' }, adopted: 0, others: 1 },
  ])
  expect(matrix.columns).toMatchObject([
    { id: a.id, adopted: 0, others: 0, own: 1 },
    { id: b.id, adopted: 0, others: 1, own: 1 },
    { id: c.id, adopted: 1, others: 1, own: 0 },
  ])
  const cells = placed(matrix.cells)
  const [row, other] = matrix.rows
  if (row === undefined || other === undefined) throw new Error('rows are missing')
  expect(matrix.columns.map((column) => cellOf(cells, row, column))).toMatchObject([
    'home',
    { state: 'not_adopted' },
    { state: 'adopted', since: '2018-11-28' },
  ])
  expect(matrix.columns.map((column) => cellOf(cells, other, column))).toMatchObject([
    null,
    'home',
    { state: 'interested' },
  ])
})

test('filters narrow rows, columns and sums together; all practices and territories stand in it when asked', async () => {
  const { second } = await givenMatrix()
  const asked = async (query: string) => getMatrix(matrixFilterOf(new URLSearchParams(query)).filter, page)
  expect(await asked('axis=local_identity')).toMatchObject({ total: 1, adopted: 1, others: 1 })
  expect(await asked('theme=tourism_territorial_brand')).toMatchObject({ total: 1, rows: [{ id: second }], others: 1 })
  expect(await asked('state=not_adopted')).toMatchObject({ total: 1, adopted: 0, others: 1 })
  expect(await asked('territory=cc')).toMatchObject({ total: 2, adopted: 1, others: 1 })
  expect(await asked('territory=dd')).toMatchObject({ total: 0, rows: [], columns: [] })
  const all = await asked('rows=all')
  expect(all).toMatchObject({ total: 3, adopted: 1, others: 2 })
  expect(all.columns.map(({ slug }) => slug)).toEqual(['aa', 'bb', 'cc', 'dd'])
  expect(matrixFilterOf(new URLSearchParams('state=active&rows=few&after=x&theme=Z%20Z')).ignored).toEqual([
    ...['theme', 'state', 'rows', 'after'],
  ])
})

test.each([
  '',
  'rows=all',
  'state=adopted',
  'territory=cc',
  'territory=aa&rows=all',
  'theme=mechanics',
  'reviewed=none',
])('each answer to each filter says how many practices choosing it leaves, beside %s', async (query) => {
  await givenMatrix()
  const { filter } = matrixFilterOf(new URLSearchParams(query))
  const counts = await getMatrixCounts(filter)
  for (const facet of matrixFacets) {
    for (const [value, count] of Object.entries(counts[facet])) {
      const asked = new URLSearchParams(query)
      asked.set(facet, value)
      const matrix = await getMatrix(matrixFilterOf(asked).filter, page)
      // With all practices a state takes no row away: then those are counted of which it is recorded.
      const isRecorded = facet === 'state' && filter.rows === 'all'
      const rows = isRecorded ? new Set(matrix.cells.map(({ practiceId }) => practiceId)).size : matrix.total
      expect([facet, value, count]).toEqual([facet, value, rows])
    }
  }
})

test('the answers of the matrix are counted in the whole selection, in territories with all that lies within', async () => {
  const { a, b } = await givenMatrix()
  await db.territory.update({ where: { id: b.id }, data: { parentId: a.id } })
  expect(await getMatrixCounts({})).toEqual({
    theme: { mechanics: 1, tourism_territorial_brand: 1 },
    axis: { local_identity: 1 },
    state: { adopted: 1, not_adopted: 1, interested: 1 },
    reviewed: { none: 2 },
    territory: { aa: 2, bb: 2, cc: 2 },
  })
})

test('two hundred practices by forty territories: pages by key without gap or double, the columns with the most', async () => {
  const actor = await givenActor({ name: 'Comune' })
  const home = await givenTerritory()
  const territories = await Promise.all(
    Array.from({ length: 44 }, (_, at) => givenTerritory({ slug: `t${at}`, name: `T${String(at).padStart(2, '0')}` })),
  )
  const practices = await savePractices(
    systemViewer,
    Array.from({ length: 200 }, (_, at) => ({
      territoryId: home.id,
      status: 'published' as const,
      practice: aPractice({ inChargeId: actor.id, title: text(`P ${String(at).padStart(3, '0')}`) }),
    })),
  )
  const adopted = { state: 'adopted' as const, reasons }
  await db.practiceTransfer.createMany({
    data: practices.flatMap(({ id: practiceId }, at) =>
      territories
        .filter((_, index) => (at + index) % 3 === 0 || index === 43)
        .map(({ id: territoryId }) => ({ id: newId(), practiceId, territoryId, ...adopted })),
    ),
  })
  const seen: string[] = []
  let after: string | null = null
  let turns = 0
  do {
    const query: URLSearchParams = new URLSearchParams(after === null ? {} : { after })
    const matrix = await getMatrix(matrixFilterOf(query).filter, page)
    expect(matrix).toMatchObject({ total: 200, hidden: 5 })
    expect(matrix.columns).toHaveLength(40)
    expect(matrix.columns.at(-1)?.name).toBe('T43')
    seen.push(...matrix.rows.map(({ slug }) => slug))
    after = matrix.next
    turns += 1
  } while (after !== null && turns < 20)
  expect(seen).toHaveLength(200)
  expect(new Set(seen).size).toBe(200)
  expect(turns).toBe(8)
  const walked = new Set<string>()
  for await (const { id } of walkTransfers({})) walked.add(id)
  expect(walked.size).toBe(await db.practiceTransfer.count())
})

test('the picture names practices, territories, signs, date and source, and no text is markup', async () => {
  const { b } = await givenMatrix()
  await db.territory.update({ where: { id: b.id }, data: { name: text('B & <b>') } })
  const matrix = await getMatrix({}, { ...page, limit: 1 })
  const site = { url: 'https://atlas.example.eu', licence: 'CC BY 4.0', isDemo: false }
  const words = await getMatrixWords(matrix, { state: 'adopted', territory: 'aa' }, { locale: 'it', site })
  const svg = matrixToSvg(matrix, words, [])
  expect(svg).toMatch(/^<svg [^>]*width="[\d.]+mm" height="[\d.]+mm"/)
  for (const said of [
    'Chi ha adottato',
    'Prima',
    'Cc',
    '2018',
    'B &amp; &lt;b&gt;',
    'CC BY 4.0 (atlas',
    'Adottata · Aa',
  ])
    expect(svg).toContain(said.replace('CC BY 4.0 (atlas', 'atlas.example.eu'))
  expect(svg).toContain('Sono mostrate 1 pratiche su 2')
})

test('the file holds one transfer a row, with what a spreadsheet would compute made harmless', async () => {
  const { first } = await givenMatrix()
  await db.practiceTransfer.updateMany({ where: { practiceId: first }, data: { reasons: text('=1+1') } })
  const { languages } = await transferFileFacts({})
  const columns = transferColumns({ languages, licence: 'CC0', addressOf: (path) => `https://atlas.eu${path}` })
  let file = ''
  for await (const piece of sheetToCsv({ name: 'Adoption', columns, rows: walkTransfers({}) })) file += piece
  expect(file.startsWith(csvStart)).toBe(true)
  const rows = file.trim().split('\r\n')
  expect(rows).toHaveLength(4)
  expect(rows[1]).toContain('Prima')
  expect(rows[1]).toContain("'=1+1")
  expect(rows[0]).toContain(',territory,state,since,reasons@en,reasons@it,')
  expect(rows[1]).toContain(',aa,bb,not_adopted,')
})

test('territories like one are found by what both have in common, and what they adopted is offered; else too little is known', async () => {
  const { a, b, c, first } = await givenMatrix()
  expect(await findLikeTerritories(a, 'it')).toEqual([])
  for (const [territory, country] of [
    [a, 'ZA'],
    [c, 'ZA'],
  ] as const)
    for (let at = 0; at < 5; at += 1) {
      const actor = await givenActor({ name: `Ente ${territory.slug} ${at}`, sectors: ['C28'] })
      await db.actor.update({ where: { id: actor.id }, data: { homeTerritoryId: territory.id } })
      await givenRelation({ parties: [party(actor), { country, placeName: 'X', role: 'partner' }] })
    }
  await db.$executeRaw`UPDATE data_version SET version = version + 1`
  const [like, ...others] = (await findLikeTerritories(a, 'it')) ?? []
  expect(others).toEqual([])
  // Kinds, sectors and types wholly; of the countries half: the actors of both are Italian, which for cc is abroad.
  expect(like).toMatchObject({ slug: 'cc', share: 0.875, isSameLevel: true })
  expect(like?.reasons.map(({ values }) => values.length > 0)).toEqual([true, true, true])
  expect(await findAdoptedByLike(a, like === undefined ? [] : [like], 'it')).toEqual([])
  expect(await findAdoptedByLike(b, like === undefined ? [] : [like], 'it')).toEqual([])
  await db.practiceTransfer.deleteMany({ where: { practiceId: first, territoryId: b.id } })
  await db.$executeRaw`UPDATE data_version SET version = version + 1`
  expect(await findAdoptedByLike(b, like === undefined ? [] : [like], 'it')).toMatchObject([
    { practice: { id: first } },
  ])
})
