import { newId } from '@/core/id'
import { deedDoors, readingDoors } from '../curated-doors'
import type { Door } from '../door'

const people = '0XRECA'
const filledForm = () => ({
  id: newId(),
  intent: 'save',
  originalLanguage: 'it',
  name: 'Ditta',
  kind: 'other',
  country: 'IT',
})
const coordinators = { own: 'CA', elsewhere: 'A' }

export const doors: readonly Door[] = [
  { door: 'page /[locale]/actors', may: people, who: people },
  ...readingDoors('page /[locale]/actors/[slug]', 'actor', ({ slug }) => `/it/actors/${slug}`, { who: people }),
  { door: 'route GET /api/v1/actors', may: '0XKWRECA' },
  ...readingDoors('route GET /api/v1/actors/:key', 'actor', ({ id }) => `/api/v1/actors/${id}`),
  { door: 'page /[locale]/desk/actors/new', may: 'ECA', who: people },
  {
    door: 'page /[locale]/desk/actors/[id]',
    case: 'draft, own',
    may: 'ECA',
    who: people,
    at: ({ actors }) => `/it/desk/actors/${actors.own.draft.id}`,
  },
  {
    door: 'page /[locale]/desk/actors/[id]',
    case: 'draft, other',
    may: 'A',
    unseenBy: 'EC',
    who: people,
    at: ({ actors }) => `/it/desk/actors/${actors.other.draft.id}`,
  },
  { door: 'action actors/actor.actions#sendActorForm', may: 'ECA', who: people, sends: filledForm },
  ...deedDoors('action actors/actor.actions#publishActorAsIs', 'actor', 'submitted', coordinators),
  ...deedDoors('action actors/actor.actions#sendActorBack', 'actor', 'submitted', coordinators, { reason: 'Say more' }),
  ...deedDoors('action actors/actor.actions#archiveActorAsIs', 'actor', 'public', coordinators),
  ...deedDoors('action actors/actor.actions#restoreActorAsWas', 'actor', 'archived', coordinators),
  // Of somebody else: only its author may.
  ...deedDoors('action actors/actor.actions#discardOwnActor', 'actor', 'draft', { own: '', elsewhere: '' }),
]
