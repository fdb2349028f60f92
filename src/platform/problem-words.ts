import { z } from 'zod'
import { filled } from '@/i18n/filled'
import { loadMessages } from '@/i18n/messages'

type Values = Readonly<Record<string, string | number>>

// Said otherwise to a program than to whoever fills in a form.
const forPrograms: Record<string, string> = {
  badJson: 'The body is no JSON (RFC 8259), or nested deeper than 32 levels.',
  badKey: 'The key is malformed, unknown, revoked or expired. Send it as: Authorization: Bearer atlas_…',
  conflict: 'Another version is stored. Read it again and send its version in If-Match.',
  duplicateKey: 'The name is there twice in one object.',
  foreignOrigin: 'A session writes only from a page of this site. Programs write with a key.',
  generic: 'The value is not of the shape that is written here.',
  invalid: 'Some fields cannot be kept as they are.',
  keyReused: 'This Idempotency-Key was used for another request. Choose a new one.',
  limited: 'Too many requests from this address. Wait as long as Retry-After says.',
  signInFirst: 'Send a key as Authorization: Bearer, or the cookie of a session from a page of this site.',
  stillRunning: 'A request with this Idempotency-Key is being carried out. Ask again in a moment.',
  unavailable: 'The register does not answer just now. Try again after the time in Retry-After.',
  unknown: 'There is nothing of this id.',
  unknownField: 'There is no such field, or it cannot be written.',
}

const errors = z.record(z.string(), z.string())

/** The sentence of a refusal for programs, in English. Keys without one are told as they are. */
export async function problemWords(key: string, values: Values = {}): Promise<string> {
  const text = forPrograms[key] ?? errors.parse((await loadMessages('en')).errors)[key]
  if (text === undefined) return key
  try {
    return filled('en', text, values)
  } catch {
    return key // a sentence that asks for more than is known here
  }
}
