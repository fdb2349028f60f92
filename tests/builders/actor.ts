import { systemViewer } from '@/core/viewer'
import { saveActors } from '@/modules/actors/actor.commands'
import { type NewActor, type NewActorInput, newActorSchema } from '@/modules/actors/actor.schema'
import type { Saved } from '@/platform/curated'

/** A legal actor: an enterprise in Reggio Emilia unless told otherwise. */
export const anActor = ({
  name = 'Officine Esempio',
  ...said
}: Partial<NewActorInput> & { name?: string } = {}): NewActor =>
  newActorSchema.parse({
    kind: 'enterprise',
    originalLanguage: 'it',
    names: [{ kind: 'label', language: said.originalLanguage ?? 'it', value: name }],
    country: 'IT',
    ...said,
  })

/** Stores actors as published records of the commons, or as told. */
export async function givenActors(actors: readonly NewActor[], territoryId: string | null = null): Promise<Saved[]> {
  return saveActors(
    systemViewer,
    actors.map((actor) => ({ territoryId, status: 'published', actor })),
  )
}

export async function givenActor(
  said: Parameters<typeof anActor>[0] = {},
  territoryId: string | null = null,
): Promise<Saved> {
  const [saved] = await givenActors([anActor(said)], territoryId)
  if (saved === undefined) throw new Error('nothing was saved')
  return saved
}
