import { AppError } from '@/core/app-error'
import { changedFields } from '@/core/compare'
import type { CuratedSave, RecordStatus, Source } from '@/core/curated'
import { newId } from '@/core/id'
import type { Present } from '@/core/present'
import { newSlug } from '@/core/slug'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import type { HistoryEntry } from '@/platform/history'

/** Who wrote a field last: a person, or a source by name. An import never overwrites what a person wrote. */
type Writer = 'person' | `source:${string}`

export type SaveOptions = {
  writer?: Writer
  batchId?: string
  demo?: boolean
  action?: string
  reason?: string
  /** Changes of published records wait for a coordinator: stored as proposals, the records stay as they are. */
  proposal?: boolean
  /** Runs in this transaction, which the caller commits, instead of one of its own. */
  tx?: Transaction
  /** What must be stored together with the records or not at all. */
  within?: (tx: Transaction, saved: readonly Saved[]) => Promise<void>
}

/** What every content of a curated record has. */
export type CuratedContent = {
  originalLanguage: string
  visibility: string
  fictitious: boolean
  source?: Source | undefined
}

export type Planned<C> = {
  outcome: 'created' | 'changed' | 'unchanged' | 'proposed'
  id: string
  slug: string
  label: string
  createdById: string | null
  /** Its state until now; null = a new record. */
  from: RecordStatus | null
  baseVersion: number | null
  version: number
  territoryId: string | null
  status: RecordStatus
  publishedAt: Date | null
  sentBackReason: string | null
  fieldWriters: Record<string, string>
  before: C | null
  content: C
  changed: string[]
  /** What waits for a coordinator: an editor's change, or what an import would have written over a person's words. */
  proposed: C | null
}

export type Saved = { id: string; slug: string; version: number; outcome: Planned<unknown>['outcome'] }

/**
 * What one save will do to one record. Throws `conflict` when the writer saw an older version; the caller has both
 * texts then, his own and the one he can read again.
 */
export function planSave<C extends CuratedContent>(
  save: CuratedSave & { content: C; label: string; territoryId: string | null },
  present: Present<C> | null,
  fields: readonly (keyof C & string)[],
  options: SaveOptions,
): Planned<C> {
  const writer = options.writer ?? 'person'
  const status = save.status ?? present?.status ?? 'draft'
  if (present !== null && save.version !== present.version)
    throw new AppError('conflict', 'conflict', { id: present.id, version: present.version })
  const wanted = changedFields(fields, present?.content ?? {}, save.content)
  const guarded =
    present === null || writer === 'person' ? [] : wanted.filter((field) => present.fieldWriters[field] === 'person')
  const changed = wanted.filter((field) => !guarded.includes(field))
  const kept = present === null ? {} : Object.fromEntries(guarded.map((field) => [field, present.content[field]]))
  const isProposal = options.proposal === true && present !== null
  const isChanged = changed.length > 0 || status !== present?.status
  const outcome = present === null ? 'created' : !isChanged ? 'unchanged' : isProposal ? 'proposed' : 'changed'
  return {
    outcome,
    id: present?.id ?? save.id ?? newId(),
    slug: present?.slug ?? newSlug(save.label),
    label: save.label,
    createdById: present?.createdById ?? null,
    from: present?.status ?? null,
    baseVersion: present?.version ?? null,
    version: (present?.version ?? 0) + (outcome === 'created' || outcome === 'changed' ? 1 : 0),
    territoryId: present === null ? save.territoryId : present.territoryId,
    status,
    publishedAt: present?.publishedAt ?? (status === 'published' ? new Date() : null),
    // The reason stays in sight until the record is submitted again.
    sentBackReason: status === 'draft' ? (options.reason ?? present?.sentBackReason ?? null) : null,
    fieldWriters: { ...present?.fieldWriters, ...Object.fromEntries(changed.map((field) => [field, writer])) },
    before: present?.content ?? null,
    content: { ...save.content, ...kept },
    changed: [...changed],
    proposed: guarded.length > 0 || outcome === 'proposed' ? save.content : null,
  }
}

/** What records name now and did not before. */
export const newlyNamed = <C>(plans: readonly Planned<C>[], of: (content: C) => readonly string[]): Set<string> =>
  new Set(
    plans.flatMap(({ content, before }) => {
      const named = new Set(before === null ? [] : of(before))
      return of(content).filter((one) => !named.has(one))
    }),
  )

/** Does the record itself become another one? */
export const isWritten = ({ outcome }: Pick<Planned<unknown>, 'outcome'>): boolean =>
  outcome === 'created' || outcome === 'changed'

/** What the plans leave in history: one accepted revision per write, one pending per proposal. */
export const historyOf = (plans: readonly Planned<unknown>[], options: SaveOptions): HistoryEntry[] =>
  plans.flatMap((plan) => {
    const entry = {
      recordId: plan.id,
      territoryId: plan.territoryId,
      baseVersion: plan.baseVersion,
      before: plan.before,
    }
    const action = options.action ?? (plan.outcome === 'created' ? 'create' : 'change')
    const accepted: HistoryEntry[] = !isWritten(plan)
      ? []
      : [
          {
            ...entry,
            action,
            changed: plan.changed,
            version: plan.version,
            after: plan.content,
            reason: options.reason,
          },
        ]
    const pending: HistoryEntry[] =
      plan.proposed === null
        ? []
        : [
            {
              ...entry,
              action: 'propose',
              changed: plan.outcome === 'proposed' ? plan.changed : [],
              version: null,
              after: plan.proposed,
              state: 'pending',
            },
          ]
    return [...accepted, ...pending]
  })

export const savedOf = ({ id, slug, version, outcome }: Planned<unknown>): Saved => ({ id, slug, version, outcome })

/** Runs a save in the transaction of its options, else in one of its own. */
export const inTransaction = <Result>(
  { tx }: SaveOptions,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> => (tx === undefined ? db.$transaction(work, { maxWait: 10_000, timeout: 120_000 }) : work(tx))
