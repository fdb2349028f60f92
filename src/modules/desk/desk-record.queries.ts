import type { DeskFilter } from '@/core/curated'
import { encodeKey, type Page, type PageKey, timePart } from '@/core/page'
import type { Viewer } from '@/core/viewer'
import { findDeskActors } from '@/modules/actors/actor-desk.queries'
import {
  byChange,
  type DeskRow,
  deskRowOfActor,
  deskRowOfPractice,
  deskRowOfRelation,
} from '@/modules/desk/desk-record.schema'
import { findDeskPractices } from '@/modules/practices/practice-desk.queries'
import { findDeskRelations } from '@/modules/relations/relation-desk.queries'

type DeskRecords = Page<DeskRow> & { actors: number; relations: number; practices: number }

/** Records of all kinds that the viewer curates, last changed first, with their true numbers. */
export async function findDeskRecords(
  viewer: Viewer,
  filter: DeskFilter,
  page: { after?: PageKey | null; limit: number; locale: string },
): Promise<DeskRecords> {
  const [actors, relations, practices] = await Promise.all([
    findDeskActors(viewer, filter, page),
    findDeskRelations(viewer, filter, page),
    // Facts are confirmed; a practice is judged.
    filter.toConfirm === true ? { rows: [], next: null, total: 0 } : findDeskPractices(viewer, filter, page),
  ])
  // Each list holds its first rows in the same order, so the first rows of all together are among them.
  const all = [
    ...actors.rows.map(deskRowOfActor),
    ...relations.rows.map(deskRowOfRelation),
    ...practices.rows.map(deskRowOfPractice(viewer)),
  ].sort(byChange)
  const rows = all.slice(0, page.limit)
  const last = rows.at(-1)
  const isMore = all.length > rows.length || [actors, relations, practices].some(({ next }) => next !== null)
  return {
    rows,
    next: isMore && last !== undefined ? encodeKey([timePart(last.updatedAt), last.id]) : null,
    total: actors.total + relations.total + practices.total,
    ...{ actors: actors.total, relations: relations.total, practices: practices.total },
  }
}
