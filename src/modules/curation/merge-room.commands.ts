import { AppError } from '@/core/app-error'
import type { CuratedSave, RecordStatus } from '@/core/curated'
import { fieldProblems } from '@/core/field-problems'
import type { Present } from '@/core/present'
import type { Reference } from '@/core/reference'
import type { Viewer } from '@/core/viewer'
import { saveActors } from '@/modules/actors/actor.commands'
import { canReadActor } from '@/modules/actors/actor.policy'
import { type NewActor, newActorSchema } from '@/modules/actors/actor.schema'
import { findPresentActors, readable as readableActor } from '@/modules/actors/present-actor.queries'
import type { MergeableKind } from '@/modules/curation/duplicate.schema'
import type { Touched } from '@/modules/curation/merge.schema'
import { mergedActor, mergedRelation, replacedActor } from '@/modules/curation/merged-content.schema'
import { saveRelations } from '@/modules/relations/relation.commands'
import { canReadRelation } from '@/modules/relations/relation.policy'
import { type NewRelation, newRelationSchema } from '@/modules/relations/relation.schema'
import { findPresentRelations, readable as readableRelation } from '@/modules/relations/present-relation.queries'
import type { Transaction } from '@/platform/bulk'
import type { Saved, SaveOptions } from '@/platform/curated'

type Content = NewActor | NewRelation
type Change<C> = CuratedSave & { id: string; content: C }
type Sides<C> = { kept: C; other: C; taken: ReadonlySet<string> }

/** What a merge needs to know of one kind of record. */
export type MergeRoom<C extends Content> = {
  kind: MergeableKind
  find: (tx: Transaction, ids: readonly string[]) => Promise<Map<string, Present<C>>>
  canRead: (viewer: Viewer | null, present: Present<C>) => boolean
  /** Throws `invalid` naming what the schema refuses. */
  read: (content: unknown) => C
  /** What the record that stays will say. */
  join: (ids: readonly string[], sides: Sides<C>) => C
  /** What stays of the other: numbers that one record in the world may have have gone on. */
  leave: (sides: Sides<C>) => C
  save: (viewer: Viewer, changes: readonly Change<C>[], options: SaveOptions) => Promise<Saved[]>
  /** Moves other curated records on, as ordinary saves with a history of their own. */
  follow: (tx: Transaction, hand: Viewer, ids: { from: string; to: string }) => Promise<Touched[]>
  references: readonly Reference[]
}

const refused = <C>(
  parsed: { success: true; data: C } | { success: false; error: Parameters<typeof fieldProblems>[0] },
): C => {
  if (parsed.success) return parsed.data
  throw new AppError('invalid', 'invalid', {}, fieldProblems(parsed.error))
}
const readActor = (content: unknown) => refused(newActorSchema.safeParse(content))
const readRelation = (content: unknown) => refused(newRelationSchema.safeParse(content))

/** Saves, and tells what changed. */
async function saved<C extends Content>(
  room: Pick<MergeRoom<C>, 'kind' | 'save'>,
  hand: Viewer,
  changes: readonly (Change<C> & { status: RecordStatus; before: RecordStatus })[],
  tx: Transaction,
): Promise<Touched[]> {
  if (changes.length === 0) return []
  const results = await room.save(
    hand,
    changes.map(({ before: _before, ...change }) => change),
    { tx, action: 'merge' },
  )
  return results.flatMap(({ id, version, outcome }, index) =>
    outcome === 'unchanged'
      ? []
      : [{ kind: room.kind, id, version, status: changes[index]?.before ?? 'draft', isNew: true }],
  )
}

const column = (table: string, name: string): Reference => ({ table, column: name, key: ['id'], once: false })
const link = (table: string, name: string, pair: string): Reference => ({
  table,
  column: name,
  key: [pair],
  once: true,
})
const step = (name: string): Reference => ({
  ...{ table: 'introduction_step', column: name },
  ...{ key: ['introduction_id', 'position'], once: false },
})

export const actorRoom: MergeRoom<NewActor> = {
  kind: 'actor',
  find: findPresentActors,
  canRead: (viewer, present) => canReadActor(viewer, readableActor(present)),
  read: readActor,
  join: (ids, sides) => readActor(mergedActor(ids, sides)),
  leave: ({ other, taken }) =>
    readActor({ ...other, identifiers: [], ...(taken.has('source') && { source: undefined }) }),
  save: (viewer, changes, options) =>
    saveActors(
      viewer,
      changes.map(({ content, ...at }) => ({ ...at, actor: content })),
      options,
    ),
  follow: async (tx, hand, ids) => [...(await followRelations(tx, hand, ids)), ...(await followActors(tx, hand, ids))],
  references: [
    column('person', 'actor_id'),
    column('user', 'organisation_id'),
    column('territory', 'partner_organisation_id'),
    column('practice', 'in_charge_id'),
    column('activity', 'host_id'),
    column('attachment', 'record_id'),
    { ...column('group_member', 'stands_for_id'), key: ['group_id', 'user_id'] },
    column('invitation', 'stands_for_id'),
    column('group_attendance', 'stands_for_id'),
    column('group_decision_presence', 'stands_for_id'),
    column('review', 'stands_for_id'),
    step('actor_id'),
    link('practice_actor', 'actor_id', 'practice_id'),
    link('action_actor', 'actor_id', 'action_id'),
    link('activity_participant', 'actor_id', 'activity_id'),
  ],
}

export const relationRoom: MergeRoom<NewRelation> = {
  kind: 'relation',
  find: findPresentRelations,
  canRead: (viewer, present) => canReadRelation(viewer, readableRelation(present)),
  read: readRelation,
  join: (_ids, sides) => readRelation(mergedRelation(sides)),
  leave: ({ other, taken }) => readRelation({ ...other, ...(taken.has('source') && { source: undefined }) }),
  save: (viewer, changes, options) =>
    saveRelations(
      viewer,
      changes.map(({ content, ...at }) => ({ ...at, relation: content })),
      options,
    ),
  follow: async () => [],
  references: [
    column('action_lesson', 'relation_id'),
    column('attachment', 'record_id'),
    // One territory contests a relation once at a time.
    link('contest', 'relation_id', 'territory_id'),
    step('relation_id'),
    link('practice_relation', 'relation_id', 'practice_id'),
    link('practice_transfer_relation', 'relation_id', 'transfer_id'),
    link('activity_relation', 'relation_id', 'activity_id'),
  ],
}

/**
 * Relations in which the other was a party or the holder. Where both were parties one of them stays; a relation between
 * the two alone says nothing any more and is archived as it is.
 */
async function followRelations(tx: Transaction, hand: Viewer, { from, to }: { from: string; to: string }) {
  const found = await tx.relation.findMany({
    where: { OR: [{ holderId: from }, { parties: { some: { actorId: from } } }] },
    select: { id: true },
  })
  const present = await findPresentRelations(tx, found.map(({ id }) => id)) // prettier-ignore
  const changes = [...present.values()].map(({ id, version, status, content }) => {
    const replaced = replacedActor(content, { from, to })
    const isBetween = replaced.parties.length < 2
    const next = isBetween ? content : readRelation(replaced)
    return { id, version, before: status, status: isBetween ? ('archived' as const) : status, content: next }
  })
  return saved(relationRoom, hand, changes, tx)
}

/** Bodies that were part of the other, or became it. */
async function followActors(tx: Transaction, hand: Viewer, { from, to }: { from: string; to: string }) {
  const found = await tx.actor.findMany({
    where: { OR: [{ parentId: from }, { successorId: from }], id: { not: to } },
    select: { id: true },
  })
  const present = await findPresentActors(tx, found.map(({ id }) => id)) // prettier-ignore
  const changes = [...present.values()].map(({ id, version, status, content }) => ({
    ...{ id, version, status, before: status },
    content: readActor({
      ...content,
      parentId: content.parentId === from ? to : content.parentId,
      successorId: content.successorId === from ? to : content.successorId,
    }),
  }))
  return saved(actorRoom, hand, changes, tx)
}
