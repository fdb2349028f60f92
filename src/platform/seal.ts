// Small texts that only this installation can read or make, each kind under a key of its own (AES-256-GCM, NIST SP 800-38D).
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { environment } from '@/platform/env'

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** The key of one kind of text: whoever learns one learns no other (RFC 5869). */
const keyFor = (purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', environment().AUTH_SECRET, '', `atlas ${purpose}`, 32))

/** Seals a text. `about` says to what it belongs: moved to another row it no longer opens. */
export function seal(purpose: string, about: string, text: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, keyFor(purpose), nonce).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The text in a seal of ours; null for anything else. */
export function unseal(purpose: string, about: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < nonceBytes + tagBytes) return null
  try {
    const decipher = createDecipheriv(algorithm, keyFor(purpose), bytes.subarray(0, nonceBytes))
      .setAAD(Buffer.from(about))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8')
  } catch {
    return null // not ours, or of another secret
  }
}

/** A hash that nobody without our secret can compute, for what has enough chance in it not to need a slow one. */
export const keyedHash = (purpose: string, text: string): string =>
  createHmac('sha256', keyFor(purpose)).update(text).digest('base64url')
