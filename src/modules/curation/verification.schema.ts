import { z } from 'zod'
import { type Locale, locales } from '@/core/localized'
import { idSchema } from '@/core/id'
import { relationType } from '@/modules/taxonomy/taxonomy.schema'

const verifiedKinds = ['actor', 'relation', 'practice'] as const
export type VerifiedKind = (typeof verifiedKinds)[number]

/** "Still true" on one record. */
export const verifyMove = z.strictObject({
  kind: z.enum(verifiedKinds, { error: 'unknown' }),
  id: idSchema,
  /** The list to come back to; absent = the record's page. */
  back: z.string().max(500).optional(),
})

/** What the bearer of a mailed link sends. */
export const linkMove = z.strictObject({ token: z.string({ error: 'linkGone' }).max(100, { error: 'linkGone' }) })

/** A territory, or `commons`. */
const curatorOfForm = z.union([idSchema, z.literal('commons')], { error: 'choose' })
export const askMove = z.strictObject({ territoryId: curatorOfForm })

/** The round a day belongs to: `2026-H2`. Nobody is asked about one record twice in a round. */
export const roundOf = (day: Date): string => `${day.getUTCFullYear()}-H${day.getUTCMonth() < 6 ? 1 : 2}`
export const roundKey = z.string().regex(/^\d{4}-H[12]$/)

/** How a question stands. `silent`: nothing came, and the reminder is old too. */
export const requestStates = ['asked', 'confirmed', 'changed', 'silent', 'noAddress'] as const
export const requestState = z.enum(requestStates)
export type RequestState = z.output<typeof requestState>

const dueRow = z.object({
  kind: z.enum(verifiedKinds),
  id: idSchema,
  slug: z.string(),
  name: z.string(),
  /** Who keeps a relation alive, or is in charge of a practice; null for an actor, which speaks for itself. */
  holder: z.string().nullable(),
  recipient: z.string().nullable(),
  language: z.string().nullable(),
  country: z.string().nullable(),
  type: relationType.nullable(),
  started: z.string().nullable(),
  verified_at: z.date().nullable(),
})

/** A record to be asked about, as everyone may see it. Names are the original ones. */
export const dueRecordSchema = dueRow.transform(({ verified_at: verifiedAt, ...row }) => ({ ...row, verifiedAt }))
export type DueRecord = z.output<typeof dueRecordSchema>

/** A question that was asked: with its record, and the address it went to. */
export const askedRecordSchema = z
  .intersection(z.object({ request_id: idSchema, address: z.string() }), dueRow)
  .transform(({ request_id: requestId, verified_at: verifiedAt, ...row }) => ({ ...row, requestId, verifiedAt }))
export type AskedRecord = z.output<typeof askedRecordSchema>

/** A row of the list of a round. `slug` is blank when the record left the public. */
export const roundRowSchema = dueRow
  .pick({ kind: true, id: true, slug: true, name: true, holder: true, recipient: true, verified_at: true })
  .extend({
    request_id: idSchema,
    asked_at: z.date(),
    reminded_at: z.date().nullable(),
    answered_at: z.date().nullable(),
    state: requestState,
    note: z.string().nullable(),
  })
  .transform((row) => ({
    kind: row.kind,
    id: row.id,
    slug: row.slug,
    name: row.name,
    holder: row.holder,
    recipient: row.recipient,
    state: row.state,
    note: row.note,
    requestId: row.request_id,
    verifiedAt: row.verified_at,
    askedAt: row.asked_at,
    remindedAt: row.reminded_at,
    answeredAt: row.answered_at,
  }))
export type RoundRow = z.output<typeof roundRowSchema>

const byCountry: Readonly<Record<string, Locale>> = { IT: 'it', ES: 'es', SE: 'sv', PL: 'pl' }

/** The language a body is written to: the one its record is written in, else that of its country, else English. */
export const languageOfBody = (body: { language: string | null; country: string | null }): Locale =>
  locales.find((locale) => locale === body.language) ?? byCountry[body.country ?? ''] ?? 'en'

/** What a link to a question names. */
export const linkSubject = z.object({ request: idSchema })

/** How often the house asks, and how long it keeps what a sender said of himself. Written by an administrator. */
export const careSettings = z.object({
  /** A record is asked about when nobody confirmed it for so long. */
  months: z.number().int().min(1).max(60).catch(12),
  /** Records a start asks about by mail; as many without a mailbox are listed. */
  batch: z.number().int().min(1).max(500).catch(50),
  /** The rounds go on by themselves, a batch a week. */
  automatic: z.boolean().catch(false),
  remindDays: z.number().int().min(1).max(90).catch(14),
  silentDays: z.number().int().min(1).max(180).catch(30),
  /** The sender of a suggestion is forgotten so long after the answer. */
  suggestionMonths: z.number().int().min(1).max(60).catch(12),
})
export type CareSettings = z.output<typeof careSettings>
