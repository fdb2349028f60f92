import { newId } from '@/core/id'
import type { NewRelation } from '@/modules/relations/relation.schema'
import type { KnownEnds } from '@/modules/relations/relation-end.queries'
import { insertRows, type Transaction } from '@/platform/bulk'
import type { Planned } from '@/platform/curated'
import { notifyCoordinators } from '@/platform/notify'

const transferColumns = {
  ...{ id: 'uuid', record_kind: 'record_kind', record_id: 'uuid', from_territory_id: 'uuid', to_territory_id: 'uuid' },
  ...{ state: 'transfer_of_curation', opened_by_id: 'uuid' },
}

/**
 * A later holder who is at home elsewhere: the territory there is asked to take the relation over (9-decisions, Home and
 * curator). One that comes back closes what was asked.
 */
export async function openTransfers(
  tx: Transaction,
  userId: string,
  planned: readonly { plan: Planned<NewRelation>; known: KnownEnds }[],
): Promise<void> {
  const changed = planned.filter(
    ({ plan }) => plan.outcome === 'changed' && plan.before !== null && plan.before.holderId !== plan.content.holderId,
  )
  if (changed.length === 0) return
  await tx.curationTransfer.updateMany({
    where: { recordId: { in: changed.map(({ plan }) => plan.id) }, state: 'open' },
    data: { state: 'withdrawn', decidedById: userId, decidedAt: new Date() },
  })
  const leaving = changed.flatMap(({ plan, known }) =>
    known.holderHome === null || known.holderHome === plan.territoryId ? [] : [{ plan, to: known.holderHome }],
  )
  await insertRows(
    tx,
    'curation_transfer',
    transferColumns,
    leaving.map(({ plan, to }) => ({
      ...{ id: newId(), record_kind: 'relation', record_id: plan.id, from_territory_id: plan.territoryId },
      ...{ to_territory_id: to, state: 'open', opened_by_id: userId },
    })),
  )
  for (const { plan, to } of leaving) {
    const record = { kind: 'relation' as const, id: plan.id }
    await notifyCoordinators(tx, to, { kind: 'transferOpened', record, parameters: { name: plan.label } }, userId)
  }
}
