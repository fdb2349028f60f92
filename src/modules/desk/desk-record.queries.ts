import type { DeskFilter } from '@/core/curated'
import { encodeKey, type Page, type PageKey, timePart } from '@/core/page'
import type { Viewer } from '@/core/viewer'
import { findDeskActors } from '@/modules/actors/actor-desk.queries'
import { byChange, type DeskRow, deskRowOfActor, deskRowOfRelation } from '@/modules/desk/desk-record.schema'
import { findDeskRelations } from '@/modules/relations/relation-desk.queries'

export type DeskRecords = Page<DeskRow> & { actors: number; relations: number }

/** Records of both kinds that the viewer curates, last changed first, with their true numbers. */
export async function findDeskRecords(
  viewer: Viewer,
  filter: DeskFilter,
  page: { after?: PageKey | null; limit: number; locale: string },
): Promise<DeskRecords> {
  const [actors, relations] = await Promise.all([
    findDeskActors(viewer, filter, page),
    findDeskRelations(viewer, filter, page),
  ])
  // Each list holds its first rows in the same order, so the first rows of both together are among them.
  const all = [...actors.rows.map(deskRowOfActor), ...relations.rows.map(deskRowOfRelation)].sort(byChange)
  const rows = all.slice(0, page.limit)
  const last = rows.at(-1)
  const isMore = all.length > rows.length || actors.next !== null || relations.next !== null
  return {
    rows,
    next: isMore && last !== undefined ? encodeKey([timePart(last.updatedAt), last.id]) : null,
    total: actors.total + relations.total,
    ...{ actors: actors.total, relations: relations.total },
  }
}
