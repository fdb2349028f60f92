import { z } from 'zod'
import type { Device } from '@/core/device'
import { idSchema } from '@/core/id'
import { locales } from '@/core/locales'
import { line } from '@/core/text'
import { newPassword } from '@/modules/accounts/account.schema'
import { digests } from '@/modules/accounts/choices.schema'

export { digests } from '@/modules/accounts/choices.schema'

/** What one may change of one's own account. Address, roles and the rest are not here, so no form can send them. */
export const profileSchema = z.strictObject({
  name: line(120),
  locale: z.enum(locales, { error: 'choose' }),
  digest: z.enum(digests, { error: 'choose' }),
})
export type Profile = z.output<typeof profileSchema>

/** A proof is compared, never kept: any text that is not endless will do. */
const typedProof = z.string({ error: 'required' }).min(1, { error: 'required' }).max(1000, { error: 'wrongPassword' })

export const changePasswordSchema = z.strictObject({ oldPassword: typedProof, password: newPassword })
export type ChangePassword = z.output<typeof changePasswordSchema>

export const sessionAtSchema = z.strictObject({ id: idSchema })

/** What proves that it is the owner: a code, the password, or for whoever has neither the address, typed. */
export type ProofKind = 'code' | 'password' | 'email'
export const deleteAccountSchema = z.strictObject({ proof: typedProof })

/** One's own account as its page shows it. */
export type OwnAccount = Profile & {
  email: string
  hasPassword: boolean
  isDemo: boolean
  isLastAdmin: boolean
  /** What is asked for before it is deleted. */
  proof: ProofKind
}

export type OwnSession = { id: string; device: Device | null; openedAt: Date; seenAt: Date; isCurrent: boolean }
