// What a mailed link may do, once (9-decisions, Mailed links). A link never acts on GET: it opens a page whose one
// button sends the token; only the hash of the token is stored.
import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '@/core/app-error'
import { decided } from '@/core/decision'
import { newId } from '@/core/id'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

/** `subject` says on what the bearer may act; whoever reads it parses it. */
type MailedToken = {
  purpose: string
  subject: Record<string, string | number>
  email: string
  locale: string
  minutes: number
}

/** A token as its page finds it. `gone` = used, too old or revoked: the same address may ask for a new one. */
type FoundToken = {
  id: string
  subject: unknown
  email: string
  locale: string
  state: 'live' | 'gone'
}

// 128 bits (6-quality, Security values), 22 characters in an address.
const shape = /^[\w-]{22}$/
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** Makes a token and returns it: the only time that it can be read. */
export async function issueToken(tx: Transaction, wanted: MailedToken): Promise<string> {
  const token = randomBytes(16).toString('base64url')
  const { minutes, ...stored } = wanted
  const expiresAt = new Date(Date.now() + minutes * 60_000)
  await tx.mailedToken.create({ data: { ...stored, id: newId(), hash: hashOf(token), expiresAt } })
  return token
}

/** What a token is for, without spending it. Null for what was never one of ours, or one for something else. */
export async function findToken(token: string, purpose: string): Promise<FoundToken | null> {
  decided() // whoever holds a link has its right, and nobody else learns anything
  if (!shape.test(token)) return null
  const found = await db.mailedToken.findUnique({ where: { hash: hashOf(token) } })
  if (found === null || found.purpose !== purpose) return null
  const { id, subject, email, locale, usedAt, expiresAt } = found
  return { id, subject, email, locale, state: usedAt === null && expiresAt > new Date() ? 'live' : 'gone' }
}

/**
 * Spends a token, in the transaction of the deed it is for: of two at once, one is let through. Throws `gone` for one that
 * is used, too old, not ours or for something else.
 */
export async function spendToken(tx: Transaction, token: string, purpose: string): Promise<Omit<FoundToken, 'state'>> {
  decided()
  const hash = shape.test(token) ? hashOf(token) : ''
  const { count } = await tx.mailedToken.updateMany({
    where: { hash, purpose, usedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  })
  if (count === 0) throw new AppError('gone', 'linkGone')
  const { id, subject, email, locale } = await tx.mailedToken.findUniqueOrThrow({ where: { hash } })
  return { id, subject, email, locale }
}

/** Makes every live token of this purpose for this address worthless. */
export async function revokeTokens(tx: Transaction, purpose: string, email: string): Promise<void> {
  await tx.mailedToken.updateMany({ where: { purpose, email, usedAt: null }, data: { usedAt: new Date() } })
}
