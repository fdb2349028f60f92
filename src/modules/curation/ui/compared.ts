import type { FormFields } from '@/core/form-fields'
import type { MergeableKind } from '@/modules/curation/duplicate.schema'
import type { Side } from '@/modules/curation/merge-parts.schema'

/** One of two compared records; `facts` are words that help to choose which one stays. */
export type ComparedRecord = { id: string; version: number; name: string; values: FormFields; facts: readonly string[] }

export type Compared = Record<Side, ComparedRecord> & {
  kind: MergeableKind
  proposal: { keep: Side; choose: Record<string, Side> }
}
