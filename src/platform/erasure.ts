// How somebody is taken out of every table, and does not come back (6-quality, Privacy). The searching and replacing is
// written once, in the functions of the migration, over all texts of all tables.
import { createHmac } from 'node:crypto'
import { AppError } from '@/core/app-error'
import { fold } from '@/core/fold'
import { newId } from '@/core/id'
import type { Transaction } from '@/platform/bulk'
import { environment } from '@/platform/env'
import { spellings } from '@/platform/traces'

/** Somebody's words. `records`: where a name or a number can only mean them, so that it is taken out without asking. */
type Traces = {
  emails: readonly string[]
  names: readonly string[]
  /** Numbers, and an address that serves somebody else too: taken out of `records` only. */
  local: readonly string[]
  records: readonly string[]
}

// What passes by: mails and their links, notices, answers kept for a repeated request.
const passing = ['outbox_mail', 'mailed_token', 'notification', 'idempotency_key']

/**
 * Takes somebody's words out of every table: addresses everywhere, names and numbers where they can only mean this
 * person, and all mails to them. Rows of `person` and `user` are for the caller to remove.
 */
export async function eraseTraces(tx: Transaction, { emails, names, local, records }: Traces): Promise<void> {
  await tx.$executeRaw`SELECT set_config('statement_timeout', '60s', true), set_config('idle_in_transaction_session_timeout', '60s', true)`
  const to = [...emails]
  await tx.outboxMail.deleteMany({ where: { recipient: { in: to, mode: 'insensitive' } } })
  await tx.mailedToken.deleteMany({ where: { email: { in: to } } })
  await tx.invitation.deleteMany({ where: { email: { in: to } } })
  await tx.suggestion.updateMany({ where: { email: { in: to } }, data: { email: null } })
  await tx.dataRequest.updateMany({
    where: { email: { in: to } },
    data: { email: '', name: '', message: '', answer: null },
  })
  await tx.$executeRaw`SELECT erase_words(${spellings(emails)}::text[], NULL, NULL)`
  await eraseWords(tx, [...names, ...local], records)
  await tx.$executeRaw`SELECT erase_words(${spellings(names)}::text[], ${passing}::text[], NULL)`
}

/** Takes words out of what is said of these records, now and in their history. */
export async function eraseWords(tx: Transaction, words: readonly string[], records: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT erase_words(${spellings(words)}::text[], NULL, ${[...records]}::uuid[])`
}

/** `name`: with the record it stood with, since many people share a name. `person` and `user`: the id of the row. */
type ErasedKind = 'email' | 'name' | 'person' | 'user'

const hashOf = (kind: ErasedKind, value: string) =>
  createHmac('sha256', environment().AUTH_SECRET)
    .update(`erased ${kind} ${fold(value)}`)
    .digest('base64url')

/** Remembers what was erased by keyed hashes, so that neither an import nor a restored copy brings it back. */
export async function rememberErased(
  tx: Transaction,
  erased: readonly { kind: ErasedKind; value: string }[],
): Promise<void> {
  await tx.erasure.createMany({
    data: erased.map(({ kind, value }) => ({ id: newId(), kind, hash: hashOf(kind, value) })),
    skipDuplicates: true,
  })
}

/** Those of these values that were erased once. */
export async function findErased(tx: Transaction, kind: ErasedKind, values: readonly string[]): Promise<Set<string>> {
  if (values.length === 0) return new Set()
  const hashes = values.map((value) => hashOf(kind, value))
  const rows = await tx.erasure.findMany({ where: { kind, hash: { in: hashes } }, select: { hash: true } })
  const erased = new Set(rows.map(({ hash }) => hash))
  return new Set(values.filter((_, index) => erased.has(hashes[index] ?? '')))
}

const address = /[^\s@<>(),;:"\\[\]]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi

/**
 * Refuses contents, of a form or of a whole import, that hold the address of somebody who was erased. Throws `invalid` at
 * the field where it stands.
 */
export async function refuseErased(tx: Transaction, contents: readonly object[]): Promise<void> {
  const found = contents.flatMap((content) =>
    Object.entries(content).flatMap(([field, value]) =>
      (JSON.stringify(value ?? null).match(address) ?? []).map((email) => ({ field, email })),
    ),
  )
  const erased = await findErased(tx, 'email', [...new Set(found.map(({ email }) => email))])
  const first = found.find(({ email }) => erased.has(email))
  if (first === undefined) return
  throw new AppError('invalid', 'erasedPerson', {}, [{ field: first.field, message: 'erasedPerson' }])
}
