import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { systemViewer } from '@/core/viewer'
import { app } from '@/doors/app'
import { addFile } from '@/modules/files/file.commands'
import { newFileSchema } from '@/modules/files/file.schema'
import { archivePractice, savePractices } from '@/modules/practices/practice.commands'
import { programmeFields } from '@/modules/practices/programme-form.schema'
import { db } from '@/platform/db'
import { plainWords } from '@/platform/message-words'
import { sealSession } from '@/platform/session-cookie'
import { givenActor } from '@tests/builders/actor'
import { aPicture } from '@tests/builders/picture'
import { aPractice, givenPublishedPractice, text } from '@tests/builders/practice'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'
import { readPdf, unzipped } from '@tests/unpacked'

let inChargeId: string
beforeEach(async () => {
  await emptyDatabase()
  inChargeId = (await givenActor({ name: 'Comune di Reggio Emilia' })).id
})

const get = (path: string, headers: Record<string, string> = {}) => app.request(`http://x${path}`, { headers })
const bytesOf = async (path: string) => new Uint8Array(await (await get(path)).arrayBuffer())
const wordsOf = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, words]) => words)

const summary = 'Çà et là: č ž ș ł ö, Chișinău e Gävle'

async function whole() {
  const partner = await givenActor({ name: 'Łódź Kaliska' })
  const relation = await givenRelation({ parties: [party(partner), { country: 'ZA', role: 'partner' }] })
  const texts = { summary: text(summary), detail: text('Primo capoverso.\n\nSecondo capoverso.') }
  const more = {
    links: [{ url: 'https://example.eu/doc', title: 'Il piano' }],
    actors: [partner.id],
    started: '1977-05',
  }
  const practice = await givenPublishedPractice({ inChargeId, ...texts, ...more, relations: [relation.id] })
  const said = newFileSchema.parse({ title: 'Foto', alt: 'Un tavolo con dieci persone', altLanguage: 'it' })
  const file = { bytes: new Uint8Array(await aPicture()), name: 'foto.jpg', said }
  await addFile(systemViewer, { kind: 'practice', id: practice.id }, file)
  return practice
}

test('the Word document has every field of the programme in order, counters, heads, languages and alternative texts', async () => {
  const { slug } = await whole()
  const answer = await get(`/export/practice/${slug}.docx?lang=en`)
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${slug}.docx"`)
  const parts = unzipped(new Uint8Array(await answer.arrayBuffer()))
  const body = parts.get('word/document.xml') ?? ''
  const words = wordsOf(body)
  const t = await plainWords('practices', 'en')
  const places = programmeFields.filter((field) => field !== 'title').map((field) => words.indexOf(t(`programme.field.${field}`))) // prettier-ignore
  expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true)
  expect(words.slice(0, 2)).toEqual(['Un tavolo per il Sudafrica', '26 / 100'])
  const after = (label: string, count: number) =>
    words.slice(words.indexOf(label) + 1, words.indexOf(label) + 1 + count)
  expect(after('Short summary', 2)).toEqual([summary, `${[...summary].length} / 160`])
  expect(after('Detailed information', 3)).toEqual(['Primo capoverso.', 'Secondo capoverso.', '36 / 1500'])
  expect(after('Resources needed', 2)).toEqual(['Not known', '0 / 300'])
  expect(after('Further information', 1)).toEqual(['Il piano'])
  expect(words).toContain('Łódź Kaliska')
  // A country without a place is called by its name, a month by its words.
  expect(words).toContain('Łódź Kaliska – South Africa')
  expect(words).toContain('May 1977')
  expect(body).toContain('<w:pStyle w:val="Heading1"/>')
  expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)?.length).toBeGreaterThan(9)
  expect(body.match(/<w:tblHeader\/>/g)?.length).toBe(body.match(/<w:tbl>/g)?.length)
  expect(body).toContain('<w:lang w:val="it"/>')
  expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="en"/>')
  expect(body).toMatch(/<wp:docPr [^>]*descr="Un tavolo con dieci persone"/)
  expect(parts.get('docProps/core.xml')).toContain('<dc:title>Un tavolo per il Sudafrica</dc:title>')
  expect([...parts.keys()].some((name) => /^word\/media\/.*\.jpg$/.test(name))).toBe(true)
})

test('the PDF is tagged, tells its languages and pictures, and its words can be copied', async () => {
  const { slug } = await whole()
  const { objects, words } = readPdf(await bytesOf(`/export/practice/${slug}.pdf?lang=sv`))
  const all = [...objects.values()]
  const catalog = all.find((text) => text.includes('/Type /Catalog')) ?? ''
  expect(catalog).toContain('/StructTreeRoot')
  expect(catalog).toContain('/Lang (sv)')
  expect(all.some((text) => text.includes('/DisplayDocTitle true'))).toBe(true)
  expect(catalog).toContain('/Outlines')
  expect(catalog).toMatch(/\/MarkInfo/)
  const tags = all.flatMap((text) => /\/S \/(\w+)/.exec(text)?.[1] ?? [])
  for (const tag of ['Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'Link', 'Figure']) expect(tags).toContain(tag) // prettier-ignore
  expect(all.some((text) => text.includes('/Alt (Un tavolo con dieci persone)'))).toBe(true)
  expect(all.some((text) => text.includes('/S /P') && text.includes('/Lang (it)'))).toBe(true)
  expect(all.filter((text) => text.includes('/FontFile2'))).toHaveLength(2)
  expect(words.replace(/\s+/g, ' ')).toContain(summary)
  expect(words).not.toContain('�')
  expect(words.indexOf('Kort sammanfattning')).toBeGreaterThan(words.indexOf('Un tavolo per il Sudafrica'))
  expect(words).toContain(`${[...summary].length} / 160`)
})

test('letters the site does not have are written in Latin ones, and told as they are', async () => {
  const greek = { original: 'el', texts: { el: { value: 'Ένα τραπέζι', machine: false } } }
  const { slug } = await givenPublishedPractice({ inChargeId, title: greek })
  const { objects, words } = readPdf(await bytesOf(`/export/practice/${slug}.pdf`))
  expect(words).toContain('Ena trapezi')
  const utf16 = Buffer.from(`\uFEFFΈνα τραπέζι`, 'utf16le').swap16().toString('latin1')
  expect([...objects.values()].some((text) => text.includes('/ActualText') && text.includes(utf16.slice(0, 8)))).toBe(
    true,
  )
})

test('what is not public has no paper but for its readers, who are told that it is a draft', async () => {
  const { id: territoryId } = await givenTerritory()
  const [saved] = await savePractices(systemViewer, [{ territoryId, practice: aPractice({ inChargeId }) }])
  if (saved === undefined) throw new Error('nothing was saved')
  for (const ending of ['docx', 'pdf']) {
    expect((await get(`/export/practice/${saved.slug}.${ending}`)).status).toBe(404)
    expect((await get(`/api/practices/${saved.id}/document.${ending}`)).status).toBe(404)
  }
  const { userId } = await givenViewer('editor', { territoryId })
  const sessionId = newId()
  const expiresAt = new Date(Date.now() + 3_600_000)
  await db.session.create({ data: { id: sessionId, userId, sessionVersion: 1, expiresAt } })
  const cookie = `__Host-atlas.session=${await sealSession(sessionId)}`
  const answer = await get(`/api/practices/${saved.id}/document.docx`, { cookie })
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  const parts = unzipped(new Uint8Array(await answer.arrayBuffer()))
  expect(parts.get('word/document.xml')).toContain('Draft: not handed in')
})

test('an archived one is gone, a moved one is sent on, parameters that mean nothing are named, a known one is not sent', async () => {
  const practice = await whole()
  const first = await get(`/export/practice/${practice.slug}.pdf`)
  const etag = first.headers.get('etag') ?? ''
  expect((await get(`/export/practice/${practice.slug}.pdf`, { 'if-none-match': etag })).status).toBe(304)
  expect((await get(`/export/practice/${practice.slug}.docx`, { 'if-none-match': etag })).status).toBe(200)
  for (const asked of ['lang=xx', 'lang=it&lang=en', 'colour=red'])
    expect((await get(`/export/practice/${practice.slug}.pdf?${asked}`)).status).toBe(400)
  await archivePractice(systemViewer, practice)
  expect((await get(`/export/practice/${practice.slug}.pdf`)).status).toBe(410)
  expect((await get('/export/practice/nothing-at-all.docx')).status).toBe(404)
})

test('all practices of a list in one document, in its order; each with a heading of its own', async () => {
  for (const name of ['Forni', 'Acque', 'Boschi']) await givenPublishedPractice({ inChargeId, title: text(name) })
  const body = unzipped(await bytesOf('/export/practices.docx?lang=it&sort=-name')).get('word/document.xml') ?? ''
  expect(wordsOf(body)[0]).toContain('3 buone pratiche su 3')
  const heads = [...body.matchAll(/<w:pStyle w:val="Heading1"\/>.*?<w:t[^>]*>([^<]*)</g)].map(([, words]) => words)
  expect(heads).toEqual(['Forni', 'Boschi', 'Acque'])
  expect((await get('/export/practices.docx?after=x')).status).toBe(400)
  expect((await get('/export/practices.docx?lang=xx')).status).toBe(400)
})
