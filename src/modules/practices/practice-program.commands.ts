// What programs write, as partners' own systems do: one record at a time, by id or slug.
import { AppError, requireThat } from '@/core/app-error'
import { patchedContent } from '@/core/patched-content'
import type { Viewer } from '@/core/viewer'
import { savePractices } from '@/modules/practices/practice.commands'
import { canSavePractice } from '@/modules/practices/practice.policy'
import { practiceFields, type NewPractice, newPracticeSchema } from '@/modules/practices/practice.schema'
import { getPresentPractice } from '@/modules/practices/present-practice.queries'
import type { Saved } from '@/platform/curated'
import { once, type OnceRequest } from '@/platform/once'

/** Makes a draft, once for each key of the program. `territoryId` null = the commons, absent = worked out. */
export async function createPractice(
  viewer: Viewer | null,
  { practice, territoryId }: { practice: NewPractice; territoryId?: string | null | undefined },
  request: OnceRequest | null,
): Promise<Saved> {
  requireThat(viewer !== null, viewer)
  const save = { practice, ...(territoryId !== undefined && { territoryId }) }
  return once(viewer, request, (options) => savePractices(viewer, [save], options))
}

/**
 * Changes what the patch names (RFC 7396) of the version the program saw. Throws `invalid` naming every field that
 * cannot be written, and as `savePractices`.
 */
export async function patchPractice(
  viewer: Viewer | null,
  { id, version }: { id: string; version: number },
  patch: object,
): Promise<Saved> {
  const present = await getPresentPractice(viewer, id)
  requireThat(canSavePractice(viewer, present, present.status), viewer)
  if (present.version !== version) throw new AppError('conflict', 'conflict', { id, version: present.version })
  const practice = patchedContent(newPracticeSchema, practiceFields, { content: present.content, patch })
  const [saved] = await savePractices(viewer, [{ id, version, practice }])
  if (saved === undefined) throw new AppError('not-found', 'notFound')
  return saved
}
