import { newId } from '@/core/id'
import { db } from '@/platform/db'
import { issueToken } from '@/platform/mailed-token'
import { deedDoors } from '../curated-doors'
import type { Door } from '../door'
import { type Place, places } from '../matrix'
import type { World } from '../world'

const people = '0XRECA'
const coordinatorOf = (place: Place) => (place === 'own' ? 'CA' : 'A')
const curatorOf = ({ territoryOf }: World, place: Place) => territoryOf[place]?.id ?? 'commons'

/** A link that asks about a public actor nobody touched yet. */
async function linkTo(world: World): Promise<string> {
  const { id } = await world.fresh('actor', 'own', 'public')
  const email = `${newId()}@example.eu`
  const request = await db.verificationRequest.create({
    data: { id: newId(), recordKind: 'actor', recordId: id, round: `${newId().slice(0, 4)}-H1`, recipient: email },
  })
  const asked = { purpose: 'verify', subject: { request: request.id }, email, locale: 'it', minutes: 30 }
  return issueToken(db, asked)
}

export const doors: readonly Door[] = [
  { door: 'mail curation.stillTrueActor', may: '', why: 'To the mailbox that the actor has in the register.' },
  { door: 'mail curation.stillTrueRelation', may: '', why: 'To the mailbox that the holder has in the register.' },
  {
    door: 'mail curation.stillTruePractice',
    may: '',
    why: 'To the mailbox that who is in charge has in the register.',
  },
  ...(['actor', 'relation', 'practice'] as const).flatMap((kind) =>
    deedDoors('action curation/verification.actions#stillTrueHere', kind, 'public', { own: 'ECA', elsewhere: 'A' }).map(
      (door) => ({
        ...door,
        case: `${kind}, ${door.case ?? ''}`,
        sends: async (world: World) => {
          const { id = '' } = (await door.sends?.(world)) ?? {}
          return { kind, id }
        },
      }),
    ),
  ),
  { door: 'page /[locale]/desk/verification', may: 'CA', who: people },
  ...places.map((place) => ({
    door: 'action curation/verification.actions#askHoldersHere',
    case: place,
    may: coordinatorOf(place),
    who: people,
    sends: (world: World) => ({ territoryId: curatorOf(world, place) }),
  })),
  ...places.map((place) => ({
    door: 'route GET /api/verification.csv',
    case: place,
    // A key reads as a visitor, and writes drafts only.
    may: coordinatorOf(place),
    at: (world: World) => `/api/verification.csv?curator=${curatorOf(world, place)}`,
  })),
  ...['', '/changed'].map((rest) => ({
    door: `page /[locale]/still-true/[token]${rest}`,
    case: 'a link of nobody',
    may: '',
    denied: 'hidden' as const,
    who: people,
    at: () => `/it/still-true/${'x'.repeat(22)}${rest}`,
  })),
  {
    door: 'action curation/verification.actions#stillTrueByLink',
    may: people,
    who: people,
    sends: async (world) => ({ token: await linkTo(world) }),
    why: 'The link is the right.',
  },
  {
    door: 'action curation/verification.actions#renewStillTrueLink',
    may: people,
    who: people,
    sends: async (world) => ({ token: await linkTo(world) }),
    why: 'The answer goes to the address of the link.',
  },
]
