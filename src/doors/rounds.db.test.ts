import exceljs from 'exceljs'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { app } from '@/doors/app'
import { decisionFormSchema } from '@/modules/groups/meeting.schema'
import { recordDecision } from '@/modules/groups/record.commands'
import { db } from '@/platform/db'
import { plainWords } from '@/platform/message-words'
import { sealSession } from '@/platform/session-cookie'
import { answerAll, type Asked, givenAsked, givenJudged, reviewAt } from '@tests/builders/judged'
import { givenMeetingNow, givenReview } from '@tests/builders/review'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'
import { readPdf } from '@tests/unpacked'

const reviewerName = 'Zzreviewer Zzname'
let asked: Asked

beforeEach(async () => {
  await emptyDatabase()
  asked = await givenAsked()
  await db.user.update({ where: { id: asked.reviewers[2]?.userId ?? '' }, data: { name: reviewerName } })
})

async function get(path: string, viewer: Viewer | null | undefined) {
  if (!viewer) return app.request(`http://x${path}`)
  const sessionId = newId()
  const expiresAt = new Date(Date.now() + 3_600_000)
  const { userId } = viewer
  // Whoever decides for others enters with a second factor.
  await db.user.update({ where: { id: userId }, data: { totpConfirmedAt: new Date() } })
  await db.session.create({ data: { id: sessionId, userId, sessionVersion: 1, expiresAt } })
  return app.request(`http://x${path}`, { headers: { cookie: `__Host-atlas.session=${await sealSession(sessionId)}` } })
}

const address = (ending: string, lang = 'en') => `/api/rounds/${asked.roundId}/results.${ending}?lang=${lang}&names=yes`

/** Each sheet of a workbook as rows of cells, by its name. */
async function bookOf(answer: Response) {
  expect(answer.status).toBe(200)
  const book = new exceljs.Workbook()
  await book.xlsx.load(await answer.arrayBuffer())
  return new Map(
    book.worksheets.map((sheet) => {
      const rows: unknown[][] = []
      sheet.eachRow((row) => rows.push(Array.isArray(row.values) ? row.values.slice(1) : []))
      return [sheet.name, rows]
    }),
  )
}

/** Rows under a header as records. */
function recordsOf(rows: unknown[][] = []) {
  const [headers = [], ...lines] = rows
  return lines.map((line) => Object.fromEntries(headers.map((header, index) => [String(header), line[index] ?? null])))
}

const wordsOf = async (answer: Response) =>
  readPdf(new Uint8Array(await answer.arrayBuffer())).words.replace(/\s+/g, ' ')

test('the workbook has results, reviews, remarks with answers and decisions; a formula stays a text', async () => {
  await givenReview(reviewAt(asked, 3), { comments: { general: '=HYPERLINK("http://x")' }, recommendation: 'decline' })
  await givenJudged(asked)
  await answerAll(asked)
  const meeting = await givenMeetingNow(asked.group.id, newId())
  const judged = `${asked.roundId}.${asked.practiceId}`
  const said = {
    id: meeting,
    language: 'it',
    decidedOn: '2026-11-27',
    text: '@Si pubblica.',
    verdict: 'publish',
    judged,
  }
  const decision = decisionFormSchema.parse({ ...said, present: [asked.reviewers[0]?.userId] })
  await recordDecision(asked.coordinator, decision)
  const answer = await get(address('xlsx'), asked.coordinator)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(answer.headers.get('content-disposition')).toContain(`-results-names.xlsx"`)
  const book = await bookOf(answer)
  expect([...book.keys()]).toEqual(['Round', 'Result', 'Reviews', 'Remarks', 'Decisions'])
  const [result] = recordsOf(book.get('Result'))
  expect(result).toMatchObject({
    ...{ Practice: 'Una porta sola', Reviews: 4, Class: 'Good' },
    ...{ 'Points of 25: Median': 20, 'Points of 25: Lowest': 14, 'Points of 25: Highest': 21 },
    ...{ 'Resources known: Median': 4, 'Resources known: Lowest': 0, 'Resources known: Zeros': 1 },
    ...{ Why: '1 review gives a zero; the group has discussed it', State: 'Not published · All answered' },
  })
  const reviews = recordsOf(book.get('Reviews'))
  expect(reviews.map((review) => review['Review no.'])).toEqual([1, 2, 3, 4])
  const zero = reviews.find(({ Reviewer }) => Reviewer === reviewerName)
  expect(zero).toMatchObject({ 'Evidence of success': 2, 'Resources known': 0, Points: 14, Recommendation: 'Publish' })
  const remarks = recordsOf(book.get('Remarks'))
  expect(remarks.filter(({ Reviewer }) => Reviewer === reviewerName)).toMatchObject([
    { On: 'Evidence of success', Mark: 2, Language: 'Italian', Answer: 'Partly accepted', Why: 'Delvis.' },
    { On: 'Resources known', Mark: 0, Remark: 'Non si dice quanto costa, e chi paga.' },
  ])
  expect(remarks.map(({ Remark }) => Remark)).toContain(`'=HYPERLINK("http://x")`)
  expect(recordsOf(book.get('Decisions'))).toEqual([
    {
      ...{ Practice: 'Una porta sola', 'Decided on': new Date('2026-11-27') },
      ...{ Recommendation: 'Publish', Decision: "'@Si pubblica." },
    },
  ])
})

test('the PDF says the same in the order of reading, tagged, in the language of its reader', async () => {
  await givenJudged(asked)
  await db.reviewRound.update({ where: { id: asked.roundId }, data: { demo: true } })
  const answer = await get(address('pdf', 'sv'), asked.coordinator)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  const { objects, words } = readPdf(new Uint8Array(await answer.arrayBuffer()))
  const all = [...objects.values()]
  const catalog = all.find((text) => text.includes('/Type /Catalog')) ?? ''
  for (const part of ['/StructTreeRoot', '/MarkInfo', '/Outlines', '/Lang (sv)']) expect(catalog).toContain(part)
  const tags = all.flatMap((text) => /\/S \/(\w+)/.exec(text)?.[1] ?? [])
  for (const tag of ['Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD']) expect(tags).toContain(tag)
  expect(all.some((text) => text.includes('/S /P') && text.includes('/Lang (it)'))).toBe(true)
  const t = await plainWords('rounds', 'sv')
  const flat = words.replace(/\s+/g, ' ')
  const order = [
    ...[t('result.demo'), t('result.quorum'), t('result.export.overview'), t('result.criteria')],
    ...[reviewerName, 'Mancano numeri sugli effetti avuti.', t('result.noAnswer'), t('result.decisions.none')],
  ]
  const places = order.map((said) => flat.indexOf(said))
  expect(places.every((place, index) => place > (places[index - 1] ?? -1))).toBe(true)
  expect(flat).toContain(t('result.public.demo'))
  expect(
    (await bookOf(await get(address('xlsx', 'sv'), asked.coordinator))).get(t('result.export.about')),
  ).toContainEqual([undefined, t('result.demo')])
})

test('names are for whoever keeps the group; members and editors read numbers', async () => {
  await givenJudged(asked)
  const editor = await givenViewer('editor', { territoryId: asked.territoryId })
  for (const viewer of [asked.reviewers[2], editor]) {
    const book = JSON.stringify([...(await bookOf(await get(address('xlsx'), viewer)))])
    expect(book).toContain('Mancano numeri')
    expect(book).not.toContain('Zz')
    const paper = await wordsOf(await get(address('pdf'), viewer))
    expect(paper).toContain('Mancano numeri')
    expect(paper).toContain('Reviewer 3')
    expect(paper).not.toContain('Zz')
  }
  for (const viewer of [asked.editorOfPractice, null])
    for (const ending of ['xlsx', 'pdf']) expect((await get(address(ending), viewer)).status).toBe(404)
})

test('without being asked for, names stand in no file: the one to pass on is the plain one', async () => {
  await givenJudged(asked)
  const plain = (ending: string) => address(ending).replace('&names=yes', '')
  const answer = await get(plain('xlsx'), asked.coordinator)
  expect(answer.headers.get('content-disposition')).toContain(`-results.xlsx"`)
  const book = JSON.stringify([...(await bookOf(answer))])
  const paper = await wordsOf(await get(plain('pdf'), asked.coordinator))
  for (const said of [book, paper]) {
    expect(said).toContain('Mancano numeri')
    expect(said).not.toContain('Zz')
  }
  expect(paper).toContain((await plainWords('rounds', 'en'))('result.withoutNames'))
  expect((await get(`${plain('pdf')}&names=all`, asked.coordinator)).status).toBe(400)
})

test('an open round is for whoever keeps it alone, one that counts for nothing too', async () => {
  await givenReview(reviewAt(asked, 2), { marks: { clarity: 1 }, comments: { clarity: 'Zzmark non si capisce' } })
  const editor = await givenViewer('editor', { territoryId: asked.territoryId })
  const refused = async () => {
    for (const viewer of [asked.reviewers[2], editor])
      for (const ending of ['xlsx', 'pdf']) {
        const answer = await get(address(ending), viewer)
        expect(answer.status).toBe(403)
        expect(await answer.text()).not.toContain('Zz')
      }
  }
  await refused()
  const t = await plainWords('rounds', 'en')
  const open = await wordsOf(await get(address('pdf'), asked.coordinator))
  expect(open).toContain('Zzmark non si capisce')
  expect(open).toContain(t('result.openLead'))
  const ended = { annulledAt: new Date(), annulReason: 'Prova' }
  await db.reviewRound.update({ where: { id: asked.roundId }, data: ended })
  await refused()
  expect(await wordsOf(await get(address('pdf'), asked.coordinator))).toContain(t('result.annulled'))
})

test('parameters that mean nothing are named, what is no round is not there, another verb is refused', async () => {
  for (const wrong of ['lang=xx', 'lang=it&lang=en', 'colour=red'])
    expect((await get(`/api/rounds/${asked.roundId}/results.pdf?${wrong}`, asked.coordinator)).status).toBe(400)
  for (const id of ['nothing', newId()])
    expect((await get(`/api/rounds/${id}/results.xlsx`, asked.coordinator)).status).toBe(404)
  expect((await app.request(`http://x${address('pdf')}`, { method: 'POST' })).status).toBe(405)
})
