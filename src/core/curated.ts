import { z } from 'zod'
import { isoDay as dayOf, withoutBlanks } from './blank'
import { idSchema } from './id'
import { inLanguage, localized } from './localized'
import { line, webAddress } from './text'
import { visibilities } from './visibility'

export { visibilities } from './visibility'

export const recordStatuses = ['draft', 'submitted', 'published', 'archived'] as const
export const recordStatus = z.enum(recordStatuses)
export type RecordStatus = z.output<typeof recordStatus>

export const visibility = z.enum(visibilities, { error: 'choose' })
export type Visibility = z.output<typeof visibility>

export const recordKinds = ['actor', 'relation', 'practice', 'plan', 'activity', 'territory'] as const
export type RecordKind = (typeof recordKinds)[number]

const isoDay = z.iso.date({ error: 'badDate' })

/** Where a fact comes from: who publishes it, the number it has there, its page, licence and the day it was read. */
export const sourceSchema = z.strictObject({
  name: line(200),
  recordId: line(400).optional(),
  url: webAddress.optional(),
  licence: line(100).optional(),
  retrievedOn: isoDay.optional(),
})
export type Source = z.output<typeof sourceSchema>

/** What every save of a curated record may carry beside its content (2-domain, Shared by every curated record). */
export type CuratedSave = {
  /** Present = change this record; absent = a new one. */
  id?: string
  /** The version the writer saw. Needed with `id`; an old one is refused with both texts kept. */
  version?: number
  /** Curator of a new record; null = the commons; absent = worked out from the holder or the writer. */
  territoryId?: string | null
  status?: RecordStatus
}

/** Columns of the base that a detail page shows. */
export const curatedDetail = {
  id: idSchema,
  slug: z.string(),
  status: recordStatus,
  visibility,
  version: z.number().int(),
  territory: z.object({ id: idSchema, slug: z.string(), name: z.string() }).nullable(),
  demo: z.boolean(),
  fictitious: z.boolean(),
  verifiedAt: z.date().nullable(),
  source: sourceSchema.partial().nullable(),
  sentBackReason: z.string().nullable(),
  publishedAt: z.date().nullable(),
  updatedAt: z.date(),
}

/** What the desk asks of the records that a viewer curates. Absent = whatever it is. */
export type DeskFilter = {
  status?: readonly RecordStatus[]
  /** Sent back by a coordinator and not submitted again. */
  sentBack?: boolean
  /** Confirmed long ago or never (the seal is not fresh any more). */
  toConfirm?: boolean
  /** Of these among the viewer's own; absent = of all of them. */
  territoryIds?: readonly string[]
  tag?: string
  q?: string
}

/** How fresh a fact is (LOOK §6, Seal): confirmed within 12 months, within 36, before that, or never. */
export const freshnesses = ['fresh', 'ageing', 'old', 'never'] as const
export type Freshness = (typeof freshnesses)[number]

export function freshnessOf(verifiedAt: Date | string | null, today: Date): Freshness {
  if (verifiedAt === null) return 'never'
  const at = new Date(verifiedAt)
  const months = (today.getUTCFullYear() - at.getUTCFullYear()) * 12 + today.getUTCMonth() - at.getUTCMonth()
  return months <= 12 ? 'fresh' : months <= 36 ? 'ageing' : 'old'
}

/**
 * The role a save needs (5-permissions): an editor writes drafts and submits them; whatever touches what everyone sees,
 * or takes a record back from the coordinator's table, is a coordinator's. `from` is null for a new record.
 */
export function roleToSave(from: RecordStatus | null, to: RecordStatus): 'editor' | 'coordinator' {
  const drafting: readonly (RecordStatus | null)[] = [null, 'draft', 'submitted']
  if (!drafting.includes(from) || !drafting.includes(to)) return 'coordinator'
  return from === 'submitted' && to === 'draft' ? 'coordinator' : 'editor'
}

/** The source of a record from its columns; null when it has none. */
export const sourceOf = (row: {
  sourceName: string | null
  sourceRecordId: string | null
  sourceUrl: string | null
  sourceLicence: string | null
  sourceRetrievedOn: Date | null
}) =>
  row.sourceName === null
    ? null
    : withoutBlanks({
        name: row.sourceName,
        recordId: row.sourceRecordId,
        url: row.sourceUrl,
        licence: row.sourceLicence,
        retrievedOn: row.sourceRetrievedOn && dayOf(row.sourceRetrievedOn),
      })

const territoryName = localized(200)

/** What a page shows of a territory it names. */
export const namedTerritory = (found: { id: string; slug: string; name: unknown } | null, locale: string) =>
  found && { id: found.id, slug: found.slug, name: inLanguage(territoryName.parse(found.name), locale).value }
