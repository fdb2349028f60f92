import { AppError, requireThat } from '@/core/app-error'
import { newId } from '@/core/id'
import { networkOf } from '@/core/network'
import type { Opening, Visit } from '@/core/opening'
import { emailAddress } from '@/core/text'
import type { Viewer } from '@/core/viewer'
import { canCreateUser } from '@/modules/accounts/account.policy'
import { findHeld } from '@/modules/accounts/account.queries'
import type { NewUser, SignIn } from '@/modules/accounts/account.schema'
import { refuseGuessable } from '@/modules/accounts/password.policy'
import { isKnownDevice, isUsable, openSession } from '@/modules/accounts/session.commands'
import { db } from '@/platform/db'
import { giveBack, takeFrom } from '@/platform/limits'
import { hashPassword, isPassword } from '@/platform/password'

/**
 * Opens the door to whoever knows the password. Throws `unauthenticated` with one and the same answer for an unknown
 * account, a wrong password, a disabled account and a demonstration account outside the demonstration; `limited` with
 * the minutes to wait.
 */
export async function signIn({ email, password }: Pick<SignIn, 'email' | 'password'>, visit: Visit): Promise<Opening> {
  const user = await db.user.findUnique({ where: { email } })
  // Whoever has no account is asked as much as whoever has one, so that both take as long.
  const isKnown = await isKnownDevice(user?.id ?? '', visit.device)
  const limits = isKnown ? ownDeviceLimits(email, visit) : unknownDeviceLimits(email, visit)
  await takeFrom(limits)
  const fits = await isPassword(password, user !== null && isUsable(user) ? user.passwordHash : null)
  if (!fits || user === null) throw new AppError('unauthenticated', 'badSignIn')
  await giveBack(limits)
  return openSession(user.id, visit)
}

/**
 * Opens the door to whom another sign-in service names by an address it has confirmed. Throws `unauthenticated` for
 * none, and where there is no account: the service makes none.
 */
export async function signInByService(email: string | null, visit: Visit): Promise<Opening> {
  const parsed = emailAddress.safeParse(email)
  const user = parsed.success ? await db.user.findUnique({ where: { email: parsed.data } }) : null
  if (user === null) throw new AppError('unauthenticated', 'badSignIn')
  return openSession(user.id, visit)
}

// The address first: who exhausts it no longer counts against the account.
const unknownDeviceLimits = (email: string, { address }: Visit) => [
  { deed: 'sign-in-address', subject: networkOf(address), max: 30, minutes: 3 },
  { deed: 'sign-in-account', subject: email.toLowerCase(), max: 10, minutes: 10 },
]

// A counter of its own: wrong passwords from elsewhere never lock the owner out of a browser that was let in before.
const ownDeviceLimits = (email: string, { device }: Visit) => [
  { deed: 'sign-in-device', subject: `${email.toLowerCase()} ${device}`, max: 10, minutes: 10 },
]

/**
 * Makes an account with its roles; returns its id. Throws `forbidden`; `invalid` when the address is taken, or for a
 * demonstration account outside the embedded database.
 */
export async function createUser(viewer: Viewer | null, user: NewUser): Promise<string> {
  requireThat(canCreateUser(viewer, { memberships: await findHeld(user.memberships) }), viewer)
  if (!isUsable({ ...user, disabledAt: null, system: false })) throw new AppError('invalid', 'invalid')
  const id = newId()
  const { password, organisationId, memberships, ...rest } = user
  if (password !== undefined) refuseGuessable(password, user)
  const passwordHash = password === undefined ? null : await hashPassword(password)
  await db.$transaction(async (tx) => {
    // The index decides who was first, not a look before.
    const { count } = await tx.user.createMany({
      data: [{ ...rest, id, passwordHash, organisationId: organisationId ?? null }],
      skipDuplicates: true,
    })
    if (count === 0) throw new AppError('invalid', 'emailTaken', {}, [{ field: 'email', message: 'emailTaken' }])
    await tx.membership.createMany({
      data: memberships.map((membership) => ({ id: newId(), userId: id, ...membership })),
    })
    await tx.auditEntry.create({
      data: { userId: viewer?.userId ?? null, action: 'create-user', recordId: id, fields: [] },
    })
  })
  return id
}
