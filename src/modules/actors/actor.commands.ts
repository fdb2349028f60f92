import { AppError, requireThat } from '@/core/app-error'
import type { CuratedSave } from '@/core/curated'
import type { Row } from '@/core/row'
import type { Viewer } from '@/core/viewer'
import { canDiscardActor, canProposeActor, canReadActor, canSaveActor } from '@/modules/actors/actor.policy'
import { requireReferences } from '@/modules/actors/actor-reference.queries'
import { findPresentActors, getPresentActor, readable } from '@/modules/actors/present-actor.queries'
import {
  actorColumns,
  actorRow,
  identifierColumns,
  identifierRows,
  labelOf,
  nameColumns,
  nameRows,
} from '@/modules/actors/actor.row'
import { actorFields, type NewActor } from '@/modules/actors/actor.schema'
import { nutsOfPoints } from '@/modules/places/border.queries'
import { homesOf } from '@/modules/territories/territory.queries'
import { allowTimeFor, insertRows, recordset, type Transaction } from '@/platform/bulk'
import {
  inTransaction,
  isWritten,
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

export type ActorSave = CuratedSave & { actor: NewActor }

const pointOf = ({ longitude, latitude, country }: NewActor) =>
  longitude === undefined || latitude === undefined ? null : { longitude, latitude, country }

/** Curator of a new actor: what the writer says, else its home where the writer may edit, else the writer's territory. */
function curatorOf(viewer: Viewer | null, save: ActorSave, home: string | null): string | null {
  if (save.territoryId !== undefined) return save.territoryId
  if (viewer?.can('editor', home) === true) return home
  return viewer?.territoryIds[0] ?? null
}

/**
 * The one save of actors (9-decisions, One save): a form is n = 1, an import n = many, all or nothing. Returns one
 * result per input, in order. Throws `forbidden`, `conflict` (an older version was edited), `invalid` (identifier held
 * by another record, reference to what is not there), `not-found`.
 */
export async function saveActors(
  viewer: Viewer | null,
  saves: readonly ActorSave[],
  options: SaveOptions = {},
): Promise<Saved[]> {
  const points = saves.map((save) => pointOf(save.actor))
  const [homes, nuts] = await Promise.all([homesOf(points), nutsOfPoints(points)])
  return inTransaction(options, async (tx) => {
    await allowTimeFor(tx, saves.length)
    const present = await findPresentActors(
      tx,
      saves.flatMap(({ id, version }) => (id && version ? [id] : [])),
    )
    const plans = saves.map((save, index): Planned<NewActor> => {
      const found = save.version === undefined ? null : present.get(save.id ?? '')
      // First what may not be seen, then what may not be done, then which version: no answer tells more than the page.
      if (found === undefined || (found !== null && !canReadActor(viewer, readable(found))))
        throw new AppError('not-found', 'notFound')
      const territoryId = found === null ? curatorOf(viewer, save, homes[index] ?? null) : found.territoryId
      const from = found?.status ?? null
      const isProposal = options.proposal === true && found !== null
      requireThat(
        isProposal
          ? canProposeActor(viewer, found)
          : canSaveActor(viewer, territoryId, from, save.status ?? from ?? 'draft'),
        viewer,
      )
      return planSave(
        { ...save, content: save.actor, label: labelOf(save.actor), territoryId },
        found,
        actorFields,
        options,
      )
    })
    requireThat(viewer !== null, viewer)
    await requireReferences(viewer, plans, tx)
    await refuseErased(
      tx,
      saves.map(({ actor }) => actor),
    )
    const planned = plans.map((plan, index) => ({
      plan,
      homeTerritoryId: plan.content.homeTerritoryId ?? homes[index] ?? null,
      nutsCode: nuts[index] ?? null,
    }))
    await writeActors(tx, planned, { userId: viewer.userId, options })
    await recordSave(tx, 'actor', viewer, { plans, options })
    await refreshCounts(tx, plans)
    const saved = plans.map(savedOf)
    await options.within?.(tx, saved)
    if (plans.some(isWritten)) await touchData(tx)
    return saved
  })
}

type PlannedActor = { plan: Planned<NewActor>; homeTerritoryId: string | null; nutsCode: string | null }

async function writeActors(
  tx: Transaction,
  planned: readonly PlannedActor[],
  by: { userId: string; options: SaveOptions },
): Promise<void> {
  const room = {
    table: 'actor',
    columns: actorColumns,
    rowOf: ({ plan, ...place }: PlannedActor) => actorRow(plan.content, place),
  }
  const { born, changed } = await writeCurated(tx, room, planned, by)
  const rewritten = changed.map(({ plan }) => plan.id)
  if (rewritten.length > 0) {
    await removeNamesNotIn(
      tx,
      rewritten,
      changed.flatMap(({ plan }) => nameRows(plan.id, plan.content)),
    )
    await tx.actorIdentifier.deleteMany({ where: { actorId: { in: rewritten } } })
  }
  const written = [...born, ...changed].map(({ plan }) => plan)
  await insertRows(
    tx,
    'actor_name',
    nameColumns,
    written.flatMap((plan) => nameRows(plan.id, plan.content)),
  )
  const identifiers = written.flatMap((plan) => identifierRows(plan.id, plan.content))
  // Identifiers of one body in the world are kept apart by an index: fewer rows in than out means a collision.
  const kept = await insertRows(tx, 'actor_identifier', identifierColumns, identifiers)
  if (kept < identifiers.length)
    throw new AppError('invalid', 'identifierTaken', {}, [{ field: 'identifiers', message: 'identifierTaken' }])
}

/** Names that stay are left alone, so that the index of words is written only where a name changed. */
async function removeNamesNotIn(tx: Transaction, actorIds: readonly string[], rows: readonly Row[]): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM actor_name n WHERE n.actor_id = ANY(${actorIds}::uuid[]) AND NOT EXISTS (
      SELECT FROM ${recordset(nameColumns, rows)}
      WHERE (r.actor_id, r.kind, r.language, r.value, r.folded, r.compared, r.is_original, r.machine)
        = (n.actor_id, n.kind, n.language, n.value, n.folded, n.compared, n.is_original, n.machine))`
}

/** Publishing or hiding an actor shows or hides its relations, which every other party counts. */
async function refreshCounts(tx: Transaction, plans: readonly Planned<NewActor>[]): Promise<void> {
  const ids = plans.filter((plan) => plan.outcome === 'changed').map((plan) => plan.id)
  if (ids.length === 0) return
  await tx.$executeRaw`
    SELECT refresh_actor_relation_counts(ARRAY(
      SELECT DISTINCT other.actor_id FROM (
        SELECT mine.relation_id AS id FROM relation_party mine WHERE mine.actor_id = ANY(${ids}::uuid[])
        UNION SELECT held.id FROM relation held WHERE held.holder_id = ANY(${ids}::uuid[])
      ) AS touched JOIN relation_party other ON other.relation_id = touched.id WHERE other.actor_id IS NOT NULL
    ))`
}

export const {
  submit: submitActor,
  publish: publishActor,
  archive: archiveActor,
  sendBack: sendBackActor,
  restore: restoreActor,
} = movesOfRoom<NewActor>({
  getPresent: getPresentActor,
  canSave: (viewer, { territoryId, status }, to) => canSaveActor(viewer, territoryId, status, to),
  save: (viewer, { content, ...at }, options) => saveActors(viewer, [{ ...at, actor: content }], options),
})

/**
 * Throws an own draft away that was never published. Throws `conflict` when somebody saved it since, `invalid` when
 * another record names it.
 */
export async function discardActor(viewer: Viewer | null, at: { id: string; version: number }): Promise<void> {
  const present = await getPresentActor(viewer, at.id)
  requireThat(viewer !== null && canDiscardActor(viewer, present), viewer)
  await discardDraft('actor', viewer.userId, { ...at, territoryId: present.territoryId })
}
