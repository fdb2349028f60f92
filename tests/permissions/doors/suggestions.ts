import { newId } from '@/core/id'
import { stampForm } from '@/platform/form-time'
import { db } from '@/platform/db'
import { issueToken } from '@/platform/mailed-token'
import { readingDoors } from '../curated-doors'
import type { Door } from '../door'
import { type Place, places } from '../matrix'
import type { World } from '../world'

const people = '0XRECA'
const coordinatorOf = (place: Place) => (place === 'own' ? 'CA' : 'A')

/** A suggestion on a public actor nobody touched yet; confirmed unless told otherwise. */
async function suggested(world: World, place: Place, state: 'waiting' | 'unconfirmed' = 'waiting'): Promise<string> {
  const actor = await world.fresh('actor', place, 'public')
  const id = newId()
  await db.suggestion.create({
    data: {
      ...{ id, state, recordKind: 'actor', recordId: actor.id, territoryId: world.territoryOf[place]?.id ?? null },
      ...{ baseVersion: 1, email: `zzsender${id}@example.eu`, locale: 'it', message: 'zzsuggested', changed: [] },
    },
  })
  return id
}

async function linkTo(world: World): Promise<string> {
  const subject = { suggestion: await suggested(world, 'own', 'unconfirmed') }
  const email = `${newId()}@example.eu`
  return issueToken(db, { purpose: 'suggestion', subject, email, locale: 'it', minutes: 30 })
}

/** Suggesting is for who reads a published record; who keeps it sees its drafts, of which there is nothing to say. */
const pageDoors = (kind: 'actor' | 'relation' | 'practice'): Door[] =>
  readingDoors(`page /[locale]/${kind}s/[slug]/suggest`, kind, ({ slug }) => `/it/${kind}s/${slug}/suggest`, {
    who: people,
  }).map((door) => {
    const isPublished = /^(public|partners|territory),/.test(door.case ?? '')
    const unseenBy = [...people].filter((who) => !door.may.includes(who)).join('')
    return isPublished ? door : { ...door, may: '', denied: 'refused', unseenBy }
  })

export const doors: readonly Door[] = [
  {
    door: 'mail curation.confirmSuggestion',
    may: '',
    why: 'To the address the visitor gave; nothing of what was written there.',
  },
  { door: 'mail curation.suggestionAccepted', may: '', why: 'To the sender of the suggestion.' },
  { door: 'mail curation.suggestionDeclined', may: '', why: 'To the sender of the suggestion.' },
  ...pageDoors('actor'),
  ...pageDoors('relation'),
  ...pageDoors('practice'),
  {
    door: 'page /[locale]/territories/[slug]/suggest',
    may: people,
    who: people,
    at: () => '/it/territories/ownland/suggest',
  },
  {
    door: 'action curation/suggestion.actions#sendSuggestion',
    may: 'RECA',
    who: 'RECA',
    sends: async (world) => {
      const { id, version } = await world.fresh('actor', 'own', 'public')
      return { kind: 'actor', id, version, stamp: stampForm(id), message: 'Not so' }
    },
    why: 'A visitor waits two seconds and confirms by mail: tried in suggestion.db.test.ts.',
  },
  {
    door: 'page /[locale]/suggestions/[token]',
    case: 'a link of nobody',
    may: '',
    denied: 'hidden',
    who: people,
    at: () => `/it/suggestions/${'x'.repeat(22)}`,
  },
  {
    door: 'action curation/suggestion.actions#confirmSuggestionHere',
    may: people,
    who: people,
    sends: async (world) => ({ token: await linkTo(world) }),
    why: 'The link is the right.',
  },
  {
    door: 'action curation/suggestion.actions#renewSuggestionHere',
    may: people,
    who: people,
    sends: async (world) => ({ token: await linkTo(world) }),
    why: 'The answer goes to the address of the link.',
  },
  { door: 'page /[locale]/desk/suggestions', may: 'CA', who: people },
  ...places.flatMap((place): Door[] => {
    const own = { case: place, may: coordinatorOf(place), who: people, unseenBy: place === 'own' ? '' : 'C' }
    return [
      {
        ...own,
        door: 'action curation/suggestion.actions#acceptSuggestionHere',
        sends: async (world) => ({ id: await suggested(world, place), version: 1 }),
      },
      {
        ...own,
        door: 'action curation/suggestion.actions#declineSuggestionHere',
        sends: async (world) => ({ id: await suggested(world, place), answer: 'No' }),
      },
    ]
  }),
  {
    door: 'page /[locale]/desk/suggestions/[id]',
    case: 'not there',
    may: '',
    unseenBy: 'CA',
    who: people,
    at: () => `/it/desk/suggestions/${newId()}`,
  },
]
