import { newId } from '@/core/id'
import type { Door } from '../door'

const people = '0XRECA'
/** Whoever has an account has this one, whatever their role; nobody has another's. */
const owner = { may: 'RECA', who: people }
const code = () => ({ code: '123456' })

export const doors: readonly Door[] = [
  { door: 'page /[locale]/desk/account', ...owner },
  { door: 'page /[locale]/desk/account/password', ...owner },
  { door: 'page /[locale]/desk/account/two-factor', ...owner },
  { door: 'page /[locale]/desk/account/delete', ...owner },
  {
    door: 'action accounts/own-account.actions#saveProfileHere',
    ...owner,
    sends: () => ({ name: 'Ada', locale: 'it', digest: 'none' }),
  },
  {
    door: 'action accounts/own-account.actions#changePasswordHere',
    ...owner,
    sends: () => ({ oldPassword: 'not known', password: 'kotu mari beno suda levi' }),
  },
  {
    door: 'action accounts/own-account.actions#endSessionHere',
    case: 'a session of nobody',
    may: '',
    denied: 'hidden',
    who: people,
    sends: () => ({ id: newId() }),
  },
  { door: 'action accounts/own-account.actions#endOtherSessionsHere', ...owner },
  {
    door: 'action accounts/own-account.actions#endAllSessionsHere',
    ...owner,
    why: 'Leads to the sign-in page, as who may not is led.',
  },
  { door: 'action accounts/own-account.actions#deleteAccountHere', ...owner, sends: () => ({ proof: 'not known' }) },
  { door: 'action accounts/two-factor.actions#beginTwoFactorHere', ...owner },
  { door: 'action accounts/two-factor.actions#confirmTwoFactorHere', ...owner, sends: code },
  { door: 'action accounts/two-factor.actions#renewRecoveryCodesHere', ...owner, sends: code },
  {
    door: 'action accounts/two-factor.actions#turnOffTwoFactorHere',
    may: 'RE',
    who: people,
    sends: code,
    why: 'Coordinators and administrators need it.',
  },
  { door: 'route GET /api/account/data', ...owner },
  { door: 'route GET /api/account/session', ...owner },
  { door: 'route POST /api/account/session', ...owner },
  { door: 'mail security.twoFactorOn', may: '', why: 'To the owner of the account alone.' },
  { door: 'mail security.twoFactorOff', may: '', why: 'To the owner of the account alone.' },
  { door: 'mail security.recoveryCodesRenewed', may: '', why: 'To the owner of the account alone.' },
  { door: 'mail security.recoveryCodeUsed', may: '', why: 'To the owner of the account alone.' },
]
