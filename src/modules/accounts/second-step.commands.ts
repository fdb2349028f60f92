import { AppError } from '@/core/app-error'
import type { Opening, Visit } from '@/core/opening'
import { countCode, spendCode } from '@/modules/accounts/second-factor.commands'
import { isKnownDevice, isUsable, openSession } from '@/modules/accounts/session.commands'
import { badCode } from '@/modules/accounts/two-factor.queries'
import { db } from '@/platform/db'
import { queueMails } from '@/platform/mail'
import { type SecondStep, unsealSecondStep } from '@/platform/second-step'

/**
 * The second proof of whoever is half way in: a code of the app or a recovery code. Opens the session. Throws `gone` when
 * the step is over (too old, or the account's sessions ended meanwhile), `invalid` at the field, `limited`.
 */
export async function passSecondStep(step: SecondStep | null, code: string, visit: Visit): Promise<Opening> {
  const user = step && (await db.user.findUnique({ where: { id: step.userId } }))
  if (!user || user.sessionVersion !== step.sessionVersion || !isUsable(user))
    throw new AppError('gone', 'secondStepGone')
  // Whoever learned the password uses up the tries of their own browser, not those of the owner's.
  await countCode(user.id, (await isKnownDevice(user.id, visit.device)) ? (visit.device ?? '') : 'elsewhere')
  await db.$transaction(async (tx) => {
    const factor = await spendCode(tx, user, code)
    if (factor === null) throw badCode()
    if (factor === 'app') return
    const left = await tx.recoveryCode.count({ where: { userId: user.id, usedAt: null } })
    await tx.auditEntry.create({
      data: { userId: user.id, action: 'use-recovery-code', recordId: user.id, fields: [] },
    })
    const { email: to, locale, name } = user
    await queueMails(tx, [{ template: 'security.recoveryCodeUsed', to, locale, parameters: { name, left } }])
  })
  return openSession(user.id, visit, { hasSecondProof: true })
}

/** The same for a program, which sends both proofs at once. */
export const passSealedStep = async (sealed: string, code: string, visit: Visit): Promise<Opening> =>
  passSecondStep(await unsealSecondStep(sealed), code, visit)
