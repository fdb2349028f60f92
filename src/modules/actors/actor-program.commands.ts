// What programs write, as partners' own systems do: one record at a time, by id or slug.
import { AppError, requireThat } from '@/core/app-error'
import { patchedContent } from '@/core/patched-content'
import type { Viewer } from '@/core/viewer'
import { saveActors } from '@/modules/actors/actor.commands'
import { canSaveActor } from '@/modules/actors/actor.policy'
import { actorFields, type NewActor, newActorSchema } from '@/modules/actors/actor.schema'
import { getPresentActor } from '@/modules/actors/present-actor.queries'
import type { Saved } from '@/platform/curated'
import { once, type OnceRequest } from '@/platform/once'

/** Makes a draft, once for each key of the program. `territoryId` null = the commons, absent = worked out. */
export async function createActor(
  viewer: Viewer | null,
  { actor, territoryId }: { actor: NewActor; territoryId?: string | null | undefined },
  request: OnceRequest | null,
): Promise<Saved> {
  requireThat(viewer !== null, viewer)
  const save = { actor, ...(territoryId !== undefined && { territoryId }) }
  return once(viewer, request, (options) => saveActors(viewer, [save], options))
}

/**
 * Changes what the patch names (RFC 7396) of the version the program saw. Throws `invalid` naming every field that
 * cannot be written, and as `saveActors`.
 */
export async function patchActor(
  viewer: Viewer | null,
  { id, version }: { id: string; version: number },
  patch: object,
): Promise<Saved> {
  const present = await getPresentActor(viewer, id)
  requireThat(canSaveActor(viewer, present.territoryId, present.status, present.status), viewer)
  if (present.version !== version) throw new AppError('conflict', 'conflict', { id, version: present.version })
  const actor = patchedContent(newActorSchema, actorFields, { content: present.content, patch })
  const [saved] = await saveActors(viewer, [{ id, version, actor }])
  if (saved === undefined) throw new AppError('not-found', 'notFound')
  return saved
}
