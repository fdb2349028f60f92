import type { Present } from '@/core/present'
import type { Content } from '@/core/record-part'
import type { Viewer } from '@/core/viewer'
import { canPublishActor, canReadActor } from '@/modules/actors/actor.policy'
import { findPresentActors, readable as readableActor } from '@/modules/actors/present-actor.queries'
import type { BulkKind } from '@/modules/desk/bulk.schema'
import { findPresentRelations, readable as readableRelation } from '@/modules/relations/present-relation.queries'
import { canReadRelation } from '@/modules/relations/relation.policy'
import { newRelationSchema } from '@/modules/relations/relation.schema'
import type { Transaction } from '@/platform/bulk'

/** The records with these ids that this viewer may see, of either kind. */
export async function findMany(
  tx: Transaction,
  viewer: Viewer,
  kind: BulkKind,
  ids: readonly string[],
): Promise<Present<Content>[]> {
  if (kind === 'actor')
    return [...(await findPresentActors(tx, ids)).values()].filter((one) => canReadActor(viewer, readableActor(one)))
  const relations = [...(await findPresentRelations(tx, ids)).values()]
  return relations.filter((one) => canReadRelation(viewer, readableRelation(one)))
}

/** The actors of these relations that become public with them: those that wait for the same coordinator. */
export async function endsToPublish(
  tx: Transaction,
  viewer: Viewer,
  relations: readonly Content[],
): Promise<Present<Content>[]> {
  const ids = relations.flatMap((content) => {
    const { parties, holderId } = newRelationSchema.parse(content)
    return [...parties.flatMap((end) => ('actorId' in end ? [end.actorId] : [])), ...(holderId ? [holderId] : [])]
  })
  const actors = await findPresentActors(tx, [...new Set(ids)])
  return [...actors.values()].filter(
    (actor) => (actor.status === 'draft' || actor.status === 'submitted') && canPublishActor(viewer, actor),
  )
}
