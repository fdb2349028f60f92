import { newId } from '@/core/id'
import { db } from '@/platform/db'
import type { Door } from '../door'
import type { Place } from '../matrix'
import type { World } from '../world'

const who = '0XRECA'

const page = (place: Place, state: 'public' | 'draft') => (world: World) =>
  `/it/desk/custody/actor/${world.actors[place][state].id}`

/** A record nobody touched yet, as a form names it. */
async function fresh(world: World, place: Place) {
  const { id, version, canary } = await world.fresh('actor', place, 'public')
  return { at: { kind: 'actor', id, version }, name: `Ditta ${canary}` }
}

/** A record of the commons that is at home in a territory. */
async function claimable(world: World, home: 'own' | 'other') {
  const { at } = await fresh(world, 'commons')
  const territoryId = world.territoryOf[home]?.id ?? ''
  await db.actor.update({ where: { id: at.id }, data: { homeTerritoryId: territoryId } })
  return { ...at, territoryId }
}

/** A transfer to a territory that waits for its answer. */
async function waiting(world: World, to: 'own' | 'other') {
  const { id: recordId } = await world.fresh('relation', to === 'own' ? 'other' : 'own', 'public')
  const toTerritoryId = world.territoryOf[to]?.id ?? ''
  const { id } = await db.curationTransfer.create({
    data: { id: newId(), recordKind: 'relation', recordId, toTerritoryId },
  })
  return { id, decision: 'accept' }
}

export const doors: readonly Door[] = [
  { door: 'page /[locale]/desk/custody/[kind]/[id]', case: 'own', may: 'A', who, at: page('own', 'public') },
  {
    door: 'page /[locale]/desk/custody/[kind]/[id]',
    case: 'draft of another territory',
    ...{ may: 'A', unseenBy: 'EC', who, at: page('other', 'draft') },
  },
  {
    door: 'action curation/custody.actions#claimFromCommons',
    case: 'at home in the own territory',
    ...{ may: 'CA', who, sends: (world) => claimable(world, 'own') },
  },
  {
    door: 'action curation/custody.actions#claimFromCommons',
    case: 'at home in another territory',
    ...{ may: 'A', who, sends: (world) => claimable(world, 'other') },
  },
  {
    door: 'action curation/custody.actions#moveToCurator',
    ...{ may: 'A', who },
    sends: async (world) => ({ ...(await fresh(world, 'own')).at, territoryId: world.territoryOf.other?.id ?? '' }),
  },
  {
    door: 'action curation/custody.actions#eraseForGood',
    ...{ may: 'A', who },
    sends: async (world) => {
      const { at, name } = await fresh(world, 'own')
      return { ...at, name }
    },
  },
  {
    door: 'action curation/custody.actions#answerTransfer',
    case: 'to the own territory',
    ...{ may: 'CA', unseenBy: 'R', who, sends: (world) => waiting(world, 'own') },
  },
  {
    door: 'action curation/custody.actions#answerTransfer',
    case: 'to another territory',
    ...{ may: 'A', unseenBy: 'REC', who, sends: (world) => waiting(world, 'other') },
  },
]
