// What programs write, as partners' own systems do: one record at a time, by id or slug.
import { requireThat } from '@/core/app-error'
import { patchedContent } from '@/core/patched-content'
import type { Viewer } from '@/core/viewer'
import { savePractices } from '@/modules/practices/practice.commands'
import { practiceParts } from '@/modules/practices/practice-part.schema'
import { canSavePractice } from '@/modules/practices/practice.policy'
import { practiceFields, type NewPractice, newPracticeSchema } from '@/modules/practices/practice.schema'
import { getPresentPractice } from '@/modules/practices/present-practice.queries'
import type { Saved } from '@/platform/curated'
import { patchOfRoom } from '@/platform/record-patch'
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

/** Changes fields of a practice, or proposes the change (`patchOfRoom`). */
export const patchPractice = patchOfRoom({
  ...{ kind: 'practice', parts: practiceParts },
  getPresent: getPresentPractice,
  patched: (changed) => patchedContent(newPracticeSchema, practiceFields, changed),
  canSave: (viewer, present) => canSavePractice(viewer, present, present.status),
  save: (viewer, { content, ...at }, options) => savePractices(viewer, [{ ...at, practice: content }], options),
})
