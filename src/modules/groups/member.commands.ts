import { AppError, requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { inviteUser } from '@/modules/accounts/invitation.commands'
import { type Seat, seatColumns } from '@/modules/accounts/invitation.schema'
import { takeRole } from '@/modules/accounts/user.commands'
import { canReadActor } from '@/modules/actors/actor.policy'
import { requireWorking, writeGroupDeed } from '@/modules/groups/group.commands'
import { canKeepGroup } from '@/modules/groups/group.policy'
import { getGroup } from '@/modules/groups/group.queries'
import type { GroupSummary } from '@/modules/groups/group.schema'
import type { MemberForm, MemberId, NewMember } from '@/modules/groups/member.schema'
import { db } from '@/platform/db'

/** The group, if the viewer keeps it. Throws `not-found`, `forbidden`. */
async function keptGroup(viewer: Viewer | null, id: string): Promise<{ keeper: Viewer; group: GroupSummary }> {
  const group = await getGroup(viewer, id)
  requireThat(canKeepGroup(viewer, { territoryId: group.territory.id }), viewer)
  return { keeper: viewer, group }
}

/** An organisation somebody stands for is one the keeper sees; the one that was there already may stay. */
async function requireOrganisation(viewer: Viewer, { standsForId }: Seat, present?: string | null): Promise<void> {
  if (standsForId === undefined || standsForId === present) return
  const select = { territoryId: true, status: true, visibility: true } as const
  const actor = await db.actor.findUnique({ where: { id: standsForId }, select })
  if (actor === null || actor.status === 'archived' || !canReadActor(viewer, actor))
    throw new AppError('invalid', 'invalid', {}, [{ field: 'standsFor', message: 'unknown' }])
}

/**
 * Invites somebody into a group by mail; the seat is taken when they accept. Throws `not-found`, `forbidden`, `limited`,
 * `invalid` (unknown organisation, a member already). Returns the address of the group.
 */
export async function inviteMember(viewer: Viewer | null, { groupId, seat, ...to }: NewMember): Promise<string> {
  const { keeper, group } = await keptGroup(viewer, groupId)
  requireWorking(group)
  await requireOrganisation(keeper, seat)
  await inviteUser(viewer, { ...to, as: { role: 'reviewer', territoryId: null, groupId } }, seat)
  return group.slug
}

/** Says for whom a member stands, and for how long. Throws `not-found`, `forbidden`, `invalid`. */
export async function seatMember(viewer: Viewer | null, { groupId, userId, seat }: MemberForm): Promise<string> {
  const { keeper, group } = await keptGroup(viewer, groupId)
  requireWorking(group)
  const membership = await db.membership.findFirst({ where: { groupId, userId, role: 'reviewer' } })
  if (membership === null) throw new AppError('not-found', 'notFound')
  const where = { groupId_userId: { groupId, userId } }
  const present = await db.groupMember.findUnique({ where, select: { standsForId: true } })
  await requireOrganisation(keeper, seat, present?.standsForId)
  const columns = seatColumns(seat)
  await db.$transaction(async (tx) => {
    await tx.groupMember.upsert({ where, create: { groupId, userId, ...columns }, update: columns })
    const fields = ['standsFor', 'since', 'until']
    const deed = { action: 'seat-member', recordId: userId, territoryId: group.territory.id, fields }
    await writeGroupDeed(tx, keeper, deed)
  })
  return group.slug
}

/**
 * Takes a member out, with the right to read; what the group decided with them stays. Of an archived group, too. Throws
 * `not-found`, `forbidden`.
 */
export async function removeMember(viewer: Viewer | null, { groupId, userId }: MemberId): Promise<string> {
  const { group } = await keptGroup(viewer, groupId)
  const membership = await db.membership.findFirst({ where: { groupId, userId, role: 'reviewer' } })
  if (membership === null) throw new AppError('not-found', 'notFound')
  await takeRole(viewer, userId, membership.id)
  return group.slug
}
