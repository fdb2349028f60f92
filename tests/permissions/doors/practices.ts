import { newId } from '@/core/id'
import { deedDoors, readingDoors } from '../curated-doors'
import type { Door } from '../door'
import type { Planted } from '../world'

const people = '0XRECA'
const everybody = '0XKWRECA'
const filledForm = () => ({
  ...{ id: newId(), intent: 'save', originalLanguage: 'it' },
  ...{ 'title.original': 'it', 'title.texts.it.value': 'Un tavolo per il Sudafrica' },
})
// What is planted was written by nobody of the cast: practice.db.test has who wrote it themselves.
const coordinators = { own: 'CA', elsewhere: 'A' }

/** What another territory offered to the group of the own one: its members and its coordinator read it. */
const offered = (door: string, at: (practice: Planted) => string, who?: string): Door => ({
  door,
  case: 'offered by another territory',
  may: 'RCA',
  denied: 'hidden',
  at: (world) => at(world.offered),
  ...(who && { who }),
})

export const doors: readonly Door[] = [
  ...['csv', 'xlsx', 'jsonld', 'docx'].map((ending) => ({
    door: `route GET /export/practices.${ending}`,
    may: '0XKWRECA',
  })),
  ...(['docx', 'pdf'] as const).flatMap((ending) => [
    // The public door knows nobody, whoever asks.
    ...readingDoors(
      `route GET /export/practice/:file{[^/]+\\.${ending}}`,
      'practice',
      ({ slug }) => `/export/practice/${slug}.${ending}`,
    ).map((door) => ({ ...door, may: door.case?.startsWith('public') ? everybody : '' })),
    // A key opens nothing here: it reads as a visitor.
    ...readingDoors(
      `route GET /api/practices/:id/document.${ending}`,
      'practice',
      ({ id }) => `/api/practices/${id}/document.${ending}`,
    ).map((door) => ({ ...door, may: door.case?.startsWith('public') ? everybody : door.may.replace('W', '') })),
    offered(`route GET /api/practices/:id/document.${ending}`, ({ id }) => `/api/practices/${id}/document.${ending}`),
  ]),
  offered('page /[locale]/practices/[slug]', ({ slug }) => `/it/practices/${slug}`, people),
  offered('route GET /api/v1/practices/:key', ({ id }) => `/api/v1/practices/${id}`),
  offered('route GET /files/:id/:name', ({ file: { id, name } }) => `/files/${id}/${name}`),
  { door: 'page /[locale]/practices', may: people, who: people },
  ...readingDoors('page /[locale]/practices/[slug]', 'practice', ({ slug }) => `/it/practices/${slug}`, {
    who: people,
  }),
  { door: 'route GET /api/v1/practices', may: '0XKWRECA' },
  ...readingDoors('route GET /api/v1/practices/:key', 'practice', ({ id }) => `/api/v1/practices/${id}`),
  { door: 'page /[locale]/desk/practices', may: 'ECA', who: people },
  { door: 'page /[locale]/desk/practices/new', may: 'ECA', who: people },
  {
    door: 'page /[locale]/desk/practices/[id]',
    case: 'draft, own',
    may: 'ECA',
    who: people,
    at: ({ practices }) => `/it/desk/practices/${practices.own.draft.id}`,
  },
  {
    door: 'page /[locale]/desk/practices/[id]',
    case: 'submitted, own',
    may: 'ECA',
    who: people,
    at: ({ practices }) => `/it/desk/practices/${practices.own.submitted.id}`,
  },
  {
    door: 'page /[locale]/desk/practices/[id]',
    case: 'offered by another territory',
    may: 'A',
    unseenBy: 'E',
    who: people,
    at: ({ offered }) => `/it/desk/practices/${offered.id}`,
  },
  {
    door: 'page /[locale]/desk/practices/[id]',
    case: 'draft, other',
    may: 'A',
    unseenBy: 'EC',
    who: people,
    at: ({ practices }) => `/it/desk/practices/${practices.other.draft.id}`,
  },
  { door: 'action practices/practice.actions#sendPracticeForm', may: 'ECA', who: people, sends: filledForm },
  ...deedDoors('action practices/practice.actions#publishPracticeAsIs', 'practice', 'submitted', coordinators),
  ...deedDoors('action practices/practice.actions#sendPracticeBack', 'practice', 'submitted', coordinators, {
    reason: 'Say more',
  }),
  ...deedDoors('action practices/practice.actions#archivePracticeAsIs', 'practice', 'public', coordinators),
  ...deedDoors('action practices/practice.actions#restorePracticeAsWas', 'practice', 'archived', coordinators),
  // Of somebody else: only its author may.
  ...deedDoors('action practices/practice.actions#discardOwnPractice', 'practice', 'draft', { own: '', elsewhere: '' }),
]
