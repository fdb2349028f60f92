import exceljs from 'exceljs'
import { parse } from 'csv-parse/sync'
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { systemViewer } from '@/core/viewer'
import { app } from '@/doors/app'
import { savePractices } from '@/modules/practices/practice.commands'
import { db } from '@/platform/db'
import { givenActor } from '@tests/builders/actor'
import { aPractice, givenPublishedPractice, text } from '@tests/builders/practice'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { emptyDatabase } from '@tests/database'

let inChargeId: string
beforeEach(async () => {
  await emptyDatabase()
  inChargeId = (await givenActor({ name: 'Comune di Reggio Emilia' })).id
})

const get = (path: string, headers: Record<string, string> = {}) => app.request(`http://x${path}`, { headers })
const rowsOf = async (path: string): Promise<Record<string, string>[]> =>
  z.array(z.record(z.string(), z.string())).parse(parse(await (await get(path)).text(), { columns: true, bom: true }))

const at = { longitude: 12.04, latitude: 44.22 }
const both = {
  original: 'it',
  texts: { it: { value: '=Un tavolo', machine: false }, el: { value: 'Ένα τραπέζι', machine: true } },
}

test('the file of practices holds every language, what is tied to them, and numbers as numbers', async () => {
  const { id: territoryId } = await givenTerritory()
  const [partner, hidden] = [await givenActor({ name: 'ZČ Žilina' }), await givenActor({ visibility: 'territory' })]
  const relation = await givenRelation({ parties: [party(partner), { country: 'ZA', role: 'partner' }] })
  const ties = { inChargeId, actors: [partner.id, hidden.id], relations: [relation.id] }
  const said = { title: both, started: '2004-05-21', ended: '2009', keywords: ['a', 'b'] }
  await db.place.create({ data: { id: 1, name: 'Forlì', ...at, country: 'IT', featureCode: 'PPLA', population: 1 } })
  await givenPublishedPractice({ ...ties, ...said, placeId: 1 }, territoryId)
  const [row] = await rowsOf('/export/practices.csv')
  expect(row).toMatchObject({
    ...{ 'title@it': "'=Un tavolo", 'title@el': 'Ένα τραπέζι', 'title@en': '', machine_made: 'title@el' },
    ...{ started: '2004-05-21', ended: '2009', keywords: 'a; b', in_charge: 'Comune di Reggio Emilia' },
    ...{ territory: 'reggio-emilia', original_language: 'it', demo: 'no' },
    actors: expect.stringMatching(/\/en\/actors\/[^;]*zilina[^;]*$/),
    relations: expect.stringMatching(/\/en\/relations\/[^;]+$/),
  })
  expect(row).toMatchObject({ place: 'Forlì', longitude: '12.04', latitude: '44.22', precision: 'city' })

  const book = new exceljs.Workbook()
  await book.xlsx.load(await (await get('/export/practices.xlsx')).arrayBuffer())
  const [sheet] = book.worksheets
  const header: string[] = []
  sheet?.getRow(1).eachCell((cell) => header.push(cell.text))
  const cell = (name: string) => sheet?.getRow(2).getCell(header.indexOf(name) + 1).value
  expect(header).toEqual(Object.keys(row ?? {}))
  expect(cell('title@it')).toBe("'=Un tavolo")
  expect([cell('started'), cell('ended')]).toEqual([new Date('2004-05-21'), 2009])
  expect(cell('longitude')).toBe(12.04)

  const graph = z.object({ '@context': z.string(), '@graph': z.array(z.looseObject({})) })
  const linked = graph.parse(await (await get('/export/practices.jsonld')).json())
  expect(linked['@graph']).toMatchObject([
    { '@type': 'Article', headline: expect.arrayContaining([{ '@language': 'el', '@value': 'Ένα τραπέζι' }]) },
  ])
})

test('filters of the list are those of the file; what means nothing is named', async () => {
  await givenPublishedPractice({ inChargeId, title: text('Forni'), country: 'IT' })
  await givenPublishedPractice({ inChargeId, title: text('Acque'), country: 'ES' })
  await givenPublishedPractice({ inChargeId, title: text('Boschi'), country: 'ES' })
  expect((await rowsOf('/export/practices.csv')).map((row) => row['title@it'])).toEqual(['Acque', 'Boschi', 'Forni'])
  expect((await rowsOf('/export/practices.csv?country=ES&sort=-name')).map((row) => row['title@it'])).toEqual([
    'Boschi',
    'Acque',
  ])
  expect(await rowsOf('/export/practices.csv?q=nothing')).toEqual([])
  for (const [asked, field] of [
    ['after=x', 'after'],
    ['zoom=3', 'zoom'],
    ['country=XX', 'country'],
    ['lang=it', 'lang'],
    ['q=a&q=b', 'q'],
  ]) {
    const answer = await get(`/export/practices.xlsx?${asked}`)
    expect({ asked, status: answer.status, body: await answer.json() }).toMatchObject({
      status: 400,
      body: { errors: [{ field }] },
    })
  }
})

test('a file has a tag that only what everybody sees can change', async () => {
  const practice = await givenPublishedPractice({ inChargeId })
  const first = await get('/export/practices.csv')
  const etag = first.headers.get('etag') ?? ''
  expect(first.headers.get('content-disposition')).toBe('attachment; filename="practices.csv"')
  expect((await get('/export/practices.csv', { 'if-none-match': etag })).status).toBe(304)
  expect((await get('/export/practices.xlsx')).headers.get('etag')).not.toBe(etag)
  await savePractices(systemViewer, [{ practice: aPractice({ inChargeId, title: text('Bozza') }) }])
  expect((await get('/export/practices.csv')).headers.get('etag')).toBe(etag)
  const changed = aPractice({ inChargeId, title: text('Un altro tavolo') })
  await savePractices(systemViewer, [{ ...practice, practice: changed }])
  expect((await get('/export/practices.csv', { 'if-none-match': etag })).status).toBe(200)
})

test('more practices than are read at once come each once, in order', async () => {
  const saves = Array.from({ length: 450 }, (_, index) => ({
    status: 'published' as const,
    territoryId: null,
    practice: aPractice({ inChargeId, title: text(`Pratica ${String(index % 225).padStart(3, '0')}`) }),
  }))
  await savePractices(systemViewer, saves)
  const rows = await rowsOf('/export/practices.csv')
  expect(new Set(rows.map(({ id }) => id)).size).toBe(450)
  expect(rows.map((row) => row['title@it'])).toEqual(rows.map((row) => row['title@it']).sort())
})
