import { isAppError, requireThat } from '@/core/app-error'
import type { RecordStatus } from '@/core/curated'
import type { FormFields } from '@/core/form-fields'
import { actionOf, type FormHead, knownVersion, statusAfter, takenParts } from '@/core/form-intent'
import type { StaleForm } from '@/core/form-outcome'
import type { Present } from '@/core/present'
import type { Content } from '@/core/record-part'
import { canCreateRecord, canProposeRecord } from '@/core/record-policy'
import type { Viewer } from '@/core/viewer'
import type { SaveOptions } from '@/platform/curated'

/** What a room's records need to be kept by their form: how one is read, shown and mixed, and who may save. */
type FormRoom<C extends Content> = {
  getPresent: (viewer: Viewer | null, id: string) => Promise<Present<C>>
  canSave: (viewer: Viewer | null, present: Present<C>, to: RecordStatus) => boolean
  /** `mixedContent` by the room's schema and parts. */
  mixed: (taken: { content: C; from: C; keys: readonly string[] }) => C
  /** What stands in the register, as the values of the form's controls. */
  valuesOf: (content: C, locale: string) => Promise<FormFields>
}

/** A form that may be kept: what the room's save is called with. */
type KeptForm<C> = {
  viewer: Viewer
  present: Present<C> | null
  content: C
  /** `territoryId` is absent when it is to be worked out. */
  save: { id: string; version?: number; territoryId?: string | null; status: RecordStatus }
  options: SaveOptions & { proposal: boolean }
}

/**
 * Holds the form of a curated record against the record as it is now: a draft, a submission, a publication or a proposal,
 * as its button says. Answers `stale` with the present version when somebody saved meanwhile. Throws `forbidden`,
 * `unauthenticated`, and as `getPresent` where the form opened a record.
 */
export const formOfRoom =
  <C extends Content>(room: FormRoom<C>) =>
  async (
    viewer: Viewer | null,
    { content, ...form }: FormHead & { content: C },
    locale: string,
  ): Promise<StaleForm | KeptForm<C>> => {
    const present = await room.getPresent(viewer, form.id).catch((error: unknown) => {
      // Without a version it is a new record, unless the same form was sent before.
      if (form.version === undefined && isAppError(error)) return null
      throw error
    })
    const status = statusAfter(form.intent, present?.status ?? null)
    const proposal = form.intent === 'propose'
    if (present !== null)
      requireThat(proposal ? canProposeRecord(viewer, present) : room.canSave(viewer, present, status), viewer)
    requireThat(viewer !== null && (present !== null || (!proposal && maySomewhere(viewer))), viewer)
    if (present !== null && present.version !== knownVersion(form)) {
      const values = await room.valuesOf(present.content, locale)
      return { stale: { version: present.version, values } }
    }
    const { territoryId } = form
    return {
      viewer,
      present,
      // Without script the parts chosen from the present version come with the form.
      content: present === null ? content : room.mixed({ content, from: present.content, keys: takenParts(form) }),
      save: {
        id: form.id,
        ...(present !== null && { version: present.version }),
        ...(territoryId !== undefined && { territoryId: territoryId === 'commons' ? null : territoryId }),
        status,
      },
      options: { ...actionOf(form.intent), proposal },
    }
  }

/** Whether this viewer may create at all; which territory is judged by the save. */
const maySomewhere = (viewer: Viewer): boolean =>
  viewer.isAdmin || viewer.territoryIds.some((territoryId) => canCreateRecord(viewer, territoryId))
