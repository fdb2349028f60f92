import { hashOfRecoveryCode, keyOf } from '@/modules/accounts/two-factor.queries'
import { plainRecoveryCode } from '@/modules/accounts/two-factor.schema'
import type { Transaction } from '@/platform/bulk'
import { takeFrom } from '@/platform/limits'
import { stepOfCode } from '@/platform/one-time-code'

type SecondFactor = 'app' | 'recovery'

/**
 * At most so many codes for one account: of a million possible ones three are good at any moment. Whoever asks has
 * shown the first factor already, so nobody else can use up an owner's tries. Throws `limited`.
 */
export const countCode = (userId: string, device = ''): Promise<void> =>
  takeFrom([{ deed: 'second-factor', subject: `${userId} ${device}`, max: 10, minutes: 10 }])

/**
 * Uses up one code, of the app or a recovery code, in the transaction of what it allows: of two at once with the same
 * code one is let through (RFC 6238 §5.2). Null for a code that is none or was used.
 */
export async function spendCode(
  tx: Transaction,
  user: { id: string; totpSecret: string | null },
  typed: string,
): Promise<SecondFactor | null> {
  const key = keyOf(user)
  const step = key === null ? null : stepOfCode(key, typed)
  if (step !== null) {
    const { count } = await tx.user.updateMany({
      where: { id: user.id, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
      data: { totpLastStep: step },
    })
    return count === 1 ? 'app' : null
  }
  const plain = plainRecoveryCode(typed)
  if (plain === null) return null
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId: user.id, hash: hashOfRecoveryCode(user.id, plain), usedAt: null },
    data: { usedAt: new Date() },
  })
  return count === 1 ? 'recovery' : null
}
