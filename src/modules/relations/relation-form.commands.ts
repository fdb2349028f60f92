import { AppError, requireThat, toldAt } from '@/core/app-error'
import type { StaleForm } from '@/core/form-outcome'
import { mixedContent } from '@/core/record-part'
import type { Viewer } from '@/core/viewer'
import { type ActorSave, saveActors } from '@/modules/actors/actor.commands'
import { getPresentRelation } from '@/modules/relations/present-relation.queries'
import { type RelationSave, saveRelations } from '@/modules/relations/relation.commands'
import { findUnpublishedEnds, relationFormValues } from '@/modules/relations/relation-form.queries'
import type { RelationForm } from '@/modules/relations/relation-form.schema'
import { canPublishRelation, canSaveRelation } from '@/modules/relations/relation.policy'
import { relationParts } from '@/modules/relations/relation-part.schema'
import { type NewRelation, newRelationSchema } from '@/modules/relations/relation.schema'
import { inTransaction, type Saved, type SaveOptions } from '@/platform/curated'
import { dropFormDraft } from '@/platform/form-draft'
import { formOfRoom } from '@/platform/record-form'

const formOfRelation = formOfRoom<NewRelation>({
  getPresent: getPresentRelation,
  canSave: (viewer, { territoryId, status }, to) => canSaveRelation(viewer, territoryId, status, to),
  mixed: (taken) => mixedContent(newRelationSchema, relationParts, taken),
  valuesOf: relationFormValues,
})

/**
 * Keeps what a relation's form says, together with the actors that were written inside it: all of it or nothing. Answers
 * `stale` with the present version when somebody saved meanwhile. Throws as `saveActors` and `saveRelations`.
 */
export async function keepRelation(
  viewer: Viewer | null,
  form: RelationForm,
  locale: string,
): Promise<{ saved: Saved } | StaleForm> {
  const kept = await formOfRelation(viewer, { ...form, content: form.relation }, locale)
  if ('stale' in kept) return kept
  const { content: relation, present, save, options } = kept
  // An actor abroad has no home that could curate it: whoever curates the relation does.
  const curator =
    present !== null
      ? { territoryId: present.territoryId }
      : save.territoryId !== undefined && { territoryId: save.territoryId }
  const bornStatus = options.proposal ? ('submitted' as const) : save.status
  const born = form.newActors.map(({ id, actor }) => ({ id, ...curator, status: bornStatus, actor }))
  const shown = save.status === 'published' && !options.proposal ? await unpublishedEnds(kept.viewer, relation) : []
  const saved = await saveTogether(kept.viewer, [...born, ...shown], { ...save, relation }, options).catch(
    (error: unknown) => {
      throw toldAt(error, { holderId: isParty(relation) ? 'holder' : 'holderOther' })
    },
  )
  await dropFormDraft({ userId: kept.viewer.userId, form: 'relation', recordId: form.id })
  return { saved }
}

/** Publishes a relation, and with it those of its actors that wait for the same coordinator. */
export async function publishRelationWhole(viewer: Viewer | null, at: { id: string; version: number }): Promise<Saved> {
  const present = await getPresentRelation(viewer, at.id)
  requireThat(viewer !== null && canPublishRelation(viewer, present), viewer)
  return saveRelationWhole(viewer, { ...at, status: 'published', relation: present.content }, { action: 'publish' })
}

/** Saves a relation; one that everybody sees brings those of its actors with it that this viewer may publish. */
export async function saveRelationWhole(viewer: Viewer, save: RelationSave, options: SaveOptions): Promise<Saved> {
  const actors = save.status === 'published' ? await unpublishedEnds(viewer, save.relation) : []
  return saveTogether(viewer, actors, save, options)
}

/** A holder among the parties is chosen from them; any other has a search of its own. */
const isParty = ({ holderId, parties }: RelationForm['relation']): boolean =>
  parties.some((end) => 'actorId' in end && end.actorId === holderId)

/** The actors that become public with their relation, as saves. */
const unpublishedEnds = async (viewer: Viewer, relation: RelationSave['relation']): Promise<ActorSave[]> =>
  (await findUnpublishedEnds(viewer, relation)).map(({ id, version, content }) => ({
    id,
    version,
    status: 'published',
    actor: content,
  }))

/** Actors first, then the relation that names them, in one transaction. */
async function saveTogether(
  viewer: Viewer,
  actors: readonly ActorSave[],
  relation: RelationSave,
  options: SaveOptions,
): Promise<Saved> {
  const [saved] = await inTransaction(options, async (tx) => {
    const { within: _within, ...shared } = options
    if (actors.length > 0) await saveActors(viewer, actors, { ...shared, tx })
    return saveRelations(viewer, [relation], { ...options, tx })
  })
  if (saved === undefined) throw new AppError('not-found', 'notFound')
  return saved
}
