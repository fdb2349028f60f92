import { AppError, requireThat } from '@/core/app-error'
import type { CuratedSave } from '@/core/curated'
import type { Viewer } from '@/core/viewer'
import {
  canDiscardRelation,
  canProposeRelation,
  canReadRelation,
  canSaveRelation,
} from '@/modules/relations/relation.policy'
import { findPresentRelations, getPresentRelation, readable } from '@/modules/relations/present-relation.queries'
import { type KnownEnds, knownEnds } from '@/modules/relations/relation-end.queries'
import { labelOf, partyColumns, partyRows, relationColumns, relationRow } from '@/modules/relations/relation.row'
import { type NewRelation, relationFields } from '@/modules/relations/relation.schema'
import { requireKnownThemes } from '@/modules/taxonomy/code-entry.queries'
import { openTransfers } from '@/modules/relations/relation-transfer.commands'
import { relationTypeFacts } from '@/modules/taxonomy/taxonomy.schema'
import { requireKnownCurators } from '@/modules/territories/territory.queries'
import { allowTimeFor, insertRows, type Transaction } from '@/platform/bulk'
import {
  inTransaction,
  isWritten,
  newlyNamed,
  type Planned,
  planSave,
  type Saved,
  savedOf,
  type SaveOptions,
} from '@/platform/curated'
import { writeCurated } from '@/platform/curated-rows'
import { discardDraft, recordSave } from '@/platform/curated-record'
import { refuseErased } from '@/platform/erasure'
import { touchData } from '@/platform/history'
import { movesOfRoom } from '@/platform/record-moves'

export type RelationSave = CuratedSave & { relation: NewRelation }

/**
 * Curator of a new relation (9-decisions, Home and curator): the holder's home territory where the writer works there,
 * else the territory the writer names, else the writer's first.
 */
function curatorOf(viewer: Viewer | null, save: RelationSave, ends: KnownEnds): string | null {
  if (save.territoryId !== undefined) return save.territoryId
  if (viewer?.can('editor', ends.holderHome) === true) return ends.holderHome
  return viewer?.territoryIds[0] ?? null
}

/**
 * The one save of relations (9-decisions, One save): a form is n = 1, an import n = many, all or nothing. Returns one
 * result per input, in order. Throws `forbidden`, `conflict`, `not-found`, `invalid` (unknown end, one country only).
 */
export async function saveRelations(
  viewer: Viewer | null,
  saves: readonly RelationSave[],
  options: SaveOptions = {},
): Promise<Saved[]> {
  const relations = saves.map(({ relation }) => ({
    ...relation,
    direction: relation.direction ?? relationTypeFacts[relation.type].direction,
  }))
  const ends = await knownEnds(viewer, relations, options.tx)
  return inTransaction(options, async (tx) => {
    await allowTimeFor(tx, saves.length)
    const present = await findPresentRelations(
      tx,
      saves.flatMap(({ id, version }) => (id && version ? [id] : [])),
    )
    const planned = saves.map((save, index) => {
      const found = save.version === undefined ? null : present.get(save.id ?? '')
      const content = relations[index]
      const known = ends[index]
      if (found === undefined || content === undefined || known === undefined)
        throw new AppError('not-found', 'notFound')
      // First what may not be seen, then what may not be done, then which version: no answer tells more than the page.
      if (found !== null && !canReadRelation(viewer, readable(found))) throw new AppError('not-found', 'notFound')
      const territoryId = found === null ? curatorOf(viewer, save, known) : found.territoryId
      const from = found?.status ?? null
      const isProposal = options.proposal === true && found !== null
      requireThat(
        isProposal
          ? canProposeRelation(viewer, found)
          : canSaveRelation(viewer, territoryId, from, save.status ?? from ?? 'draft'),
        viewer,
      )
      const label = labelOf(content, known.names)
      return { plan: planSave({ ...save, content, label, territoryId }, found, relationFields, options), known }
    })
    requireThat(viewer !== null, viewer)
    const plans = planned.map(({ plan }) => plan)
    await requireKnownCurators(tx, plans)
    await requireKnownThemes(
      tx,
      newlyNamed(plans, ({ themes }) => themes),
    )
    await refuseErased(
      tx,
      saves.map(({ relation }) => relation),
    )
    await writeRelations(tx, planned, { userId: viewer.userId, options })
    await recordSave(tx, 'relation', viewer, { plans, options })
    await refreshCounts(tx, plans)
    await openTransfers(tx, viewer.userId, planned)
    const saved = plans.map(savedOf)
    await options.within?.(tx, saved)
    if (plans.some(isWritten)) await touchData(tx)
    return saved
  })
}

type PlannedEnds = { plan: Planned<NewRelation>; known: KnownEnds }

async function writeRelations(
  tx: Transaction,
  planned: readonly PlannedEnds[],
  by: { userId: string; options: SaveOptions },
): Promise<void> {
  const room = {
    table: 'relation',
    columns: relationColumns,
    rowOf: ({ plan, known }: PlannedEnds) => relationRow(plan.content, known.names),
  }
  const { born, changed } = await writeCurated(tx, room, planned, by)
  if (changed.length > 0)
    await tx.relationParty.deleteMany({ where: { relationId: { in: changed.map(({ plan }) => plan.id) } } })
  await insertRows(
    tx,
    'relation_party',
    partyColumns,
    [...born, ...changed].flatMap(({ plan, known }) => partyRows(plan.id, plan.content, known.homes)),
  )
}

/** Counts anew for every actor that is, or was, a party of what was written. */
async function refreshCounts(tx: Transaction, plans: readonly Planned<NewRelation>[]): Promise<void> {
  const actorIds = new Set(
    plans
      .filter(isWritten)
      .flatMap((plan) => [...(plan.before?.parties ?? []), ...plan.content.parties])
      .flatMap((end) => ('actorId' in end ? [end.actorId] : [])),
  )
  if (actorIds.size > 0) await tx.$executeRaw`SELECT refresh_actor_relation_counts(${[...actorIds]}::uuid[])`
}

export const {
  submit: submitRelation,
  publish: publishRelation,
  archive: archiveRelation,
  sendBack: sendBackRelation,
  restore: restoreRelation,
} = movesOfRoom<NewRelation>({
  getPresent: getPresentRelation,
  canSave: (viewer, { territoryId, status }, to) => canSaveRelation(viewer, territoryId, status, to),
  save: (viewer, { content, ...at }, options) => saveRelations(viewer, [{ ...at, relation: content }], options),
})

/**
 * Throws an own draft away that was never published. Throws `conflict` when somebody saved it since, `invalid` when
 * another record names it.
 */
export async function discardRelation(viewer: Viewer | null, at: { id: string; version: number }): Promise<void> {
  const present = await getPresentRelation(viewer, at.id)
  requireThat(viewer !== null && canDiscardRelation(viewer, present), viewer)
  await discardDraft('relation', viewer.userId, { ...at, territoryId: present.territoryId })
}
