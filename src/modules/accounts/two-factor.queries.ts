import { AppError } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { mustHaveSecondFactor } from '@/modules/accounts/second-factor.policy'
import type { TwoFactor } from '@/modules/accounts/two-factor.schema'
import { db } from '@/platform/db'
import { authenticatorAddress } from '@/platform/one-time-code'
import { keyedHash, unseal } from '@/platform/seal'

/** The key of an app in the row of its account; null when there is none that this installation sealed. */
export const keyOf = (user: { id: string; totpSecret: string | null }): string | null =>
  user.totpSecret === null ? null : unseal('totp', user.id, user.totpSecret)

export const hashOfRecoveryCode = (userId: string, plain: string): string =>
  keyedHash('recovery-code', `${userId} ${plain}`)

/** What is wrong with a code is told at its field. */
export const badCode = (): AppError => new AppError('invalid', 'badCode', {}, [{ field: 'code', message: 'badCode' }])

/** How second factors stand with the viewer's own account. The key is shown until it is in use, never after. */
export async function getTwoFactor(viewer: Viewer): Promise<TwoFactor> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: viewer.userId },
    include: { memberships: true, _count: { select: { recoveryCodes: { where: { usedAt: null } } } } },
  })
  const isOn = user.totpConfirmedAt !== null
  const key = isOn ? null : keyOf(user)
  return {
    state: isOn ? 'on' : key === null ? 'off' : 'begun',
    isObligatory: mustHaveSecondFactor(user),
    codesLeft: user._count.recoveryCodes,
    since: user.totpConfirmedAt,
    setUp: key === null ? null : { secret: key, address: authenticatorAddress(key, user.email) },
  }
}
