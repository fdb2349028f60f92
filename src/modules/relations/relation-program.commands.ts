// What programs write, as partners' own systems do: one record at a time, by id or slug.
import { requireThat } from '@/core/app-error'
import { patchedContent } from '@/core/patched-content'
import type { Viewer } from '@/core/viewer'
import { saveRelations } from '@/modules/relations/relation.commands'
import { relationParts } from '@/modules/relations/relation-part.schema'
import { canSaveRelation } from '@/modules/relations/relation.policy'
import { relationFields, type NewRelation, newRelationSchema } from '@/modules/relations/relation.schema'
import { getPresentRelation } from '@/modules/relations/present-relation.queries'
import type { Saved } from '@/platform/curated'
import { patchOfRoom } from '@/platform/record-patch'
import { once, type OnceRequest } from '@/platform/once'

/** Makes a draft, once for each key of the program. `territoryId` null = the commons, absent = worked out. */
export async function createRelation(
  viewer: Viewer | null,
  { relation, territoryId }: { relation: NewRelation; territoryId?: string | null | undefined },
  request: OnceRequest | null,
): Promise<Saved> {
  requireThat(viewer !== null, viewer)
  const save = { relation, ...(territoryId !== undefined && { territoryId }) }
  return once(viewer, request, (options) => saveRelations(viewer, [save], options))
}

/** Changes fields of a relation, or proposes the change (`patchOfRoom`). */
export const patchRelation = patchOfRoom({
  ...{ kind: 'relation', parts: relationParts },
  getPresent: getPresentRelation,
  patched: (changed) => patchedContent(newRelationSchema, relationFields, changed),
  canSave: (viewer, { territoryId, status }) => canSaveRelation(viewer, territoryId, status, status),
  save: (viewer, { content, ...at }, options) => saveRelations(viewer, [{ ...at, relation: content }], options),
})
