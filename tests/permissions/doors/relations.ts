import { newId } from '@/core/id'
import { deedDoors, readingDoors } from '../curated-doors'
import type { Door } from '../door'

const people = '0XRECA'
const filledForm = () => ({
  ...{ id: newId(), intent: 'save', originalLanguage: 'it', type: 'twinning' },
  ...{ 'parties.0.country': 'IT', 'parties.0.placeName': 'Reggio', 'parties.0.role': 'partner' },
  ...{ 'parties.1.country': 'ZA', 'parties.1.placeName': 'Polokwane', 'parties.1.role': 'partner' },
})
const coordinators = { own: 'CA', elsewhere: 'A' }

export const doors: readonly Door[] = [
  { door: 'page /[locale]/relations', may: people, who: people },
  ...readingDoors('page /[locale]/relations/[slug]', 'relation', ({ slug }) => `/it/relations/${slug}`, {
    who: people,
  }),
  { door: 'route GET /api/v1/relations', may: '0XKWRECA' },
  ...readingDoors('route GET /api/v1/relations/:key', 'relation', ({ id }) => `/api/v1/relations/${id}`),
  { door: 'page /[locale]/desk/relations/new', may: 'ECA', who: people },
  {
    door: 'page /[locale]/desk/relations/[id]',
    case: 'draft, own',
    may: 'ECA',
    who: people,
    at: ({ relations }) => `/it/desk/relations/${relations.own.draft.id}`,
  },
  {
    door: 'page /[locale]/desk/relations/[id]',
    case: 'draft, other',
    may: 'A',
    unseenBy: 'EC',
    who: people,
    at: ({ relations }) => `/it/desk/relations/${relations.other.draft.id}`,
  },
  { door: 'action relations/relation.actions#sendRelationForm', may: 'ECA', who: people, sends: filledForm },
  ...deedDoors('action relations/relation.actions#publishRelationAsIs', 'relation', 'submitted', coordinators),
  ...deedDoors('action relations/relation.actions#sendRelationBack', 'relation', 'submitted', coordinators, {
    reason: 'Say more',
  }),
  ...deedDoors('action relations/relation.actions#archiveRelationAsIs', 'relation', 'public', coordinators),
  ...deedDoors('action relations/relation.actions#restoreRelationAsWas', 'relation', 'archived', coordinators),
  // Of somebody else: only its author may.
  ...deedDoors('action relations/relation.actions#discardOwnRelation', 'relation', 'draft', { own: '', elsewhere: '' }),
]
