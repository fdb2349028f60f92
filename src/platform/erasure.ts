// What is left of somebody in every table, and how it is taken away (6-quality, Privacy). The searching and replacing is
// written once, in the functions of the migration, over all texts of all tables.
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '@/core/app-error'
import { fold } from '@/core/fold'
import { newId } from '@/core/id'
import type { Transaction } from '@/platform/bulk'
import { environment } from '@/platform/env'

/** Somebody's words. `records`: where a name or a number can only mean them, so that it is taken out without asking. */
export type Traces = {
  emails: readonly string[]
  names: readonly string[]
  phones: readonly string[]
  records: readonly string[]
}

const traceSchema = z.object({
  table: z.string(),
  id: z.string().nullable(),
  recordKind: z.string().nullable(),
  recordId: z.string().nullable(),
  at: z.string().nullable(),
})
/** One row that holds somebody's words. */
export type Trace = z.output<typeof traceSchema>

/** How words may be written: as they are, folded as search columns hold them, and without the spaces of a number. */
function spellings(words: readonly string[]): string[] {
  const given = words.flatMap((word) => [
    word,
    fold(word),
    /^\+?[\d\s().\-/]+$/.test(word) ? word.replace(/[\s().\-/]/g, '') : word,
  ])
  return [...new Set(given.filter((word) => word.length > 2))]
}

/** Rows anywhere that hold one of these words, of present records and of their history. */
export async function findTraces(tx: Transaction, words: readonly string[]): Promise<Trace[]> {
  const rows = await tx.$queryRaw`
    SELECT of_table AS "table", id, record_kind AS "recordKind", record_id AS "recordId", at
    FROM find_words(${spellings(words)}::text[])`
  return z.array(traceSchema).parse(rows)
}

// What passes by: mails and their links, notices, answers kept for a repeated request.
const passing = ['outbox_mail', 'mailed_token', 'notification', 'idempotency_key']

/**
 * Takes somebody's words out of every table: addresses everywhere, names and numbers where they can only mean this
 * person, and all mails to them. Rows of `person` and `user` are for the caller to remove.
 */
export async function eraseTraces(tx: Transaction, { emails, names, phones, records }: Traces): Promise<void> {
  await tx.$executeRaw`SELECT set_config('statement_timeout', '60s', true), set_config('idle_in_transaction_session_timeout', '60s', true)`
  const to = [...emails]
  await tx.outboxMail.deleteMany({ where: { recipient: { in: to, mode: 'insensitive' } } })
  await tx.mailedToken.deleteMany({ where: { email: { in: to } } })
  await tx.invitation.deleteMany({ where: { email: { in: to } } })
  await tx.suggestion.updateMany({ where: { email: { in: to } }, data: { email: '' } })
  await tx.dataRequest.updateMany({
    where: { email: { in: to } },
    data: { email: '', name: '', message: '', answer: null },
  })
  await tx.$executeRaw`SELECT erase_words(${spellings(emails)}::text[], NULL, NULL)`
  await eraseWords(tx, [...names, ...phones], records)
  await tx.$executeRaw`SELECT erase_words(${spellings(names)}::text[], ${passing}::text[], NULL)`
}

/** Takes words out of what is said of these records, now and in their history. */
export async function eraseWords(tx: Transaction, words: readonly string[], records: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT erase_words(${spellings(words)}::text[], NULL, ${[...records]}::uuid[])`
}

/** `name`: with the record it stood with, since many people share a name. */
export type ErasedKind = 'email' | 'name'

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
  const byHash = new Map(values.map((value) => [hashOf(kind, value), value]))
  const rows = await tx.erasure.findMany({ where: { kind, hash: { in: [...byHash.keys()] } }, select: { hash: true } })
  return new Set(rows.flatMap(({ hash }) => byHash.get(hash) ?? []))
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
