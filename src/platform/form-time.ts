// When a form was opened, signed, so that whoever sends it cannot say. A trap for programs that asks nothing of people.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { environment } from '@/platform/env'

const signed = (text: string): string =>
  createHmac('sha256', environment().AUTH_SECRET).update(`form-time ${text}`).digest('base64url').slice(0, 22)

/** A stamp for a form about `subject`, opened now. */
export function stampForm(subject: string): string {
  const now = Date.now().toString(36)
  return `${now}.${signed(`${subject} ${now}`)}`
}

/** Seconds since the form was opened; null for a stamp that is none of ours, or one of another form. */
export function formAge(stamp: string, subject: string): number | null {
  const [at = '', signature = ''] = stamp.split('.')
  const expected = signed(`${subject} ${at}`)
  const isOurs = signature.length === expected.length && timingSafeEqual(Buffer.from(signature), Buffer.from(expected))
  return isOurs ? (Date.now() - parseInt(at, 36)) / 1000 : null
}
