// What programs write, as partners' own systems do: one record at a time, by id or slug.
import { requireThat } from '@/core/app-error'
import { patchedContent } from '@/core/patched-content'
import type { Viewer } from '@/core/viewer'
import { saveActors } from '@/modules/actors/actor.commands'
import { actorParts } from '@/modules/actors/actor-part.schema'
import { canSaveActor } from '@/modules/actors/actor.policy'
import { actorFields, type NewActor, newActorSchema } from '@/modules/actors/actor.schema'
import { getPresentActor } from '@/modules/actors/present-actor.queries'
import type { Saved } from '@/platform/curated'
import { patchOfRoom } from '@/platform/record-patch'
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

/** Changes fields of an actor, or proposes the change (`patchOfRoom`). */
export const patchActor = patchOfRoom({
  ...{ kind: 'actor', parts: actorParts },
  getPresent: getPresentActor,
  patched: (changed) => patchedContent(newActorSchema, actorFields, changed),
  canSave: (viewer, { territoryId, status }) => canSaveActor(viewer, territoryId, status, status),
  save: (viewer, { content, ...at }, options) => saveActors(viewer, [{ ...at, actor: content }], options),
})
