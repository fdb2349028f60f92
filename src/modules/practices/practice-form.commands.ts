import { AppError, isAppError, requireThat, toldAt } from '@/core/app-error'
import { actionOf, knownVersion, statusAfter, takenParts } from '@/core/form-intent'
import type { StaleForm } from '@/core/form-outcome'
import { mixedContent } from '@/core/record-part'
import type { Viewer } from '@/core/viewer'
import { practiceFormValues } from '@/modules/practices/practice-form.queries'
import { practiceControls, type PracticeForm } from '@/modules/practices/practice-form.schema'
import { practiceParts } from '@/modules/practices/practice-part.schema'
import { savePractices } from '@/modules/practices/practice.commands'
import { canCreatePractice, canProposePractice, canSavePractice } from '@/modules/practices/practice.policy'
import { newPracticeSchema } from '@/modules/practices/practice.schema'
import { getPresentPractice } from '@/modules/practices/present-practice.queries'
import type { Saved } from '@/platform/curated'
import { dropFormDraft } from '@/platform/form-draft'

/**
 * Keeps what a practice's form says: a draft, a submission or a publication, as its button says. Answers `stale` with the
 * present version when somebody saved meanwhile. Throws as `savePractices`, problems told at the form's controls.
 */
export async function keepPractice(
  viewer: Viewer | null,
  form: PracticeForm,
  locale: string,
): Promise<{ saved: Saved } | StaleForm> {
  const present = await getPresentPractice(viewer, form.id).catch((error: unknown) => {
    // Without a version it is a new record, unless the same form was sent before.
    if (form.version === undefined && isAppError(error)) return null
    throw error
  })
  const status = statusAfter(form.intent, present?.status ?? null)
  const proposal = form.intent === 'propose'
  if (present !== null)
    requireThat(proposal ? canProposePractice(viewer, present) : canSavePractice(viewer, present, status), viewer)
  requireThat(viewer !== null && (present !== null || (!proposal && maySomewhere(viewer))), viewer)
  if (present !== null && present.version !== knownVersion(form))
    return { stale: { version: present.version, values: await practiceFormValues(present.content, locale) } }
  // Without script the parts chosen from the present version come with the form.
  const practice =
    present === null
      ? form.practice
      : mixedContent(newPracticeSchema, practiceParts, {
          content: form.practice,
          from: present.content,
          keys: takenParts(form),
        })
  const territory =
    form.territoryId === undefined ? {} : { territoryId: form.territoryId === 'commons' ? null : form.territoryId }
  const version = present === null ? {} : { version: present.version }
  const save = { id: form.id, ...version, ...territory, status, practice }
  const [saved] = await savePractices(viewer, [save], { ...actionOf(form.intent), proposal }).catch(
    (error: unknown) => {
      throw toldAt(error, practiceControls(practice.originalLanguage))
    },
  )
  if (saved === undefined) throw new AppError('not-found', 'notFound')
  await dropFormDraft({ userId: viewer.userId, form: 'practice', recordId: form.id })
  return { saved }
}

const maySomewhere = (viewer: Viewer): boolean =>
  viewer.isAdmin || viewer.territoryIds.some((territoryId) => canCreatePractice(viewer, territoryId))
