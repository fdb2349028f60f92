import { beforeEach, expect, test } from 'vitest'
import { systemViewer } from '@/core/viewer'
import { savePractices } from '@/modules/practices/practice.commands'
import { findCandidatePractices } from '@/modules/rounds/candidate.queries'
import { mostCandidates } from '@/modules/rounds/candidate.schema'
import { type Asked, givenAsked } from '@tests/builders/judged'
import { aPractice, text } from '@tests/builders/practice'
import { emptyDatabase } from '@tests/database'
import { db } from '@/platform/db'

let asked: Asked

beforeEach(async () => {
  await emptyDatabase()
  asked = await givenAsked()
})

const titles = async (q: string) =>
  (await findCandidatePractices(asked.coordinator, asked.group.slug, { q, locale: 'it' })).rows.map(
    ({ label }) => label,
  )

/** A published practice of the territory that was asked, like the one that is there. */
async function givenMore(count: number): Promise<void> {
  const { inChargeId } = await db.practice.findFirstOrThrow()
  await savePractices(
    systemViewer,
    Array.from({ length: count }, (_, index) => ({
      ...{ territoryId: asked.territoryId, status: 'published' as const },
      practice: aPractice({ inChargeId: inChargeId ?? '', title: text(`Officina 100% aperta ${index}`) }),
    })),
  )
}

test('a form of a round gets a screenful; what is beyond it is found by words, also by the name of its territory', async () => {
  await givenMore(mostCandidates + 2)
  const first = await findCandidatePractices(asked.coordinator, asked.group.slug, { locale: 'it' })
  expect(first).toMatchObject({ left: 3 })
  expect(first.rows).toHaveLength(mostCandidates)
  expect(await titles('porta SOLA')).toEqual(['Una porta sola'])
  expect(await titles('gavle')).toEqual(['Una porta sola'])
  expect(await titles('officina 17')).toEqual(['Officina 100% aperta 17'])
  expect(await titles('no such words')).toEqual([])
})

test('what was chosen before is asked for by its id, and only what may be judged is told', async () => {
  await givenMore(2)
  const [draft] = await db.practice.findMany({ where: { territoryId: asked.territoryId } })
  await db.practice.update({ where: { id: draft?.id ?? '' }, data: { status: 'draft', publishedAt: null } })
  const ids = [asked.practiceId, draft?.id ?? '']
  const found = await findCandidatePractices(asked.coordinator, asked.group.slug, { ids, locale: 'it' })
  expect(found).toMatchObject({ rows: [{ value: asked.practiceId, isHandedIn: false }], left: 0 })
})

test('the list is for whoever keeps the group', async () => {
  const ask = (viewer: Parameters<typeof findCandidatePractices>[0]) =>
    findCandidatePractices(viewer, asked.group.id, { locale: 'it' })
  await expect(ask(asked.reviewers[0] ?? null)).rejects.toMatchObject({ code: 'forbidden' })
  for (const viewer of [asked.editorOfPractice, null])
    await expect(ask(viewer)).rejects.toMatchObject({ code: 'not-found' })
})
