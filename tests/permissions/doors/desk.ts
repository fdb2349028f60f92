import { newId } from '@/core/id'
import type { Door } from '../door'

const people = '0XRECA'

export const doors: readonly Door[] = [
  { door: 'page /[locale]/desk', may: 'ECA', who: people },
  {
    door: 'page /[locale]/desk/tasks/[section]',
    may: 'ECA',
    who: people,
    at: () => '/it/desk/tasks/drafts',
  },
  {
    door: 'action desk/draft.actions#discardDraft',
    may: 'ECA',
    who: people,
    sends: () => ({ form: 'actor', recordId: newId() }),
  },
  {
    door: 'route POST /api/drafts/:form/:recordId',
    may: 'ECA',
    at: () => `/api/drafts/actor/${newId()}`,
    sends: () => ({ name: 'A draft' }),
    as: 'form',
  },
  { door: 'mail desk.digest', may: '', why: 'To the address of the account alone.' },
]
