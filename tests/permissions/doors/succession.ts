import { systemViewer } from '@/core/viewer'
import { saveActors } from '@/modules/actors/actor.commands'
import { saveRelations } from '@/modules/relations/relation.commands'
import { anActor } from '@tests/builders/actor'
import { aRelation, party } from '@tests/builders/relation'
import type { Door } from '../door'
import type { World } from '../world'

const who = '0XRECA'

/** A body that became another, with a relation, in the own territory or in the other one. */
async function succession(world: World, place: 'own' | 'other') {
  const territoryId = world.territoryOf[place]?.id ?? null
  const merged = { legalStatus: 'merged' as const, successorId: world.actors[place].public.id }
  const actor = anActor({ name: 'Ente', ...merged })
  const status = 'published' as const
  const [before] = await saveActors(systemViewer, [{ territoryId, status, actor }])
  const parties = [party({ id: before?.id ?? '' }), party(world.actors.commons.public)]
  const relation = aRelation({ type: 'supply', parties })
  const [tie] = await saveRelations(systemViewer, [{ territoryId, status, relation }])
  return { actorId: before?.id ?? '', 'relations[]': tie?.id ?? '' }
}

export const doors: readonly Door[] = [
  {
    door: 'page /[locale]/desk/succession/[id]',
    case: 'a body that became nothing',
    ...{ may: '', unseenBy: 'CA', who, at: ({ actors }: World) => `/it/desk/succession/${actors.own.public.id}` },
  },
  {
    door: 'page /[locale]/desk/succession/[id]',
    case: 'draft of another territory',
    ...{ may: '', unseenBy: 'ECA', who, at: ({ actors }: World) => `/it/desk/succession/${actors.other.draft.id}` },
  },
  {
    door: 'action curation/succession.actions#takeOver',
    case: 'own',
    ...{ may: 'CA', who, sends: (world) => succession(world, 'own') },
  },
  {
    door: 'action curation/succession.actions#takeOver',
    case: 'of another territory',
    ...{ may: 'A', who, sends: (world) => succession(world, 'other') },
  },
]
