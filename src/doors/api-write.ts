import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { AppError, isAppError } from '@/core/app-error'
import { fieldProblems } from '@/core/field-problems'
import { idSchema, isId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { createActor, patchActor } from '@/modules/actors/actor-program.commands'
import { archiveActor, publishActor, submitActor } from '@/modules/actors/actor.commands'
import { getActor } from '@/modules/actors/actor-detail.queries'
import { newActorSchema } from '@/modules/actors/actor.schema'
import { getPractice } from '@/modules/practices/practice-detail.queries'
import { createPractice, patchPractice } from '@/modules/practices/practice-program.commands'
import { archivePractice, publishPractice, submitPractice } from '@/modules/practices/practice.commands'
import { newPracticeSchema } from '@/modules/practices/practice.schema'
import { createRelation, patchRelation } from '@/modules/relations/relation-program.commands'
import { archiveRelation, submitRelation } from '@/modules/relations/relation.commands'
import { getRelation } from '@/modules/relations/relation-detail.queries'
import { publishRelationWhole } from '@/modules/relations/relation-form.commands'
import { newRelationSchema } from '@/modules/relations/relation.schema'
import { problem, refusal, told } from './answer'
import { callerOf } from './api-caller'
import { bodyOf } from './body'

/** Writing: drafts for keys and editors; what everybody will see for coordinators (5-permissions, in the commands). */
export const apiWrite = new Hono()

type At = { id: string; version: number }
type Saved = { id: string; slug: string; version: number; outcome: string }
type Deed = (viewer: Viewer | null, at: At) => Promise<Saved>
type Once = { key: string; hash: string } | null

type Room = {
  find: (viewer: Viewer | null, key: string, locale: string) => Promise<At>
  create: (viewer: Viewer, said: object, once: Once) => Promise<Saved>
  patch: (viewer: Viewer | null, at: At, patch: object) => Promise<Saved>
  archive: Deed
  submit: Deed
  publish: Deed
}

const curator = z.object({ territoryId: idSchema.nullish() })

const rooms: Record<'actors' | 'relations' | 'practices', Room> = {
  actors: {
    find: getActor,
    create: (viewer, { ...said }, once) => {
      const { territoryId } = curator.parse(said)
      Reflect.deleteProperty(said, 'territoryId')
      return createActor(viewer, { actor: newActorSchema.parse(said), territoryId }, once)
    },
    patch: patchActor,
    archive: archiveActor,
    submit: submitActor,
    publish: publishActor,
  },
  relations: {
    find: getRelation,
    create: (viewer, { ...said }, once) => {
      const { territoryId } = curator.parse(said)
      Reflect.deleteProperty(said, 'territoryId')
      return createRelation(viewer, { relation: newRelationSchema.parse(said), territoryId }, once)
    },
    patch: patchRelation,
    archive: archiveRelation,
    submit: submitRelation,
    publish: publishRelationWhole,
  },
  practices: {
    find: getPractice,
    create: (viewer, { ...said }, once) => {
      const { territoryId } = curator.parse(said)
      Reflect.deleteProperty(said, 'territoryId')
      return createPractice(viewer, { practice: newPracticeSchema.parse(said), territoryId }, once)
    },
    patch: patchPractice,
    archive: archivePractice,
    submit: submitPractice,
    publish: publishPractice,
  },
}

const written = { 'cache-control': 'no-store' }
const tagOf = (version: number) => ({ etag: `"${String(version)}"` })

/** What a write answers: where the record is, and the version to send next time. */
const answer = (c: Context, { id, slug, version }: Saved, status: 200 | 201 | 202 = 200) =>
  c.json({ data: { id, slug, version } }, status, { ...written, ...tagOf(version) })

/** The version in `If-Match: "3"`; -1, which no record has, for any other tag (RFC 9110 §13.1.1: weak ones match nothing). */
const versionIn = (header: string): number => Number(/^"([1-9]\d{0,8})"$/.exec(header.trim())?.[1] ?? -1)

/** A deed on one record: who, which, the version they saw; a version that is not the present one answers 412. */
async function change(c: Context, find: Room['find'], work: (viewer: Viewer | null, at: At) => Promise<Response>) {
  const key = c.req.param('key') ?? ''
  try {
    const viewer = await callerOf(c)
    // First what may not be seen: no answer below tells more than reading does.
    const id = isId(key) && viewer !== null ? key : (await find(viewer, key, 'en')).id
    if (viewer === null) throw new AppError('unauthenticated', 'signInFirst')
    const header = c.req.header('if-match')
    if (header === undefined) {
      await find(viewer, id, 'en')
      return told(428, 'Send If-Match with the version you read, as in If-Match: "3".')
    }
    return await work(viewer, { id, version: versionIn(header) })
  } catch (error) {
    if (isAppError(error) && error.code === 'conflict')
      return stale(error, async () => (await find(await callerOf(c), key, 'en')).version)
    return refusal(faultsOf(error))
  }
}

/** 412 with the present version, asked again where two saved at the same moment. */
async function stale({ values }: AppError, ask: () => Promise<number>): Promise<Response> {
  const version = typeof values.version === 'number' ? values.version : await ask()
  const detail = `Version ${version} is stored. Read it again and send its version in If-Match.`
  return problem(412, 'Precondition Failed', [], tagOf(version), { detail, version })
}

/** What a schema refused is a refusal like any other. */
const faultsOf = (error: unknown): unknown =>
  error instanceof z.ZodError ? new AppError('invalid', 'invalid', {}, fieldProblems(error)) : error

const keyShape = /^[\x21-\x7e]{1,255}$/

for (const path of ['actors', 'relations', 'practices'] as const) {
  const { find, create, patch, archive, submit, publish } = rooms[path]

  apiWrite.post(`/${path}`, async (c) => {
    try {
      const viewer = await callerOf(c)
      if (viewer === null) throw new AppError('unauthenticated', 'signInFirst')
      const key = c.req.header('idempotency-key')
      if (key !== undefined && !keyShape.test(key))
        return told(400, 'Idempotency-Key: 1 to 255 visible ASCII characters.')
      const body = await bodyOf(c)
      if (body.refused !== undefined) return body.refused
      const hash = createHash('sha256').update(`${path}\n${body.text}`).digest('base64url')
      const saved = await create(viewer, body.said, key === undefined ? null : { key, hash })
      c.header('location', `/api/v1/${path}/${saved.id}`)
      return answer(c, saved, 201)
    } catch (error) {
      return refusal(faultsOf(error))
    }
  })

  apiWrite.patch(`/${path}/:key`, (c) =>
    change(c, find, async (viewer, at) => {
      const body = await bodyOf(c)
      if (body.refused !== undefined) return body.refused
      const saved = await patch(viewer, at, body.said)
      // What waits for a coordinator has not been done (RFC 9110 §15.3.3).
      return answer(c, saved, saved.outcome === 'proposed' ? 202 : 200)
    }),
  )

  apiWrite.delete(`/${path}/:key`, (c) =>
    change(c, find, async (viewer, at) => {
      const { version } = await archive(viewer, at)
      return c.body(null, 204, { ...written, ...tagOf(version) })
    }),
  )

  for (const [name, deed] of [
    ['submit', submit],
    ['publish', publish],
  ] as const)
    apiWrite.post(`/${path}/:key/${name}`, (c) =>
      change(c, find, async (viewer, at) => answer(c, await deed(viewer, at))),
    )
}
