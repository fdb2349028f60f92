// What programs write, as partners' own systems do: one record at a time, by id or slug.
import { AppError, requireThat } from '@/core/app-error'
import { patchedContent } from '@/core/patched-content'
import type { Viewer } from '@/core/viewer'
import { saveRelations } from '@/modules/relations/relation.commands'
import { canSaveRelation } from '@/modules/relations/relation.policy'
import { relationFields, type NewRelation, newRelationSchema } from '@/modules/relations/relation.schema'
import { getPresentRelation } from '@/modules/relations/present-relation.queries'
import type { Saved } from '@/platform/curated'
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

/**
 * Changes what the patch names (RFC 7396) of the version the program saw. Throws `invalid` naming every field that
 * cannot be written, and as `saveRelations`.
 */
export async function patchRelation(
  viewer: Viewer | null,
  { id, version }: { id: string; version: number },
  patch: object,
): Promise<Saved> {
  const present = await getPresentRelation(viewer, id)
  requireThat(canSaveRelation(viewer, present.territoryId, present.status, present.status), viewer)
  if (present.version !== version) throw new AppError('conflict', 'conflict', { id, version: present.version })
  const relation = patchedContent(newRelationSchema, relationFields, { content: present.content, patch })
  const [saved] = await saveRelations(viewer, [{ id, version, relation }])
  if (saved === undefined) throw new AppError('not-found', 'notFound')
  return saved
}
