import { systemViewer } from '@/core/viewer'
import { savePractices } from '@/modules/practices/practice.commands'
import { type NewPractice, type NewPracticeInput, newPracticeSchema } from '@/modules/practices/practice.schema'
import type { Saved } from '@/platform/curated'

export const text = (value: string, language = 'it') => ({
  original: language,
  texts: { [language]: { value, machine: false } },
})

/** A legal practice that may be handed in, given who is in charge. */
export const aPractice = (said: Partial<NewPracticeInput> = {}): NewPractice =>
  newPracticeSchema.parse({
    originalLanguage: 'it',
    title: text('Un tavolo per il Sudafrica'),
    summary: text('Enti e imprese allo stesso tavolo.'),
    detail: text('Il comune tiene vivi i legami, la fondazione ne fa accordi.'),
    themes: ['mechanics'],
    country: 'IT',
    ...said,
  })

/** Stores one practice as a published record of the commons, or as told. */
export async function givenPublishedPractice(
  said: Partial<NewPracticeInput> & { inChargeId: string },
  territoryId: string | null = null,
): Promise<Saved> {
  const [saved] = await savePractices(systemViewer, [{ territoryId, status: 'published', practice: aPractice(said) }])
  if (saved === undefined) throw new Error('nothing was saved')
  return saved
}
