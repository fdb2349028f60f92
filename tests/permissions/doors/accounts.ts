import type { Door } from '../door'

const people = '0XRECA'

export const doors: readonly Door[] = [
  { door: 'page /[locale]/sign-in', may: people, who: people },
  { door: 'page /[locale]/sign-in/password', may: people, who: people, why: 'The link is the right.' },
  { door: 'action accounts/account.actions#signInHere', may: people, who: people, why: 'The password is the right.' },
  {
    door: 'action accounts/account.actions#choosePasswordHere',
    may: people,
    who: people,
    why: 'The link is the right.',
  },
  { door: 'action accounts/account.actions#signOut', may: people, who: people, why: 'Ends the own session, if any.' },
  { door: 'route GET /api/auth/[...nextauth]', may: '0XKWRECA', at: () => '/api/auth/session' },
  { door: 'route POST /api/auth/[...nextauth]', may: '0XKWRECA', at: () => '/api/auth/signin' },
]
