import { beforeAll, describe, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { isAppError } from '@/core/app-error'
import { newId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { acceptSuggestion, declineSuggestion } from '@/modules/curation/suggestion-decision.commands'
import { findSuggestions, getSuggestion } from '@/modules/curation/suggestion.queries'
import { takeBackVerifications, verifyActors } from '@/modules/curation/verification.commands'
import { countRound, findDueRecords, findRoundRows } from '@/modules/curation/verification.queries'
import { askHolders } from '@/modules/curation/verification-round.commands'
import { db } from '@/platform/db'
import { setStage, type Stage } from './cast'
import { isAllowed, places, roles, type Cell, type Role } from './matrix'

type Given = { territoryId: string | null; actorId: string; suggestionId: string }
const round = '2026-H2'

/** Each deed of freshness and suggestions, and who may (5-permissions); what one may not decide is not there for him. */
const deeds: Record<
  string,
  { own: readonly Role[]; isHidden?: true; act: (viewer: Viewer | null, given: Given) => Promise<unknown> }
> = {
  verify: { own: ['editor', 'coordinator'], act: (viewer, { actorId }) => verifyActors(viewer, [actorId]) },
  'take back': {
    own: ['editor', 'coordinator'],
    act: (viewer, { actorId }) =>
      takeBackVerifications(viewer, 'actor', [
        { id: actorId, verifiedAt: new Date(), before: { at: null, byId: null } },
      ]),
  },
  ask: { own: ['coordinator'], act: (viewer, { territoryId }) => askHolders(viewer, territoryId) },
  'dry run': {
    own: ['coordinator'],
    act: (viewer, { territoryId }) => findDueRecords(viewer, { territoryId, round }),
  },
  'count a round': {
    own: ['coordinator'],
    act: (viewer, { territoryId }) => countRound(viewer, { territoryId, round }),
  },
  'list a round': {
    own: ['coordinator'],
    act: (viewer, { territoryId }) => findRoundRows(viewer, { territoryId, round, state: null, after: null, limit: 5 }),
  },
  'read a suggestion': {
    own: ['coordinator'],
    isHidden: true,
    act: (viewer, { suggestionId }) => getSuggestion(viewer, suggestionId),
  },
  'take up': {
    own: ['coordinator'],
    isHidden: true,
    act: (viewer, { suggestionId }) =>
      acceptSuggestion(viewer, { id: suggestionId, version: 1, fields: [], answer: undefined }),
  },
  decline: {
    own: ['coordinator'],
    isHidden: true,
    act: (viewer, { suggestionId }) => declineSuggestion(viewer, { id: suggestionId, answer: 'No' }),
  },
}

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})

async function given(territoryId: string | null): Promise<Given> {
  const { id: actorId } = await givenActor({}, territoryId)
  const suggestionId = newId()
  const said = { email: 'a@example.org', locale: 'it', message: 'x', changed: [], baseVersion: 1, territoryId }
  await db.suggestion.create({
    data: { ...said, id: suggestionId, recordKind: 'actor', recordId: actorId, state: 'waiting' },
  })
  return { territoryId, actorId, suggestionId }
}

describe.each(Object.entries(deeds))('%s', (_, { own, isHidden, act }) => {
  const cells = roles.flatMap((role) =>
    places.map((place) => {
      const cell: Cell = role === 'admin' ? 'yes' : own.includes(role) ? 'own' : 'no'
      return { role, place, allowed: isAllowed(cell, place) }
    }),
  )
  test.each(cells)('$role in $place: $allowed', async ({ role, place, allowed }) => {
    const viewer = stage.viewers[role]
    const outcome = await act(viewer, await given(stage.territoryOf[place])).then(
      () => 'done',
      (error: unknown) => (isAppError(error) ? error.code : error),
    )
    const isElsewhere = isHidden === true && role === 'coordinator'
    const denied = viewer === null ? 'unauthenticated' : isElsewhere ? 'not-found' : 'forbidden'
    expect(outcome).toBe(allowed ? 'done' : denied)
  })
})

test('a queue holds the suggestions of the own territories only', async () => {
  const [mine, other] = [await given(stage.territoryOf.own), await given(stage.territoryOf.other)]
  const { rows } = await findSuggestions(stage.viewers.coordinator, { isDecided: false, after: null, limit: 200 })
  const ids = rows.map(({ id }) => id)
  expect(ids).toContain(mine.suggestionId)
  expect(ids).not.toContain(other.suggestionId)
})
