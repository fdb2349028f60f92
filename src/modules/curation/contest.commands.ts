import { AppError, requireThat } from '@/core/app-error'
import { newId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { canAnswerContest, canWithdrawContest } from '@/modules/curation/contest.policy'
import { findContesters, getContest, isContestedBy } from '@/modules/curation/contest.queries'
import type { AnswerContest, OpenContest } from '@/modules/curation/contest.schema'
import { findCuratedRecords } from '@/modules/curation/curated-record.queries'
import type { CuratedRecord } from '@/modules/curation/duplicate.schema'
import { findPresentRelations } from '@/modules/relations/present-relation.queries'
import { saveRelations } from '@/modules/relations/relation.commands'
import { getRelation } from '@/modules/relations/relation-detail.queries'
import { insertRows, type Transaction } from '@/platform/bulk'
import { inTransaction } from '@/platform/curated'
import { touchData, writeAudit } from '@/platform/history'
import { notifyCoordinators } from '@/platform/notify'

const contestColumns = {
  ...{ id: 'uuid', relation_id: 'uuid', territory_id: 'uuid', state: 'contest_state' },
  ...{ reason: 'text', opened_by_id: 'uuid', opened_at: 'timestamptz' },
}

type Step = {
  action: 'contestOpened' | 'contestUpheld' | 'contestRejected' | 'contestWithdrawn'
  relation: Pick<CuratedRecord, 'id' | 'territoryId' | 'name'>
  /** The end that is told, and the territory that contests. */
  to: string | null
  territory: string
}

/** What every step of a contest leaves: a line in the log, a notice at the other end, a page that says something else. */
async function leaveTrace(tx: Transaction, viewer: Viewer, { action, relation, to, territory }: Step): Promise<void> {
  const { id, territoryId, name } = relation
  await writeAudit(tx, 'relation', viewer.userId, [{ recordId: id, territoryId, action, changed: [] }])
  const notice = { kind: action, record: { kind: 'relation' as const, id }, parameters: { name, territory } }
  await notifyCoordinators(tx, to, notice, viewer.userId)
  await touchData(tx)
}

/**
 * The territory at another end says that a relation is not so: its page says that it is contested until the curator
 * answers. Answers the id. Throws `not-found`, `forbidden`, `conflict` (contested by this territory already).
 */
export async function openContest(viewer: Viewer | null, said: OpenContest, locale: string): Promise<string> {
  const { id: relationId } = await getRelation(viewer, said.relationId, locale)
  const relation = (await findCuratedRecords('relation', [relationId], locale)).get(relationId)
  if (relation === undefined) throw new AppError('not-found', 'notFound')
  const territory = (await findContesters(viewer, relation, locale)).find(({ id }) => id === said.territoryId)
  requireThat(viewer !== null && (territory !== undefined || viewer.can('coordinator', said.territoryId)), viewer)
  if (territory === undefined)
    throw (await isContestedBy(said)) ? new AppError('conflict', 'contestOpen') : new AppError('forbidden', 'forbidden')
  return inTransaction({}, async (tx) => {
    const id = newId()
    const inserted = await insertRows(tx, 'contest', contestColumns, [
      {
        ...{ id, relation_id: relationId, territory_id: territory.id, state: 'open', reason: said.reason },
        ...{ opened_by_id: viewer.userId, opened_at: new Date() },
      },
    ])
    // Of two who press at once one contests.
    if (inserted === 0) throw new AppError('conflict', 'contestOpen')
    const trace = { relation, to: relation.territoryId, territory: territory.name }
    await leaveTrace(tx, viewer, { action: 'contestOpened', ...trace })
    return id
  })
}

/**
 * The curator answers: not so, and says why; or the territory is right, and the relation is corrected by hand or archived
 * at once. Throws `not-found`, `forbidden`, `conflict` (answered or withdrawn already).
 */
export async function answerContest(viewer: Viewer | null, said: AnswerContest, locale: string): Promise<void> {
  const { relation, territory } = await getContest(viewer, said.id, locale)
  requireThat(canAnswerContest(viewer, relation), viewer)
  const isRight = said.answer !== 'reject'
  await inTransaction({}, async (tx) => {
    await close(tx, viewer, { id: said.id, state: isRight ? 'upheld' : 'rejected', answer: said.words })
    if (said.answer === 'archive' && relation.status !== 'archived') {
      const present = (await findPresentRelations(tx, [relation.id])).get(relation.id)
      if (present === undefined) throw new AppError('not-found', 'notFound')
      const { id, version, content } = present
      await saveRelations(viewer, [{ id, version, status: 'archived', relation: content }], { tx, action: 'archive' })
    }
    const trace = { relation, to: territory.id, territory: territory.name }
    await leaveTrace(tx, viewer, { action: isRight ? 'contestUpheld' : 'contestRejected', ...trace })
  })
}

/** The territory takes it back. Throws `not-found`, `forbidden`, `conflict` (answered or withdrawn already). */
export async function withdrawContest(viewer: Viewer | null, id: string, locale: string): Promise<void> {
  const { relation, territory } = await getContest(viewer, id, locale)
  requireThat(canWithdrawContest(viewer, { territoryId: territory.id }), viewer)
  await inTransaction({}, async (tx) => {
    await close(tx, viewer, { id, state: 'withdrawn', answer: null })
    const trace = { relation, to: relation.territoryId, territory: territory.name }
    await leaveTrace(tx, viewer, { action: 'contestWithdrawn', ...trace })
  })
}

/** Of two who answer at once one does. */
async function close(
  tx: Transaction,
  viewer: Viewer,
  { id, ...data }: { id: string; state: 'upheld' | 'rejected' | 'withdrawn'; answer: string | null },
): Promise<void> {
  const { count } = await tx.contest.updateMany({
    where: { id, state: 'open' },
    data: { ...data, answeredById: viewer.userId, answeredAt: new Date() },
  })
  if (count === 0) throw new AppError('conflict', 'contestClosed')
}
