import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { systemViewer } from '@/core/viewer'
import { app } from '@/doors/app'
import { furtherBlocks } from '@/doors/practice-further'
import { recordDecision } from '@/modules/groups/record.commands'
import { decisionFormSchema } from '@/modules/groups/meeting.schema'
import { getPractice } from '@/modules/practices/practice-detail.queries'
import { opinionFormSchema } from '@/modules/rounds/outcome.schema'
import { publishResult, writeOpinion } from '@/modules/rounds/result.commands'
import { db } from '@/platform/db'
import { plainWords } from '@/platform/message-words'
import { answerAll, type Asked, givenAsked, givenJudged, outcomeFor } from '@tests/builders/judged'
import { text } from '@tests/builders/practice'
import { givenMeetingNow } from '@tests/builders/review'
import { givenTerritory } from '@tests/builders/territory'
import { emptyDatabase } from '@tests/database'
import { readPdf, unzipped } from '@tests/unpacked'

let asked: Asked
let slug: string
beforeEach(async () => {
  await emptyDatabase()
  asked = await givenAsked()
  slug = (await db.practice.findUniqueOrThrow({ where: { id: asked.practiceId } })).slug
})

const bytesOf = async (path: string) =>
  new Uint8Array(await (await app.request(`http://x/export/${path}`)).arrayBuffer())
const wordsOf = (bytes: Uint8Array) =>
  [...(unzipped(bytes).get('word/document.xml') ?? '').matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, words]) =>
    words?.replaceAll('&apos;', "'"),
  )
const wordOf = async (lang = 'en') => wordsOf(await bytesOf(`practice/${slug}.docx?lang=${lang}`))

/** Judged with a decision that everybody reads and an expert opinion. */
async function givenPublishedResult() {
  const { coordinator, group, practiceId, roundId } = asked
  await givenJudged(asked)
  await answerAll(asked)
  const meetingId = newId()
  await givenMeetingNow(group.id, meetingId)
  const at = { roundId, practiceId }
  const seen = async () => ({ ...at, version: (await outcomeFor(asked, coordinator)).version })
  const said = {
    language: 'it',
    decidedOn: '2026-11-27',
    text: 'Da pubblicare.',
    present: [asked.reviewers[0]?.userId],
  }
  const about = { judged: `${roundId}.${practiceId}`, verdict: 'publish' }
  await recordDecision(coordinator, decisionFormSchema.parse({ id: meetingId, ...said, ...about }))
  const opinion = { language: 'it', text: 'Parere del gruppo.' }
  await writeOpinion(coordinator, opinionFormSchema.parse({ ...(await seen()), ...opinion }))
  await publishResult(coordinator, { ...(await seen()), decisionShown: true })
}

const givenTransfer = async (name: string, more: object = {}) => {
  const { id: territoryId } = await givenTerritory({ slug: name.toLowerCase(), name })
  await db.practiceTransfer.create({
    data: { id: newId(), practiceId: asked.practiceId, territoryId, state: 'interested', ...more },
  })
}

test('nobody judged it, nobody took it up: both papers say so', async () => {
  const words = await wordOf()
  expect(words).toContain('Not yet reviewed by a stakeholder group.')
  expect(words).toContain('No other territory has taken it up yet.')
  const { words: printed } = readPdf(await bytesOf(`practice/${slug}.pdf?lang=it`))
  const t = await plainWords('rounds', 'it')
  expect(printed).toContain(t('result.public.none'))
})

test('a published result stands in both papers with its round, its spread, its class and what was decided, without names', async () => {
  await givenPublishedResult()
  const words = await wordOf()
  const from = words.indexOf('Judged by a stakeholder group')
  expect(from).toBeGreaterThan(words.indexOf('What it rests on'))
  const told = words.slice(from)
  const after = (label: string) => told[told.indexOf(label) + 1]
  expect(after('Class')).toBe('Good')
  expect(after('Points')).toBe('Median 20 of 25 points, between 14 and 21, from 3 reviews')
  expect(after('Evidence of success')).toBe('4, between 2 and 4')
  expect(told).toContain('What the group decided on 27 November 2026 · Publish')
  expect(told).toContain('Da pubblicare.')
  expect(words[words.indexOf('Expert opinion') + 1]).toBe('Parere del gruppo.')
  expect(words.join(' ')).not.toMatch(/A reviewer|Non si dice quanto costa|Demonstration/)
  const { words: printed } = readPdf(await bytesOf(`practice/${slug}.pdf?lang=en`))
  for (const said of ['Median 20 of 25 points, between 14 and 21', 'Da pubblicare.', 'Parere del gruppo.'])
    expect(printed.replace(/\s+/g, ' ')).toContain(said)
})

test('invented marks and adoptions are called so in the papers', async () => {
  await givenPublishedResult()
  await db.reviewRound.update({ where: { id: asked.roundId }, data: { demo: true } })
  await givenTransfer('Gorenjska', { demo: true })
  const words = (await wordOf()).join('|')
  expect(words).toContain("Demonstration: invented marks, nobody's judgement.")
  expect(words).toContain('Gorenjska|Interested · Demonstration data, not confirmed by the partner.')
})

test('who took it up stands in both papers: where, how far, since when, and what it became', async () => {
  await givenTransfer('Iasi', {
    state: 'adopted',
    reasons: text('Serve qui.'),
    since: '2025-03',
    became: text('Un ufficio unico.'),
  })
  const hall = {
    workshopTitle: text('Laboratorio'),
    workshopOn: new Date('2026-05-17'),
    workshopPlace: 'Sala comunale',
  }
  await givenTransfer('Gorenjska', { state: 'workshop', ...hall })
  const words = await wordOf('en')
  const told = words.slice(words.indexOf('Who adopted it'))
  expect(told[1]).toBe('1 territory adopted it, 1 more is on the way or decided against it.')
  expect(told.slice(2, 5)).toEqual(['Iasi', 'Adopted · Since Mar 2025', 'Un ufficio unico.'])
  expect(told.slice(5, 7)).toEqual(['Gorenjska', 'Transfer workshop · Transfer workshop 17 May 2026, Sala comunale'])
  const { words: printed } = readPdf(await bytesOf(`practice/${slug}.pdf?lang=sv`))
  expect(printed).toContain('Iasi')
  expect(printed).toContain('Un ufficio unico.')
})

test('the document of all practices tells the same of each', async () => {
  await givenPublishedResult()
  await givenTransfer('Iasi', { state: 'adopted', reasons: text('Serve qui.'), since: '2025' })
  const words = wordsOf(await bytesOf('practices.docx?lang=en'))
  expect(words).toContain('Median 20 of 25 points, between 14 and 21, from 3 reviews')
  expect(words).toContain('Adopted · Since 2025')
})

test('before it is public its paper tells nothing of judgements and adoptions', async () => {
  await givenPublishedResult()
  await givenTransfer('Iasi', { state: 'adopted', reasons: text('Serve qui.'), since: '2025' })
  await db.practice.update({ where: { id: asked.practiceId }, data: { visibility: 'partners' } })
  const practice = await getPractice(systemViewer, asked.practiceId, 'en')
  expect(await furtherBlocks(practice, 'en')).toEqual([])
})
