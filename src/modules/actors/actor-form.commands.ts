import { AppError, toldAt } from '@/core/app-error'
import { countryName } from '@/core/country'
import type { StaleForm } from '@/core/form-outcome'
import { mixedContent } from '@/core/record-part'
import type { Viewer } from '@/core/viewer'
import { saveActors } from '@/modules/actors/actor.commands'
import { actorFormValues } from '@/modules/actors/actor-form.queries'
import { actorControls, type ActorForm } from '@/modules/actors/actor-form.schema'
import { actorParts } from '@/modules/actors/actor-part.schema'
import { canSaveActor } from '@/modules/actors/actor.policy'
import { type NewActor, newActorSchema } from '@/modules/actors/actor.schema'
import { getPresentActor } from '@/modules/actors/present-actor.queries'
import { tagCodes } from '@/modules/taxonomy/code-entry.queries'
import { isInCountry } from '@/modules/places/border.queries'
import type { Saved } from '@/platform/curated'
import { dropFormDraft } from '@/platform/form-draft'
import { formOfRoom } from '@/platform/record-form'

const formOfActor = formOfRoom<NewActor>({
  getPresent: getPresentActor,
  canSave: (viewer, { territoryId, status }, to) => canSaveActor(viewer, territoryId, status, to),
  mixed: (taken) => mixedContent(newActorSchema, actorParts, taken),
  valuesOf: actorFormValues,
})

/**
 * Keeps what an actor's form says: a draft, a submission or a publication, as its button says. Answers `stale` with the
 * present version when somebody saved meanwhile. Throws `invalid` at `longitude` for a point outside the country that
 * the writer did not confirm, and as `saveActors`.
 */
export async function keepActor(
  viewer: Viewer | null,
  form: ActorForm,
  locale: string,
): Promise<{ saved: Saved } | StaleForm> {
  const kept = await formOfActor(viewer, { ...form, content: form.actor }, locale)
  if ('stale' in kept) return kept
  const { content: actor, save, options } = kept
  const tags = await tagCodes(actor.tags)
  if (!form.keepPoint) requirePointInCountry(actor, locale)
  const [saved] = await saveActors(kept.viewer, [{ ...save, actor: { ...actor, tags } }], options).catch(
    (error: unknown) => {
      throw toldAt(error, actorControls)
    },
  )
  if (saved === undefined) throw new AppError('not-found', 'notFound')
  await dropFormDraft({ userId: kept.viewer.userId, form: 'actor', recordId: form.id })
  return { saved }
}

/** A point in another country is most often two numbers swapped: asked once, then believed. */
function requirePointInCountry({ longitude, latitude, country }: NewActor, locale: string): void {
  if (longitude === undefined || latitude === undefined || isInCountry(country, { longitude, latitude })) return
  throw new AppError('invalid', 'outsideCountry', {}, [
    { field: 'longitude', message: 'outsideCountry', values: { country: countryName(country, locale) } },
  ])
}
