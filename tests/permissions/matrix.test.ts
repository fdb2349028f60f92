import { beforeAll, describe, expect, test } from 'vitest'
import type { RecordStatus, Visibility } from '@/core/curated'
import { isAppError } from '@/core/app-error'
import { systemViewer, type Viewer } from '@/core/viewer'
import { getActor } from '@/modules/actors/actor-detail.queries'
import {
  archiveActor,
  publishActor,
  restoreActor,
  saveActors,
  sendBackActor,
  submitActor,
} from '@/modules/actors/actor.commands'
import { patchActor } from '@/modules/actors/actor-program.commands'
import { newActorSchema } from '@/modules/actors/actor.schema'
import { getRelation } from '@/modules/relations/relation-detail.queries'
import {
  archiveRelation,
  publishRelation,
  restoreRelation,
  saveRelations,
  sendBackRelation,
  submitRelation,
} from '@/modules/relations/relation.commands'
import { patchRelation } from '@/modules/relations/relation-program.commands'
import { newRelationSchema } from '@/modules/relations/relation.schema'
import type { SaveOptions } from '@/platform/curated'
import { setStage, type Stage } from './cast'
import { curatedMatrix, isAllowed, operations, places, roles, type Operation } from './matrix'

type At = { id: string; version: number }
type State = { territoryId: string | null; status: RecordStatus; visibility: Visibility }

/** The door of one kind of record: what the matrix needs to try every row. */
type Room = {
  save: (viewer: Viewer | null, state: State, at?: At, options?: SaveOptions) => Promise<At>
  patch: (viewer: Viewer | null, at: At, patch: object) => Promise<unknown>
  read: (viewer: Viewer | null, id: string) => Promise<unknown>
  submit: (viewer: Viewer | null, at: At) => Promise<unknown>
  publish: (viewer: Viewer | null, at: At) => Promise<unknown>
  sendBack: (viewer: Viewer | null, at: At & { reason: string }) => Promise<unknown>
  archive: (viewer: Viewer | null, at: At) => Promise<unknown>
  restore: (viewer: Viewer | null, at: At) => Promise<unknown>
}

const only = ([saved]: At[]): At => {
  if (saved === undefined) throw new Error('nothing was saved')
  return saved
}
let count = 0

const actors: Room = {
  save: async (viewer, { territoryId, status, visibility }, at, options) => {
    const names = [{ kind: 'label', language: 'it', value: `Attore ${++count}` }]
    const actor = newActorSchema.parse({
      kind: 'association',
      originalLanguage: 'it',
      country: 'IT',
      names,
      visibility,
    })
    return only(await saveActors(viewer, [{ ...at, territoryId, status, actor }], options))
  },
  patch: patchActor,
  read: (viewer, id) => getActor(viewer, id, 'it'),
  submit: submitActor,
  publish: publishActor,
  sendBack: sendBackActor,
  archive: archiveActor,
  restore: restoreActor,
}

const relations: Room = {
  save: async (viewer, { territoryId, status, visibility }, at, options) => {
    const parties = [
      { country: 'IT', placeName: 'Reggio', role: 'partner' },
      { country: 'ZA', placeName: `Polokwane ${++count}`, role: 'partner' },
    ]
    const relation = newRelationSchema.parse({ type: 'twinning', originalLanguage: 'it', parties, visibility })
    return only(await saveRelations(viewer, [{ ...at, territoryId, status, relation }], options))
  },
  patch: patchRelation,
  read: (viewer, id) => getRelation(viewer, id, 'it'),
  submit: submitRelation,
  publish: publishRelation,
  sendBack: sendBackRelation,
  archive: archiveRelation,
  restore: restoreRelation,
}

const published = { status: 'published', visibility: 'public' } as const
const draft = { status: 'draft', visibility: 'public' } as const
const submitted = { status: 'submitted', visibility: 'public' } as const

/** How each operation begins, and what it does. */
const deeds: Record<
  Operation,
  {
    before: Omit<State, 'territoryId'> | null
    isArchived?: true
    act: (room: Room, viewer: Viewer | null, state: State, at: At) => Promise<unknown>
  }
> = {
  'read public': { before: published, act: (room, viewer, _, { id }) => room.read(viewer, id) },
  'read partners': {
    before: { ...published, visibility: 'partners' },
    act: (room, viewer, _, { id }) => room.read(viewer, id),
  },
  'read territory': {
    before: { ...published, visibility: 'territory' },
    act: (room, viewer, _, { id }) => room.read(viewer, id),
  },
  'read draft': { before: draft, act: (room, viewer, _, { id }) => room.read(viewer, id) },
  'read submitted': { before: submitted, act: (room, viewer, _, { id }) => room.read(viewer, id) },
  'read archived': {
    before: published,
    isArchived: true,
    act: (room, viewer, _, { id }) => room.read(viewer, id),
  },
  create: { before: null, act: (room, viewer, state) => room.save(viewer, { ...state, ...draft }) },
  'edit draft': { before: draft, act: (room, viewer, state, at) => room.save(viewer, state, at) },
  submit: { before: draft, act: (room, viewer, _, at) => room.submit(viewer, at) },
  'edit published': { before: published, act: (room, viewer, state, at) => room.save(viewer, state, at) },
  'propose a change': {
    before: published,
    act: (room, viewer, state, at) => room.save(viewer, state, at, { proposal: true }),
  },
  'patch published': {
    before: published,
    act: (room, viewer, _, at) =>
      room.patch(viewer, at, { description: { original: 'it', texts: { it: { value: 'Altro' } } } }),
  },
  publish: { before: submitted, act: (room, viewer, _, at) => room.publish(viewer, at) },
  'send back': {
    before: submitted,
    act: (room, viewer, _, at) => room.sendBack(viewer, { ...at, reason: 'say more' }),
  },
  archive: { before: published, act: (room, viewer, _, at) => room.archive(viewer, at) },
  restore: {
    before: published,
    isArchived: true,
    act: (room, viewer, _, { id, version }) => room.restore(viewer, { id, version: version + 1 }),
  },
}

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})

test('every operation has a row', () => {
  expect(curatedMatrix.map((row) => row.operation)).toEqual(operations)
})

describe.each([
  ['actor', actors],
  ['relation', relations],
])('%s', (_, room) => {
  const cells = curatedMatrix.flatMap(({ operation, cells }) =>
    roles.flatMap((role) =>
      places.map((place) => ({ operation, role, place, allowed: isAllowed(cells[role], place) })),
    ),
  )
  test.each(cells)('$operation by $role in $place: $allowed', async ({ operation, role, place, allowed }) => {
    const { before, isArchived, act } = deeds[operation]
    const state = { ...(before ?? draft), territoryId: stage.territoryOf[place] }
    const at = before === null ? { id: '', version: 0 } : await room.save(systemViewer, state)
    if (isArchived) await room.archive(systemViewer, at)
    const viewer = stage.viewers[role]
    const codeOf = (error: unknown) => (isAppError(error) ? error.code : error)
    const outcome = await act(room, viewer, state, at).then(() => 'done', codeOf)
    if (allowed) expect(outcome).toBe('done')
    else if (operation.startsWith('read ')) expect(outcome).toBe(operation === 'read archived' ? 'gone' : 'not-found')
    else {
      const isSeen =
        before === null ||
        (await room.read(viewer, at.id).then(
          () => true,
          () => false,
        ))
      expect(outcome).toBe(!isSeen ? 'not-found' : viewer === null ? 'unauthenticated' : 'forbidden')
    }
    if (!allowed && before !== null && !isArchived && !operation.startsWith('read '))
      expect(await room.read(systemViewer, at.id)).toMatchObject({ version: at.version, status: state.status })
  })
})
