import { AppError, requireThat } from '@/core/app-error'
import { fieldProblems } from '@/core/field-problems'
import type { Viewer } from '@/core/viewer'
import { canPublishActor } from '@/modules/actors/actor.policy'
import { replacedActor } from '@/modules/curation/merged-content.schema'
import { getSuccession } from '@/modules/curation/succession.queries'
import type { TakeOver } from '@/modules/curation/succession.schema'
import { findPresentRelations } from '@/modules/relations/present-relation.queries'
import { saveRelations } from '@/modules/relations/relation.commands'
import { newRelationSchema } from '@/modules/relations/relation.schema'
import { inTransaction } from '@/platform/curated'

/**
 * The successor stands in these relations from now on, as a party and as their holder; history keeps who stood there.
 * Answers how many. Throws `not-found`, `forbidden`, `invalid`.
 */
export async function takeOverRelations(viewer: Viewer | null, said: TakeOver, locale: string): Promise<number> {
  const { before, after, own } = await getSuccession(viewer, said.actorId, locale)
  requireThat(canPublishActor(viewer, before), viewer)
  const offered = new Set(own.map(({ id }) => id))
  if (!said.relations.every((id) => offered.has(id))) throw new AppError('not-found', 'notFound')
  return inTransaction({}, async (tx) => {
    const present = await findPresentRelations(tx, said.relations)
    const saves = [...present.values()].map(({ id, version, status, content }) => {
      const parsed = newRelationSchema.safeParse(replacedActor(content, { from: before.id, to: after.id }))
      // Nothing but the two stood in it: it would join the successor with itself.
      if (!parsed.success) throw new AppError('invalid', 'invalid', {}, fieldProblems(parsed.error))
      return { id, version, status, relation: parsed.data }
    })
    return (await saveRelations(viewer, saves, { tx, action: 'succeed' })).length
  })
}
