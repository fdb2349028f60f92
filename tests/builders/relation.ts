import { systemViewer } from '@/core/viewer'
import { saveRelations } from '@/modules/relations/relation.commands'
import { type NewRelation, type NewRelationInput, newRelationSchema } from '@/modules/relations/relation.schema'
import type { Saved } from '@/platform/curated'

/** A legal relation between two or more ends: a twinning unless told otherwise. */
export const aRelation = (said: Partial<NewRelationInput> & Pick<NewRelationInput, 'parties'>): NewRelation =>
  newRelationSchema.parse({ type: 'twinning', originalLanguage: 'it', ...said })

export const party = (actor: { id: string }) => ({ actorId: actor.id, role: 'partner' as const })

/** Stores one relation as a published record of the commons, or as told. */
export async function givenRelation(
  said: Parameters<typeof aRelation>[0],
  territoryId: string | null = null,
): Promise<Saved> {
  const [saved] = await saveRelations(systemViewer, [{ territoryId, status: 'published', relation: aRelation(said) }])
  if (saved === undefined) throw new Error('nothing was saved')
  return saved
}
