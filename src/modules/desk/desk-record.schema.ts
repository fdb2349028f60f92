import type { RecordStatus } from '@/core/curated'
import { decodeKey, type PageKey, placeIn } from '@/core/page'
import type { Viewer } from '@/core/viewer'
import type { ActorDeskRow } from '@/modules/actors/actor.schema'
import { canPublishPractice } from '@/modules/practices/practice.policy'
import type { PracticeDeskRow } from '@/modules/practices/practice.schema'
import type { RelationDeskRow } from '@/modules/relations/relation.schema'
import type { ActorKind, RelationType } from '@/modules/taxonomy/taxonomy.schema'

/** One record on the desk. `mayPublish`: nobody publishes a practice of their own. */
export type DeskRow = {
  id: string
  slug: string
  version: number
  status: RecordStatus
  name: string
  updatedAt: Date
  verifiedAt: Date | null
  sentBackReason: string | null
} & (
  | { actor: { kind: ActorKind; city: string | null } }
  | { relation: { type: RelationType } }
  | { practice: { inCharge: string | null; mayPublish: boolean } }
)

/** Which of the desk's lists a record is in, as its address says. */
export const deskListOf = (row: DeskRow): 'actors' | 'relations' | 'practices' =>
  'actor' in row ? 'actors' : 'relation' in row ? 'relations' : 'practices'

const base = ({
  id,
  slug,
  version,
  status,
  updatedAt,
  verifiedAt,
  sentBackReason,
}: ActorDeskRow | RelationDeskRow | PracticeDeskRow) => ({
  ...{ id, slug, version, status, updatedAt, verifiedAt, sentBackReason },
})

export const deskRowOfActor = (row: ActorDeskRow): DeskRow => ({
  ...base(row),
  name: row.name.value,
  actor: { kind: row.kind, city: row.city },
})

export const deskRowOfRelation = (row: RelationDeskRow): DeskRow => ({
  ...base(row),
  name: row.title?.value ?? row.parties.map((party) => party.name.value).join(' – '),
  relation: { type: row.type },
})

export const deskRowOfPractice =
  (viewer: Viewer) =>
  (row: PracticeDeskRow): DeskRow => ({
    ...base(row),
    name: row.title.value,
    practice: { inCharge: row.inCharge?.name ?? null, mayPublish: canPublishPractice(viewer, row) },
  })

/** All kinds together, last changed first, as the lists of each are. */
export const byChange = (a: DeskRow, b: DeskRow): number =>
  b.updatedAt.getTime() - a.updatedAt.getTime() || (a.id < b.id ? 1 : -1)

/** Where a page of a list that is read by its last change goes on; null = from its beginning, or a key that is not ours. */
export const afterChange = (text: string | null | undefined): PageKey | null =>
  placeIn({ after: decodeKey(text ?? '') ?? undefined }, { changed: ['time', 'id'] }, 'changed').after
