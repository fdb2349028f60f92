import { beforeAll, describe, expect, test } from 'vitest'
import { isAppError } from '@/core/app-error'
import { systemViewer, type Viewer } from '@/core/viewer'
import { saveActors } from '@/modules/actors/actor.commands'
import { acceptProposal, declineProposal } from '@/modules/curation/proposal.commands'
import { getProposalView } from '@/modules/curation/proposal.queries'
import { restoreVersion } from '@/modules/curation/revision.commands'
import { compareVersions, getHistory } from '@/modules/curation/revision.queries'
import { db } from '@/platform/db'
import { anActor } from '@tests/builders/actor'
import { setStage, type Stage } from './cast'
import { places, roles } from './matrix'

// Versions of a public record and a change that waits: to whom may not read them they do not exist.

type Past = { id: string; proposalId: string }

/** A public actor with two versions and a proposal. */
async function givenPast(territoryId: string | null): Promise<Past> {
  const actor = anActor({ name: 'Ditta' })
  const [saved] = await saveActors(systemViewer, [{ territoryId, status: 'published', actor }])
  const id = saved?.id ?? ''
  await saveActors(systemViewer, [{ id, version: 1, actor: anActor({ name: 'Ditta due' }) }])
  await saveActors(systemViewer, [{ id, version: 2, actor: anActor({ name: 'Ditta tre' }) }], { proposal: true })
  const { id: proposalId } = await db.revision.findFirstOrThrow({ where: { recordId: id, state: 'pending' } })
  return { id, proposalId }
}

const kind = 'actor' as const
const reading = { after: null, limit: 10, locale: 'it' }
const deeds: Record<
  string,
  { may: 'editor' | 'coordinator'; act: (viewer: Viewer | null, past: Past) => Promise<unknown> }
> = {
  'read history': { may: 'editor', act: (viewer, { id }) => getHistory(viewer, { kind, id }, reading) },
  'compare versions': {
    may: 'editor',
    act: (viewer, { id }) => compareVersions(viewer, { kind, id }, { a: 1, b: 2, locale: 'it' }),
  },
  'read a change': { may: 'editor', act: (viewer, { proposalId }) => getProposalView(viewer, proposalId, 'it') },
  'accept a change': {
    may: 'coordinator',
    act: (viewer, { proposalId }) => acceptProposal(viewer, { id: proposalId, version: 2, part: {} }),
  },
  'decline a change': {
    may: 'coordinator',
    act: (viewer, { proposalId }) => declineProposal(viewer, { id: proposalId, reason: 'no' }),
  },
  'restore a version': {
    may: 'coordinator',
    act: (viewer, { id }) => restoreVersion(viewer, { kind, id, version: 2, to: 1 }),
  },
}

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})

describe.each(Object.keys(deeds))('%s', (name) => {
  const cells = roles.flatMap((role) => places.map((place) => ({ role, place })))
  test.each(cells)('by $role in $place', async ({ role, place }) => {
    const { may, act } = deeds[name] ?? {}
    const past = await givenPast(stage.territoryOf[place])
    const viewer = stage.viewers[role]
    const works = role === 'admin' || (place === 'own' && (role === 'editor' || role === 'coordinator'))
    const mayDo = works && (may === 'editor' || role !== 'editor')
    const outcome = await act?.(viewer, past).then(
      () => 'done',
      (error: unknown) => (isAppError(error) ? error.code : error),
    )
    expect(outcome).toBe(mayDo ? 'done' : works ? 'forbidden' : 'not-found')
  })
})
