import { newId } from '@/core/id'
import { db } from '@/platform/db'
import type { Door } from '../door'
import type { Place } from '../matrix'
import type { World } from '../world'

const people = '0XRECA'
const anybody = { may: people, who: people } as const
const link = { ...anybody, why: 'The link is the right.' } as const
const noLink = { may: '', denied: 'gone', who: people, sends: () => ({ token: 'x' }) } as const

/** One more request of the kind, for a deed that answers it. */
const anotherRequest = async ({ territoryOf }: World, place: Place) => {
  const id = newId()
  const sender = { name: 'Zoe', email: `${id}@example.eu`, locale: 'it', message: 'Erase me' }
  const territoryId = territoryOf[place]?.id ?? null
  await db.dataRequest.create({
    data: { id, kind: 'erasure', territoryId, ...sender, state: 'open', dueOn: new Date() },
  })
  return { id }
}

/** Who answers a request sent to the own territory, and to another one. */
const handled = (door: string, more: Record<string, string> = {}): Door[] =>
  (['own', 'other'] as const).map((place) => ({
    door,
    case: place,
    may: place === 'own' ? 'CA' : 'A',
    unseenBy: place === 'own' ? 'RE' : 'REC',
    who: people,
    sends: async (world: World) => ({ ...(await anotherRequest(world, place)), ...more }),
  }))

export const doors: readonly Door[] = [
  { door: 'page /[locale]/privacy', ...anybody },
  { door: 'page /[locale]/privacy/own/[token]', ...link, at: () => '/it/privacy/own/none' },
  { door: 'page /[locale]/privacy/request/[token]', ...link, at: () => '/it/privacy/request/none' },
  { door: 'page /[locale]/privacy/request/confirmed', ...anybody },
  {
    door: 'action privacy/own-data.actions#askForOwnPageHere',
    ...anybody,
    why: 'The same answer to everybody; what there is goes by mail.',
    sends: () => ({ email: `${newId()}@example.eu` }),
  },
  { door: 'action privacy/own-data.actions#renewOwnPageHere', ...noLink },
  {
    door: 'action privacy/own-data.actions#correctHere',
    ...noLink,
    sends: () => ({ token: 'x', personId: newId(), name: 'Bo', locale: 'it' }),
  },
  ...['objectHere', 'eraseHere'].map((name): Door => ({
    door: `action privacy/own-data.actions#${name}`,
    ...noLink,
    sends: () => ({ token: 'x', personId: 'all' }),
  })),
  {
    door: 'action privacy/data-request.actions#sendDataRequest',
    ...anybody,
    why: 'Everybody may ask; nothing is told.',
    sends: () => ({ kind: 'access', name: 'Bo', email: `${newId()}@example.eu`, message: 'What do you hold?' }),
  },
  { door: 'action privacy/data-request.actions#confirmRequestHere', ...noLink },
  { door: 'page /[locale]/desk/privacy', may: 'CA', who: people },
  {
    door: 'page /[locale]/desk/privacy/[id]',
    case: 'own',
    may: 'CA',
    who: people,
    at: ({ requests }) => `/it/desk/privacy/${requests.own}`,
  },
  {
    door: 'page /[locale]/desk/privacy/[id]',
    case: 'other',
    may: 'A',
    unseenBy: 'C',
    who: people,
    at: ({ requests }) => `/it/desk/privacy/${requests.other}`,
  },
  ...handled('action privacy/data-request.actions#answerRequestHere', { outcome: 'declined', answer: 'No' }),
  ...handled('action privacy/data-request.actions#objectForRequestHere'),
  ...handled('action privacy/data-request.actions#eraseForRequestHere'),
  {
    door: 'action privacy/user-erasure.actions#eraseUserHere',
    may: 'A',
    who: people,
    sends: async () => {
      const id = newId()
      await db.user.create({ data: { id, email: `${id}@example.eu`, name: 'Cy' } })
      return { id }
    },
  },
  { door: 'page /[locale]/admin/retention', may: 'A', who: people },
  { door: 'action privacy/retention.actions#retentionHere', may: 'A', who: people, sends: () => ({ mode: 'dry' }) },
  { door: 'route POST /api/contacts', may: 'CA', as: 'form', sends: () => ({ territory: '' }) },
  ...(['own', 'other'] as const).map((place): Door => ({
    door: 'route POST /api/contacts',
    case: place,
    may: place === 'own' ? 'CA' : 'A',
    unseenBy: place === 'own' ? '' : 'C',
    as: 'form',
    sends: ({ territoryOf }) => ({ territory: territoryOf[place]?.id ?? '' }),
  })),
  { door: 'mail privacy.own', may: '', why: 'To the address that was given; says nothing of what is held.' },
  { door: 'mail privacy.request', may: '', why: 'To the address that was given.' },
  { door: 'mail privacy.answer', may: '', why: 'To the sender of the request.' },
  { door: 'mail privacy.erased', may: '', why: 'To the sender of the request, for the last time.' },
]
