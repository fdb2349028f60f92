import { z } from 'zod'
import { idSchema } from '@/core/id'
import { localized } from '@/core/localized'
import { most, transferDeeds, transferStates } from '@/modules/adoption/choices.schema'

export const transferState = z.enum(transferStates, { error: 'choose' })
export const transferDeed = z.enum(transferDeeds)

const links = z.array(z.object({ url: z.string(), title: z.string().optional() }))

/** What a territory says of taking up a practice, whole: what is stored, what is shown, what can be taken back. */
export const transferContentSchema = z.object({
  state: transferState,
  /** Why the practice is of interest. */
  note: localized(most.note).nullable(),
  /** Days as `YYYY-MM-DD`; `until` null = one day. */
  workshop: z
    .object({ title: localized(most.title), on: z.string(), until: z.string().nullable(), place: z.string() })
    .nullable(),
  /** Why it was adopted, or not. */
  reasons: localized(most.reasons).nullable(),
  since: z.string().nullable(),
  /** What it became. */
  became: localized(most.became).nullable(),
  links,
  /** By which relations it came: ids. */
  relations: z.array(idSchema),
  internalNotes: z.string().nullable(),
})
export type TransferContent = z.output<typeof transferContentSchema>

/** Nothing said yet. */
export const emptyTransfer: TransferContent = {
  ...{ state: 'interested', note: null, workshop: null, reasons: null, since: null, became: null },
  ...{ links: [], relations: [], internalNotes: null },
}

const named = z.object({ id: idSchema, slug: z.string(), name: z.string() })
const shownText = z.object({ value: z.string(), language: z.string(), machine: z.boolean() })

/** A transfer as everybody may see it; texts in the reader's language, else in their original. */
export const shownTransferSchema = z.object({
  id: idSchema,
  state: transferState,
  territory: named,
  practice: z.object({ id: idSchema, slug: z.string(), title: shownText, home: named.nullable() }),
  note: shownText.nullable(),
  workshop: z.object({ title: shownText, on: z.string(), until: z.string().nullable(), place: z.string() }).nullable(),
  reasons: shownText.nullable(),
  since: z.string().nullable(),
  became: shownText.nullable(),
  links,
  /** Public relations by which it came: ids. */
  relations: z.array(idSchema),
  demo: z.boolean(),
  updatedAt: z.date(),
})
export type ShownTransfer = z.output<typeof shownTransferSchema>

const anyText = localized(20_000)
const rawNamed = z.object({ id: idSchema, slug: z.string(), name: anyText })

/** A transfer as everybody may see it, with its texts in all their languages. */
export const transferRecordSchema = z.object({
  id: idSchema,
  state: transferState,
  territory: rawNamed,
  practice: z.object({ id: idSchema, slug: z.string(), title: anyText, home: rawNamed.nullable() }),
  note: anyText.nullable(),
  workshopTitle: anyText.nullable(),
  workshopOn: z.string().nullable(),
  workshopUntil: z.string().nullable(),
  workshopPlace: z.string().nullable(),
  reasons: anyText.nullable(),
  since: z.string().nullable(),
  became: anyText.nullable(),
  links,
  relations: z.array(idSchema),
  demo: z.boolean(),
  updatedAt: z.date(),
})
export type TransferRecord = z.output<typeof transferRecordSchema>

/** A deed in the history of a transfer; `by` null: whoever did it was erased. */
type TransferChange = { version: number; deed: z.output<typeof transferDeed>; at: Date; by: string | null }

/** What is recorded for one practice and one territory, as those who keep the territory see it. */
export type KeptTransfer = {
  id: string
  version: number
  content: TransferContent
  demo: boolean
  /** The newest first. */
  changes: TransferChange[]
}

/** A row of "our transfers". `practice` null: nobody but its own territory sees it any more. */
export type OwnTransfer = {
  id: string
  version: number
  state: z.output<typeof transferState>
  territory: z.output<typeof named>
  practice: { slug: string; title: z.output<typeof shownText> } | null
  practiceId: string
  workshop: { on: string; until: string | null; place: string } | null
  since: string | null
  updatedAt: Date
  /** What is to be done next; null = nothing is open. */
  open: 'plan' | 'hold' | 'record' | null
}
