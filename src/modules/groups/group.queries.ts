import { z } from 'zod'
import { requireSeen, requireThat } from '@/core/app-error'
import { decided } from '@/core/decision'
import { isId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { dayIn } from '@/core/zoned-time'
import { canOpenGroups, canReadGroup } from '@/modules/groups/group.policy'
import {
  type GroupRow,
  type GroupSummary,
  groupSummarySchema,
  type ShownGroup,
  shownGroupSchema,
} from '@/modules/groups/group.schema'
import * as sql from '@/modules/groups/group.sql'
import { termOf } from '@/modules/groups/member.schema'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

const summary = {
  id: true,
  slug: true,
  name: true,
  isShown: true,
  demo: true,
  version: true,
  archivedAt: true,
  archiveReason: true,
  territory: { select: { id: true, slug: true, name: true, timeZone: true, languages: true } },
} as const

const ownScope = (viewer: Viewer) =>
  viewer.isAdmin
    ? {}
    : {
        OR: [
          { territoryId: { in: [...viewer.territoryIds] } },
          { id: { in: viewer.memberships.flatMap(({ groupId }) => groupId ?? []) } },
        ],
      }

/**
 * The groups this viewer may read, by their address, each with the number of its members now and its next meeting: those
 * that work, or those that were archived.
 */
export async function findGroups(
  viewer: Viewer | null,
  { archived = false }: { archived?: boolean } = {},
): Promise<GroupRow[]> {
  requireThat(canOpenGroups(viewer), viewer)
  const now = new Date()
  const rows = await db.group.findMany({
    where: { ...ownScope(viewer), archivedAt: archived ? { not: null } : null },
    select: {
      ...summary,
      memberships: { where: { role: 'reviewer' }, select: { userId: true } },
      members: { select: { userId: true, since: true, until: true } },
      meetings: {
        where: { startsAt: { gt: now }, cancelledAt: null },
        select: { id: true, startsAt: true },
        orderBy: { startsAt: 'asc' },
        take: 1,
      },
    },
    orderBy: [{ slug: 'asc' }],
    take: 500,
  })
  return rows.map(({ memberships, members, meetings, ...row }) => {
    const group = groupSummarySchema.parse(row)
    const today = dayIn(group.territory.timeZone, now)
    const isOver = new Set(members.filter((seat) => termOf(seat, today) !== 'serves').map(({ userId }) => userId))
    return {
      ...group,
      members: memberships.filter(({ userId }) => !isOver.has(userId)).length,
      next: meetings[0] ?? null,
    }
  })
}

/** A group by its slug or id. Throws `not-found` for whoever may not read it, as for what does not exist. */
export async function getGroup(viewer: Viewer | null, key: string, client: Transaction = db): Promise<GroupSummary> {
  const where = isId(key) ? { id: key } : { slug: key }
  const row = await client.group.findFirst({ where, select: summary })
  const group = row === null ? null : groupSummarySchema.parse(row)
  requireSeen(group !== null && canReadGroup(viewer, { id: group.id, territoryId: group.territory.id }))
  return group
}

/** Groups of a territory for everybody: only those its coordinator chose to show, and no person of them. */
export async function findShownGroups(territoryId: string): Promise<ShownGroup[]> {
  decided() // public views only
  return z.array(shownGroupSchema).parse(await db.$queryRaw(sql.shownGroups(territoryId)))
}
