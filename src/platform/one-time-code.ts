// Codes of an authenticator app (RFC 6238: SHA-1, six digits, 30 seconds, which is what every app can do).
import { Secret, TOTP } from 'otpauth'

const issuer = 'COMPETE IN Atlas'
const totp = (key: string, label = '') => new TOTP({ issuer, label, secret: Secret.fromBase32(key) })

/** A new key in base32: 160 bits, as RFC 4226 §4 R6 recommends. */
export const newAuthenticatorKey = (): string => new Secret({ size: 20 }).base32

/** The address that an app reads from a QR code; `label` tells its user which account it is. */
export const authenticatorAddress = (key: string, label: string): string => totp(key, label).toString()

/**
 * The time step a code belongs to, one step of the clock early or late allowed (RFC 6238 §5.2); null when it is none.
 * Whoever accepts a code remembers its step: it works once.
 */
export function stepOfCode(key: string, code: string, at: number = Date.now()): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const delta = totp(key).validate({ token: code, timestamp: at, window: 1 })
  return delta === null ? null : TOTP.counter({ timestamp: at }) + delta
}

/** What the app shows at a moment. */
export const codeAt = (key: string, at: number = Date.now()): string => totp(key).generate({ timestamp: at })
