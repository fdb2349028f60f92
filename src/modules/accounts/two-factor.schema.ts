import { z } from 'zod'

/** Six digits of an app, or a recovery code: as people type them, with spaces and hyphens. */
export const typedCode = z
  .string({ error: 'required' })
  .max(60, { error: 'badCode' })
  .transform((text) => text.toLowerCase().replace(/[\s-]/g, ''))
  .pipe(z.string().min(1, { error: 'required' }))

export const codeFormSchema = z.strictObject({ code: typedCode })
/** The second step of signing in; `callbackUrl` is only ever followed within this site. */
export const codeStepSchema = codeFormSchema.extend({ callbackUrl: z.string().max(2000).optional() })
/** A form of one button. */
export const emptyFormSchema = z.strictObject({})

/** How second factors stand with one's own account; `setUp` only while it is being set up. */
export type TwoFactor = {
  state: 'off' | 'begun' | 'on'
  isObligatory: boolean
  codesLeft: number
  since: Date | null
  setUp: { secret: string; address: string } | null
}

// Crockford's base32, read leniently: what looks like a digit is one.
const lookalikes: Record<string, string> = { o: '0', i: '1', l: '1' }
export const recoveryCodeLength = 10

/** A recovery code as it is hashed; null for what is none. */
export function plainRecoveryCode(typed: string): string | null {
  const plain = typed.replace(/[oil]/g, (letter) => lookalikes[letter] ?? letter)
  return /^[0-9a-hjkmnp-tv-z]{10}$/.test(plain) ? plain : null
}

/** New recovery codes, in the one answer that holds them. */
export type RecoveryCodesShown = { codes: string[] }
