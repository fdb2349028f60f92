import { z } from 'zod'
import { requireThat } from '@/core/app-error'
import { recordStatus, visibility } from '@/core/curated'
import { inLanguage, type ShownText, localized } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { canKeepSomeTransfer } from '@/modules/adoption/transfer.policy'
import * as sql from '@/modules/adoption/transfer.sql'
import { canReadPractice } from '@/modules/practices/practice.policy'
import { db } from '@/platform/db'
import { prepared } from '@/platform/prepared'

const rowSchema = z.object({
  ...{ id: z.string(), practiceId: z.string(), territoryId: z.string(), practiceTerritoryId: z.string().nullable() },
  ...{ title: localized(20_000), territoryName: localized(200), status: recordStatus, visibility, day: z.string() },
})

/** A workshop that is over: of which practice, where, and on which day (`YYYY-MM-DD`) it ended. */
type WorkshopOver = {
  id: string
  practiceId: string
  territory: { id: string; name: string }
  /** Null: nobody but its own territory sees the practice any more. */
  title: ShownText | null
  day: string
}

/**
 * Workshops of the viewer's own territories that are over and of which nobody said whether the practice was adopted, the
 * longest waiting first; `after` is the transfer before the page. Throws `forbidden`.
 */
export async function findWorkshopsOver(
  viewer: Viewer | null,
  { limit, after = null, locale }: { limit: number; after?: string | null; locale: string },
): Promise<{ rows: WorkshopOver[]; total: number; next: string | null }> {
  requireThat(canKeepSomeTransfer(viewer), viewer)
  const all = z.array(rowSchema).parse(await db.$queryRaw<unknown[]>(prepared(sql.workshopsOver(viewer.territoryIds))))
  const from = all.findIndex(({ id }) => id === after) + 1
  const rows = all
    .slice(from, from + limit)
    .map(({ id, practiceId, territoryId, territoryName, title, day, ...row }) => ({
      ...{ id, practiceId, day },
      territory: { id: territoryId, name: inLanguage(territoryName, locale).value },
      title: canReadPractice(viewer, { ...row, territoryId: row.practiceTerritoryId })
        ? inLanguage(title, locale)
        : null,
    }))
  return { rows, total: all.length, next: all.length > from + limit ? (rows.at(-1)?.id ?? null) : null }
}
