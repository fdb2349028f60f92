import { newId } from '@/core/id'
import { type LinkKind, purposeOf } from '@/modules/accounts/account.schema'
import { db } from '@/platform/db'
import { issueToken } from '@/platform/mailed-token'
import type { Door } from '../door'

const people = '0XRECA'
const nobodysLink = 'x'.repeat(22)

/** A link of a kind, mailed to somebody new. */
async function linkOf(kind: LinkKind): Promise<string> {
  const email = `zzlink${newId()}@example.eu`
  await db.user.create({ data: { id: newId(), email, name: 'Somebody' } })
  return issueToken(db, { purpose: purposeOf(kind), subject: {}, email, locale: 'it', minutes: 30 })
}

export const doors: readonly Door[] = [
  { door: 'page /[locale]/sign-in', may: people, who: people },
  { door: 'page /[locale]/sign-in/link', may: people, who: people },
  { door: 'page /[locale]/sign-in/reset', may: people, who: people },
  ...['link', 'password'].map((name): Door => ({
    door: `page /[locale]/sign-in/${name}/[token]`,
    case: 'a link of nobody',
    may: '',
    denied: 'hidden',
    who: people,
    at: () => `/it/sign-in/${name}/${nobodysLink}`,
  })),
  { door: 'action accounts/account.actions#signInHere', may: people, who: people, why: 'The password is the right.' },
  {
    door: 'action accounts/link.actions#askLinkHere',
    may: people,
    who: people,
    sends: () => ({ kind: 'reset', email: `${newId()}@example.eu` }),
    why: 'The answer goes to the address.',
  },
  {
    door: 'action accounts/link.actions#renewLinkHere',
    may: people,
    who: people,
    sends: async () => ({ kind: 'sign-in', token: await linkOf('sign-in') }),
    why: 'The answer goes to the address of the link.',
  },
  {
    door: 'action accounts/link.actions#signInByLinkHere',
    may: people,
    who: people,
    sends: async () => ({ token: await linkOf('sign-in') }),
    why: 'The link is the right.',
  },
  {
    door: 'action accounts/link.actions#signInByLinkHere',
    case: 'with a link for a password',
    may: '',
    denied: 'gone',
    who: people,
    sends: async () => ({ token: await linkOf('reset') }),
  },
  {
    door: 'action accounts/link.actions#choosePasswordHere',
    may: people,
    who: people,
    sends: async () => ({ token: await linkOf('reset'), password: 'kotu mari beno suda levi' }),
    why: 'The link is the right.',
  },
  { door: 'route POST /api/account/sign-out', may: people, who: people, why: 'Ends the own session, if any.' },
  { door: 'route GET /api/auth/[...nextauth]', may: '0XKWRECA', at: () => '/api/auth/session' },
  { door: 'route POST /api/auth/[...nextauth]', may: '0XKWRECA', at: () => '/api/auth/signin' },
  { door: 'mail accounts.reset', may: '', why: 'To the address of the account alone.' },
  { door: 'mail accounts.signIn', may: '', why: 'To the address of the account alone.' },
  {
    door: 'page /[locale]/sign-in/code',
    may: people,
    who: people,
    why: 'Asks whoever is half way in; others begin again.',
  },
  { door: 'page /[locale]/sign-in/goodbye', may: people, who: people },
  {
    door: 'action accounts/two-factor.actions#passSecondStepHere',
    case: 'without the first proof',
    may: '',
    denied: 'gone',
    who: people,
    sends: () => ({ code: '123456' }),
  },
  { door: 'mail accounts.passwordChanged', may: '', why: 'To the address of the account alone.' },
  { door: 'page /[locale]/desk/api-keys', may: 'CA', who: people },
  {
    door: 'action accounts/api-key.actions#createApiKeyHere',
    case: 'own territory',
    may: 'CA',
    who: people,
    sends: ({ territoryOf }) => ({ territoryId: territoryOf.own?.id ?? '', name: 'A key', scope: 'write', days: '30' }),
  },
  {
    door: 'action accounts/api-key.actions#createApiKeyHere',
    case: 'another territory',
    may: 'A',
    who: people,
    sends: ({ territoryOf }) => ({
      territoryId: territoryOf.other?.id ?? '',
      name: 'A key',
      scope: 'write',
      days: '30',
    }),
  },
  {
    door: 'action accounts/api-key.actions#revokeApiKeyHere',
    may: '',
    unseenBy: 'RECA',
    who: people,
    sends: () => ({ id: newId() }),
    why: 'A key that is not there; others in api-key.db.test.ts.',
  },
]
