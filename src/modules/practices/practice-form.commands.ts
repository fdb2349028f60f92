import { AppError, toldAt } from '@/core/app-error'
import type { StaleForm } from '@/core/form-outcome'
import { mixedContent } from '@/core/record-part'
import type { Viewer } from '@/core/viewer'
import { practiceFormValues } from '@/modules/practices/practice-form.queries'
import { practiceControls, type PracticeForm } from '@/modules/practices/practice-form.schema'
import { practiceParts } from '@/modules/practices/practice-part.schema'
import { savePractices } from '@/modules/practices/practice.commands'
import { canSavePractice } from '@/modules/practices/practice.policy'
import { type NewPractice, newPracticeSchema } from '@/modules/practices/practice.schema'
import { getPresentPractice } from '@/modules/practices/present-practice.queries'
import type { Saved } from '@/platform/curated'
import { dropFormDraft } from '@/platform/form-draft'
import { formOfRoom } from '@/platform/record-form'

const formOfPractice = formOfRoom<NewPractice>({
  getPresent: getPresentPractice,
  canSave: canSavePractice,
  mixed: (taken) => mixedContent(newPracticeSchema, practiceParts, taken),
  valuesOf: practiceFormValues,
})

/**
 * Keeps what a practice's form says: a draft, a submission or a publication, as its button says. Answers `stale` with the
 * present version when somebody saved meanwhile. Throws as `savePractices`, problems told at the form's controls.
 */
export async function keepPractice(
  viewer: Viewer | null,
  form: PracticeForm,
  locale: string,
): Promise<{ saved: Saved } | StaleForm> {
  const kept = await formOfPractice(viewer, { ...form, content: form.practice }, locale)
  if ('stale' in kept) return kept
  const { content: practice, save, options } = kept
  const [saved] = await savePractices(kept.viewer, [{ ...save, practice }], options).catch((error: unknown) => {
    throw toldAt(error, practiceControls(practice.originalLanguage))
  })
  if (saved === undefined) throw new AppError('not-found', 'notFound')
  await dropFormDraft({ userId: kept.viewer.userId, form: 'practice', recordId: form.id })
  return { saved }
}
