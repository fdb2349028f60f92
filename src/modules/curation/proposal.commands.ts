import { AppError, requireThat } from '@/core/app-error'
import { proposedParts, withParts } from '@/core/record-part'
import type { Viewer } from '@/core/viewer'
import { saveCurated } from '@/modules/curation/versioned-record.commands'
import { findCuratedNames, partsOfKind } from '@/modules/curation/versioned-record.queries'
import { canDecideProposal, canWithdrawProposal } from '@/modules/curation/proposal.policy'
import { getProposal, type StoredProposal } from '@/modules/curation/proposal.queries'
import type { AcceptProposal } from '@/modules/curation/proposal.schema'
import type { Transaction } from '@/platform/bulk'
import { inTransaction, type Saved } from '@/platform/curated'
import { dropProposal, writeAudit } from '@/platform/history'
import { notifyUsers } from '@/platform/notify'

/**
 * Takes a proposal, whole or the parts that were chosen: an ordinary save against the record as it is now. Parts that
 * somebody changed meanwhile have to be chosen one by one. Throws `conflict` when the record is another one than the
 * coordinator saw, or the proposal was answered; `invalid` when a part waits for a choice or none was taken.
 */
export async function acceptProposal(viewer: Viewer | null, { id, version, part }: AcceptProposal): Promise<Saved> {
  const { proposal, present } = await getProposal(viewer, id)
  requireThat(viewer !== null && canDecideProposal(viewer, present), viewer)
  requirePending(proposal)
  const { kind, before, after } = proposal
  if (present.version !== version) throw new AppError('conflict', 'recordMoved')
  const proposed = proposedParts(partsOfKind[kind], { before, after, now: present.content })
  const unsaid = proposed.filter(({ part: { key }, state }) => state === 'moved' && part[key] === undefined)
  if (unsaid.length > 0)
    throw new AppError(
      'invalid',
      'invalid',
      {},
      unsaid.map(({ part: { key } }) => ({ field: `part.${key}`, message: 'choose' })),
    )
  const keys = proposed
    .filter(({ part: { key }, state }) => state !== 'same' && part[key] !== 'now')
    .map(({ part: { key } }) => key)
  if (keys.length === 0) throw new AppError('invalid', 'nothingTaken')
  const content = withParts(partsOfKind[kind], present.content, { from: after, keys })
  return saveCurated(
    viewer,
    kind,
    { id: present.id, version, status: present.status, content },
    {
      action: 'accept',
      within: async (tx, [saved]) => {
        await close(tx, viewer, proposal, { state: 'accepted', version: saved?.version ?? version })
        await tell(tx, viewer, proposal, 'accepted')
      },
    },
  )
}

/** Answers that a proposal will not be taken, and why. */
export async function declineProposal(
  viewer: Viewer | null,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { proposal, present } = await getProposal(viewer, id)
  requireThat(viewer !== null && canDecideProposal(viewer, present), viewer)
  requirePending(proposal)
  await inTransaction({}, async (tx) => {
    await close(tx, viewer, proposal, { state: 'declined', answer: reason })
    const { recordId } = proposal
    await writeAudit(tx, proposal.kind, viewer.userId, [
      { recordId, territoryId: present.territoryId, action: 'decline', changed: [] },
    ])
    await tell(tx, viewer, proposal, 'declined', reason)
  })
}

/** The author takes back what nobody answered yet. */
export async function withdrawProposal(viewer: Viewer | null, id: string): Promise<void> {
  const { proposal, present } = await getProposal(viewer, id)
  requireThat(viewer !== null && canWithdrawProposal(viewer, proposal), viewer)
  requirePending(proposal)
  const { kind, recordId } = proposal
  await inTransaction({}, async (tx) => {
    if (!(await dropProposal(tx, kind, { recordId, userId: viewer.userId }))) throw answered()
    await writeAudit(tx, kind, viewer.userId, [
      { recordId, territoryId: present.territoryId, action: 'withdraw', changed: [] },
    ])
  })
}

const answered = () => new AppError('conflict', 'alreadyAnswered')

function requirePending({ state }: StoredProposal): void {
  if (state !== 'pending') throw answered()
}

type Answer = { state: 'accepted'; version: number } | { state: 'declined'; answer: string }

/** Of two coordinators at once one answers. */
async function close(tx: Transaction, viewer: Viewer, { id }: StoredProposal, answer: Answer): Promise<void> {
  const { count } = await tx.revision.updateMany({
    where: { id, state: 'pending' },
    data: { ...answer, decidedById: viewer.userId, decidedAt: new Date() },
  })
  if (count === 0) throw answered()
}

async function tell(
  tx: Transaction,
  viewer: Viewer,
  { kind, recordId, authorId }: StoredProposal,
  ...[notice, reason = '']: [notice: 'accepted' | 'declined', reason?: string]
): Promise<void> {
  if (authorId === null) return
  const name = (await findCuratedNames([{ kind, id: recordId }], '')).get(recordId) ?? ''
  const told = { kind: notice, record: { kind, id: recordId }, parameters: { name, reason, record: kind } }
  await notifyUsers(tx, [authorId], told, viewer.userId)
}
