import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { app } from '@/doors/app'
import { getOwnReview } from '@/modules/rounds/review.queries'
import { db } from '@/platform/db'
import { sealSession } from '@/platform/session-cookie'
import { givenReview } from '@tests/builders/open-review'
import { emptyDatabase } from '@tests/database'

beforeEach(emptyDatabase)

const keptSchema = z.object({ version: z.number(), savedAt: z.iso.datetime() })
const staleSchema = z.object({ stale: keptSchema.extend({ fields: z.record(z.string(), z.string()) }) })
const problemSchema = z.object({ errors: z.array(z.object({ field: z.string() })).default([]) })

/** Sends what is typed, as the page of a review does in the background. */
async function keep({ userId }: Viewer, id: string, said: Readonly<Record<string, string>>) {
  const sessionId = newId()
  const expiresAt = new Date(Date.now() + 3_600_000)
  await db.session.create({ data: { id: sessionId, userId, sessionVersion: 1, expiresAt } })
  const body = new URLSearchParams({ version: '1', writer: 'page', turn: '1', ...said }).toString()
  return app.request(`http://x/api/reviews/${id}/draft`, {
    method: 'POST',
    body,
    headers: {
      ...{ cookie: `__Host-atlas.session=${await sealSession(sessionId)}`, origin: 'http://localhost:3000' },
      ...{ 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) },
    },
  })
}

test('what is typed is kept, too long as it may be, and the answer says when by the time of the server', async () => {
  const { reviewer, id } = await givenReview()
  const long = 'a'.repeat(2001)
  const answer = await keep(reviewer, id, { evidenceMark: '4', generalRemark: long })
  expect(answer.status).toBe(200)
  const { savedAt } = keptSchema.parse(await answer.json())
  const review = await getOwnReview(reviewer, id)
  expect(review.savedAt?.toISOString()).toBe(savedAt)
  expect(review.draft?.fields).toEqual({ evidenceMark: '4', generalRemark: long })
  // Another page learns when, too, with what stands.
  const other = await keep(reviewer, id, { writer: 'other', evidenceMark: '4' })
  expect(other.status).toBe(409)
  expect(staleSchema.parse(await other.json()).stale).toMatchObject({ savedAt, fields: { generalRemark: long } })
})

test.each(['6', '-1', '2.5', '1e0', '５'])(
  'the mark %s is refused at its field, and nothing is stored',
  async (mark) => {
    const { reviewer, id } = await givenReview()
    const answer = await keep(reviewer, id, { evidenceMark: '4', clarityMark: mark })
    expect(answer.status).toBe(422)
    expect(problemSchema.parse(await answer.json()).errors.map(({ field }) => field)).toEqual(['clarityMark'])
    expect((await getOwnReview(reviewer, id)).draft).toBeNull()
  },
)

test('fields that are no fields of a review, and numbers that are none, are named', async () => {
  const { reviewer, id } = await givenReview()
  const wrong = [{ marks: '5' }, { version: '-1' }, { turn: 'x' }]
  for (const said of wrong) {
    const answer = await keep(reviewer, id, said)
    expect(answer.status).toBe(422)
    const [field] = Object.keys(said)
    expect(problemSchema.parse(await answer.json()).errors.map((error) => error.field)).toEqual([field])
  }
})
