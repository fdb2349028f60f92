import { AppError, isAppError, requireThat, toldAt } from '@/core/app-error'
import { countryName } from '@/core/country'
import { actionOf, knownVersion, statusAfter, takenParts } from '@/core/form-intent'
import type { StaleForm } from '@/core/form-outcome'
import { mixedContent } from '@/core/record-part'
import type { Viewer } from '@/core/viewer'
import { saveActors } from '@/modules/actors/actor.commands'
import { actorFormValues } from '@/modules/actors/actor-form.queries'
import { actorControls, type ActorForm } from '@/modules/actors/actor-form.schema'
import { actorParts } from '@/modules/actors/actor-part.schema'
import { canCreateActor, canProposeActor, canSaveActor } from '@/modules/actors/actor.policy'
import { type NewActor, newActorSchema } from '@/modules/actors/actor.schema'
import { getPresentActor } from '@/modules/actors/present-actor.queries'
import { tagCodes } from '@/modules/taxonomy/code-entry.queries'
import { isInCountry } from '@/modules/places/border.queries'
import type { Saved } from '@/platform/curated'
import { dropFormDraft } from '@/platform/form-draft'

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
  const present = await getPresentActor(viewer, form.id).catch((error: unknown) => {
    // Without a version it is a new record, unless the same form was sent before.
    if (form.version === undefined && isAppError(error)) return null
    throw error
  })
  const status = statusAfter(form.intent, present?.status ?? null)
  const proposal = form.intent === 'propose'
  if (present !== null)
    requireThat(
      proposal ? canProposeActor(viewer, present) : canSaveActor(viewer, present.territoryId, present.status, status),
      viewer,
    )
  requireThat(viewer !== null && (present !== null || (!proposal && maySomewhere(viewer))), viewer)
  if (present !== null && present.version !== knownVersion(form))
    return { stale: { version: present.version, values: await actorFormValues(present.content, locale) } }
  // Without script the parts chosen from the present version come with the form.
  const actor =
    present === null
      ? form.actor
      : mixedContent(newActorSchema, actorParts, { content: form.actor, from: present.content, keys: takenParts(form) })
  const tags = await tagCodes(actor.tags)
  if (!form.keepPoint) requirePointInCountry(actor, locale)
  const territory =
    form.territoryId === undefined ? {} : { territoryId: form.territoryId === 'commons' ? null : form.territoryId }
  const version = present === null ? {} : { version: present.version }
  const [saved] = await saveActors(
    viewer,
    [{ id: form.id, ...version, ...territory, status, actor: { ...actor, tags } }],
    {
      ...actionOf(form.intent),
      proposal,
    },
  ).catch((error: unknown) => {
    throw toldAt(error, actorControls)
  })
  if (saved === undefined) throw new AppError('not-found', 'notFound')
  await dropFormDraft({ userId: viewer.userId, form: 'actor', recordId: form.id })
  return { saved }
}

/** Whether this viewer may create at all; which territory is judged by the save. */
const maySomewhere = (viewer: Viewer): boolean =>
  viewer.isAdmin || viewer.territoryIds.some((territoryId) => canCreateActor(viewer, territoryId))

/** A point in another country is most often two numbers swapped: asked once, then believed. */
function requirePointInCountry({ longitude, latitude, country }: NewActor, locale: string): void {
  if (longitude === undefined || latitude === undefined || isInCountry(country, { longitude, latitude })) return
  throw new AppError('invalid', 'outsideCountry', {}, [
    { field: 'longitude', message: 'outsideCountry', values: { country: countryName(country, locale) } },
  ])
}
