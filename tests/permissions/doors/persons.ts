import { newId } from '@/core/id'
import type { Door } from '../door'
import type { Place } from '../matrix'
import type { World } from '../world'

const people = '0XRECA'
const filled = {
  ...{ name: 'Ada Bianchi', legalBasis: 'consent', source: 'Card', locale: 'it', retainUntil: '2027-06-01' },
}
/** One row per place: who curates the actor, and for whom its persons are not there. */
const curated = (
  door: string,
  said: {
    at?: (world: World, place: Place) => string
    sends?: (world: World, place: Place) => Record<string, string | number>
  },
): Door[] =>
  (['own', 'other'] as const).map((place) => ({
    door,
    case: place,
    may: place === 'own' ? 'ECA' : 'A',
    unseenBy: place === 'own' ? 'R' : 'REC',
    who: people,
    ...(said.at && { at: (world: World) => said.at?.(world, place) ?? '' }),
    ...(said.sends && { sends: (world: World) => said.sends?.(world, place) ?? {} }),
  }))

const link = { why: 'The link is the right.', may: people, who: people } as const

export const doors: readonly Door[] = [
  ...curated('page /[locale]/desk/actors/[id]/persons/new', {
    at: ({ actors }, place) => `/it/desk/actors/${actors[place].public.id}/persons/new`,
  }).map((door) => ({ ...door, unseenBy: door.case === 'own' ? '' : 'EC' })),
  ...curated('page /[locale]/desk/actors/[id]/persons/[person]', {
    at: ({ persons }, place) => `/it/desk/actors/${persons[place].actorId}/persons/${persons[place].id}`,
  }).map((door) => ({ ...door, unseenBy: door.case === 'own' ? '' : 'EC' })),
  ...curated('action persons/person.actions#sendPersonForm', {
    sends: ({ actors }, place) => ({ ...filled, actorId: actors[place].public.id }),
  }),
  ...curated('action persons/person.actions#removePersonHere', {
    sends: ({ persons }, place) => ({ ...{ id: newId(), version: 1 }, actorId: persons[place].actorId }),
  }).map((door) => ({ ...door, may: '', unseenBy: 'RECA', why: 'An entry that is not there, whoever asks.' })),
  {
    door: 'page /[locale]/actors/[slug]/write',
    may: people,
    who: people,
    at: ({ actors }) => `/it/actors/${actors.own.public.slug}/write`,
  },
  {
    door: 'page /[locale]/actors/[slug]/write',
    case: 'nobody to write to',
    may: '',
    denied: 'hidden',
    who: people,
    at: ({ actors }) => `/it/actors/${actors.own.partners.slug}/write`,
  },
  { door: 'page /[locale]/message/[token]', ...link, at: () => '/it/message/none' },
  { door: 'page /[locale]/message/sent', may: people, who: people },
  {
    door: 'action persons/relay.actions#sendRelayForm',
    may: '',
    denied: 'gone',
    who: people,
    sends: () => ({ to: newId(), name: 'Bo', email: `${newId()}@example.eu`, message: 'Hello' }),
    why: 'To somebody who is not there; what leads to a mail is tried in relay.db.test.ts.',
  },
  {
    door: 'action persons/relay.actions#passOnHere',
    may: '',
    denied: 'gone',
    who: people,
    sends: () => ({ token: 'x' }),
  },
  { door: 'mail persons.notice', may: '', why: 'To the person who was entered.' },
  {
    door: 'mail persons.confirm',
    may: '',
    why: 'To the address the visitor gave; nothing of the person but the name.',
  },
  { door: 'mail persons.relay', may: '', why: 'To the contact person; the visitor is under Reply-To.' },
]
