import { AppError, isAppError, requireThat, toldAt } from '@/core/app-error'
import { actionOf, statusAfter } from '@/core/form-intent'
import type { StaleForm } from '@/core/form-outcome'
import type { Viewer } from '@/core/viewer'
import { type ActorSave, saveActors } from '@/modules/actors/actor.commands'
import { getPresentRelation } from '@/modules/relations/present-relation.queries'
import { type RelationSave, saveRelations } from '@/modules/relations/relation.commands'
import { findUnpublishedEnds, relationFormValues } from '@/modules/relations/relation-form.queries'
import type { RelationForm } from '@/modules/relations/relation-form.schema'
import { canCreateRelation, canPublishRelation, canSaveRelation } from '@/modules/relations/relation.policy'
import { inTransaction, type Saved, type SaveOptions } from '@/platform/curated'
import { dropFormDraft } from '@/platform/form-draft'

/**
 * Keeps what a relation's form says, together with the actors that were written inside it: all of it or nothing. Answers
 * `stale` with the present version when somebody saved meanwhile. Throws as `saveActors` and `saveRelations`.
 */
export async function keepRelation(
  viewer: Viewer | null,
  form: RelationForm,
  locale: string,
): Promise<{ saved: Saved } | StaleForm> {
  const present = await getPresentRelation(viewer, form.id).catch((error: unknown) => {
    // Without a version it is a new record, unless the same form was sent before.
    if (form.version === undefined && isAppError(error)) return null
    throw error
  })
  const status = statusAfter(form.intent, present?.status ?? null)
  if (present !== null) requireThat(canSaveRelation(viewer, present.territoryId, present.status, status), viewer)
  requireThat(viewer !== null && (present !== null || maySomewhere(viewer)), viewer)
  if (present !== null && present.version !== form.version)
    return { stale: { version: present.version, values: await relationFormValues(present.content, locale) } }
  const territory =
    form.territoryId === undefined ? {} : { territoryId: form.territoryId === 'commons' ? null : form.territoryId }
  const version = form.version === undefined ? {} : { version: form.version }
  const relation = { id: form.id, ...version, ...territory, status, relation: form.relation }
  // An actor abroad has no home that could curate it: whoever curates the relation does.
  const curator = present === null ? territory : { territoryId: present.territoryId }
  const born = form.newActors.map(({ id, actor }) => ({ id, ...curator, status, actor }))
  const shown = status === 'published' ? await unpublishedEnds(viewer, form.relation) : []
  const saved = await saveTogether(viewer, [...born, ...shown], relation, actionOf(form.intent)).catch(
    (error: unknown) => {
      throw toldAt(error, { holderId: isParty(form.relation) ? 'holder' : 'holderOther' })
    },
  )
  await dropFormDraft({ userId: viewer.userId, form: 'relation', recordId: form.id })
  return { saved }
}

/** Publishes a relation, and with it those of its actors that wait for the same coordinator. */
export async function publishRelationWhole(viewer: Viewer | null, at: { id: string; version: number }): Promise<Saved> {
  const present = await getPresentRelation(viewer, at.id)
  requireThat(viewer !== null && canPublishRelation(viewer, present), viewer)
  const actors = await unpublishedEnds(viewer, present.content)
  return saveTogether(viewer, actors, { ...at, status: 'published', relation: present.content }, { action: 'publish' })
}

/** A holder among the parties is chosen from them; any other has a search of its own. */
const isParty = ({ holderId, parties }: RelationForm['relation']): boolean =>
  parties.some((end) => 'actorId' in end && end.actorId === holderId)

const maySomewhere = (viewer: Viewer): boolean =>
  viewer.isAdmin || viewer.territoryIds.some((territoryId) => canCreateRelation(viewer, territoryId))

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
    if (actors.length > 0) await saveActors(viewer, actors, { ...options, tx })
    return saveRelations(viewer, [relation], { ...options, tx })
  })
  if (saved === undefined) throw new AppError('not-found', 'notFound')
  return saved
}
