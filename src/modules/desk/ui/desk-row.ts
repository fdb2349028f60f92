import type { RecordStatus } from '@/core/curated'
import type { ActorDeskRow } from '@/modules/actors/actor.schema'
import type { RelationDeskRow } from '@/modules/relations/relation.schema'
import type { ActorKind, RelationType } from '@/modules/taxonomy/taxonomy.schema'

/** One record on the desk, actor or relation. */
export type DeskRow = {
  id: string
  version: number
  status: RecordStatus
  name: string
  updatedAt: Date
  sentBackReason: string | null
} & ({ actor: { kind: ActorKind; city: string | null } } | { relation: { type: RelationType } })

export const deskRowOfActor = (row: ActorDeskRow): DeskRow => ({
  ...{ id: row.id, version: row.version, status: row.status, name: row.name.value },
  ...{ updatedAt: row.updatedAt, sentBackReason: row.sentBackReason },
  actor: { kind: row.kind, city: row.city },
})

export const deskRowOfRelation = (row: RelationDeskRow): DeskRow => ({
  ...{ id: row.id, version: row.version, status: row.status },
  name: row.title?.value ?? row.parties.map((party) => party.name.value).join(' – '),
  ...{ updatedAt: row.updatedAt, sentBackReason: row.sentBackReason },
  relation: { type: row.type },
})

/** Both kinds together, last changed first. */
export const byChange = (a: DeskRow, b: DeskRow): number => b.updatedAt.getTime() - a.updatedAt.getTime()
