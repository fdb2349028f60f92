import { AppError, requireThat } from '@/core/app-error'
import { inLanguage } from '@/core/localized'
import { newId } from '@/core/id'
import { newSlug } from '@/core/slug'
import type { Viewer } from '@/core/viewer'
import { canKeepGroup } from '@/modules/groups/group.policy'
import { getGroup } from '@/modules/groups/group.queries'
import type { ArchiveGroup, GroupForm, GroupSummary, NewGroup, RestoreGroup } from '@/modules/groups/group.schema'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { touchData } from '@/platform/history'

/** Makes a group of a territory; returns its address. Throws `forbidden`, `invalid` for an unknown territory. */
export async function createGroup(
  viewer: Viewer | null,
  { territoryId, name, isShown }: NewGroup,
  { id = newId(), slug, demo = false }: { id?: string; slug?: string; demo?: boolean } = {},
): Promise<{ id: string; slug: string }> {
  requireThat(canKeepGroup(viewer, { territoryId }), viewer)
  if ((await db.territory.count({ where: { id: territoryId } })) === 0)
    throw new AppError('invalid', 'invalid', {}, [{ field: 'territoryId', message: 'unknown' }])
  const data = { id, slug: slug ?? newSlug(inLanguage(name, name.original).value), territoryId, name, isShown, demo }
  await db.$transaction(async (tx) => {
    await tx.group.create({ data })
    await writeGroupDeed(tx, viewer, { action: 'create-group', recordId: id, territoryId })
  })
  return { id, slug: data.slug }
}

/** Changes the name of a group and whether the territory's page tells of it. Throws `not-found`, `forbidden`, `conflict`. */
export async function changeGroup(viewer: Viewer | null, form: GroupForm): Promise<{ slug: string }> {
  const group = await getGroup(viewer, form.id)
  const { id, slug, territory } = group
  requireThat(canKeepGroup(viewer, { territoryId: territory.id }), viewer)
  requireWorking(group)
  await db.$transaction(async (tx) => {
    const { count } = await tx.group.updateMany({
      where: { id, version: form.version, archivedAt: null },
      data: { name: form.name, isShown: form.isShown, version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('conflict', 'groupChanged')
    const fields = ['name', 'isShown']
    await writeGroupDeed(tx, viewer, { action: 'change-group', recordId: id, territoryId: territory.id, fields })
  })
  return { slug }
}

/** Part of deeds that ask. Throws `conflict`: in a group that was archived nothing is done until it is restored. */
export function requireWorking({ archivedAt }: Pick<GroupSummary, 'archivedAt'>): void {
  if (archivedAt !== null) throw new AppError('conflict', 'groupArchived')
}

/**
 * Archives a group that is over: it is in no list any more, whoever read it goes on reading, and invitations that wait are
 * taken back. Throws `not-found`, `forbidden`, `conflict` (changed or archived already, a round is open, a meeting is
 * planned).
 */
export async function archiveGroup(
  viewer: Viewer | null,
  { id, version, reason }: ArchiveGroup,
): Promise<{ slug: string }> {
  const { slug, territory } = await getGroup(viewer, id)
  requireThat(canKeepGroup(viewer, { territoryId: territory.id }), viewer)
  const now = new Date()
  await db.$transaction(async (tx) => {
    // The row first: whoever opens a round waits for it, and then sees that the group is archived.
    const { count } = await tx.group.updateMany({
      where: { id, version, archivedAt: null },
      data: { archivedAt: now, archivedById: viewer.userId, archiveReason: reason, version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('conflict', 'groupChanged')
    const open = { groupId: id, closedAt: null, annulledAt: null, closesAt: { gt: now } }
    if ((await tx.reviewRound.count({ where: open })) > 0) throw new AppError('conflict', 'groupHasRound')
    const planned = { groupId: id, cancelledAt: null, startsAt: { gt: now } }
    if ((await tx.groupMeeting.count({ where: planned })) > 0) throw new AppError('conflict', 'groupHasMeeting')
    await tx.invitation.updateMany({
      where: { groupId: id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    })
    const deed = { action: 'archive-group', recordId: id, territoryId: territory.id, fields: ['archivedAt'] }
    await writeGroupDeed(tx, viewer, deed)
    await touchData(tx)
  })
  return { slug }
}

/** A group works again, with its members and all that it decided. Throws `not-found`, `forbidden`, `conflict`. */
export async function restoreGroup(viewer: Viewer | null, { id, version }: RestoreGroup): Promise<{ slug: string }> {
  const { slug, territory } = await getGroup(viewer, id)
  requireThat(canKeepGroup(viewer, { territoryId: territory.id }), viewer)
  await db.$transaction(async (tx) => {
    const { count } = await tx.group.updateMany({
      where: { id, version, archivedAt: { not: null } },
      data: { archivedAt: null, archivedById: null, archiveReason: null, version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('conflict', 'groupChanged')
    const deed = { action: 'restore-group', recordId: id, territoryId: territory.id, fields: ['archivedAt'] }
    await writeGroupDeed(tx, viewer, deed)
    await touchData(tx)
  })
  return { slug }
}

/** The audit log holds ids and names of fields, never values. Part of deeds that ask. */
export const writeGroupDeed = (
  tx: Transaction,
  viewer: Viewer,
  deed: { action: string; recordId: string; territoryId: string; fields?: readonly string[] },
) => tx.auditEntry.create({ data: { ...deed, userId: viewer.userId, fields: [...(deed.fields ?? [])] } })
