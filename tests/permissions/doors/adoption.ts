import { db } from '@/platform/db'
import type { Door } from '../door'
import type { World } from '../world'

const people = '0XRECA'

type Whose = 'own' | 'other'

const at = (world: World, whose: Whose, practice: string) => ({
  practiceId: practice,
  territoryId: world.territoryOf[whose]?.id ?? '',
})

/** A practice of the commons, which every territory may take up, and one nobody touched yet for a deed. */
const fresh = async (world: World) => (await world.fresh('practice', 'commons', 'public')).id

const words = { 'reasons.texts.it.value': 'Serve', language: 'it' }

/** What is recorded of a practice made for one knock. */
async function recorded(world: World, whose: Whose) {
  const pair = at(world, whose, await fresh(world))
  await db.practiceTransfer.create({
    data: {
      ...{ id: pair.practiceId, ...pair, state: 'interested' },
      changes: { create: { id: pair.practiceId, version: 1, deed: 'interest' } },
    },
  })
  return { ...pair, version: '1' }
}

/** A deed of those who edit a territory: for their own, administrators for each. What is recorded is seen by all. */
const deed = (name: string, sends: (world: World, whose: Whose) => Promise<Record<string, string>>): Door[] =>
  (['own', 'other'] as const).map((whose) => ({
    door: `action adoption/transfer.actions#${name}`,
    case: `${whose} territory`,
    may: whose === 'own' ? 'ECA' : 'A',
    who: people,
    sends: (world) => sends(world, whose),
  }))

const page = (whose: Whose, state: 'public' | 'draft'): Door => ({
  door: 'page /[locale]/desk/adoption/[practice]/[territory]',
  case: `${whose} territory, ${state} practice of the other one`,
  may: state === 'draft' ? 'A' : whose === 'own' ? 'ECA' : 'A',
  ...(state === 'draft' && { unseenBy: 'EC' }),
  who: people,
  at: (world) => `/it/desk/adoption/${world.practices.other[state].id}/${world.territoryOf[whose]?.id ?? ''}`,
})

export const doors: readonly Door[] = [
  { door: 'page /[locale]/practices/adoption', may: people, who: people },
  { door: 'route GET /export/adoption.svg', may: '0XKWRECA' },
  { door: 'route GET /export/adoption.csv', may: '0XKWRECA' },
  { door: 'route GET /export/adoption.xlsx', may: '0XKWRECA' },
  { door: 'page /[locale]/desk/adoption', may: 'ECA', who: people },
  page('own', 'public'),
  page('other', 'public'),
  page('own', 'draft'),
  ...deed('sendInterest', async (world, whose) => ({ ...at(world, whose, await fresh(world)), language: 'it' })),
  ...deed('sendWorkshop', async (world, whose) => ({
    ...{ ...at(world, whose, await fresh(world)), language: 'it', on: '2099-05-02', place: 'Gävle' },
    'title.texts.it.value': 'Laboratorio',
  })),
  ...deed('sendOutcome', async (world, whose) => ({
    ...{ ...at(world, whose, await fresh(world)), outcome: 'adopted', ...words },
  })),
  ...deed('takeBackTransfer', recorded),
  ...deed('withdrawInterest', recorded),
]
