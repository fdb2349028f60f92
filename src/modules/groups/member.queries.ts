import { AppError } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { dayIn } from '@/core/zoned-time'
import { canReadActor } from '@/modules/actors/actor.policy'
import { canKeepGroup } from '@/modules/groups/group.policy'
import { getGroup } from '@/modules/groups/group.queries'
import type { GroupSummary, Organisation } from '@/modules/groups/group.schema'
import { type InvitedMember, type Member, termOf } from '@/modules/groups/member.schema'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

/** What is read of an organisation: its original name, and what the policy of reading asks. */
export const organisationSelect = {
  select: {
    id: true,
    slug: true,
    kind: true,
    status: true,
    visibility: true,
    territoryId: true,
    names: { where: { kind: 'label', isOriginal: true }, select: { value: true } },
  },
} as const

type StoredOrganisation = Parameters<typeof canReadActor>[1] &
  Omit<Organisation, 'name'> & { names: readonly { value: string }[] }

/** An organisation by name, null where there is none or this reader may not see it. */
export const organisationFor = (viewer: Viewer | null, actor: StoredOrganisation | null): Organisation | null =>
  actor === null || !canReadActor(viewer, actor)
    ? null
    : { slug: actor.slug, kind: actor.kind, name: actor.names[0]?.value ?? '' }

/** The members of a group by name, those whose term is over last. Throws `not-found`. */
export async function findMembers(viewer: Viewer | null, key: string): Promise<Member[]> {
  const group = await getGroup(viewer, key)
  const showsMail = canKeepGroup(viewer, { territoryId: group.territory.id })
  const members = (await readMembers(group)).map(({ user, seat }) => ({
    userId: user.id,
    name: user.name,
    email: showsMail ? user.email : null,
    standsForId: seat?.standsForId ?? null,
    standsFor: organisationFor(viewer, seat?.standsFor ?? null),
    since: seat?.since ?? null,
    until: seat?.until ?? null,
    term: termOf(seat ?? { since: null, until: null }, dayIn(group.territory.timeZone, new Date())),
  }))
  const rank = { serves: 0, later: 1, over: 2 }
  return members.sort((a, b) => rank[a.term] - rank[b.term] || a.name.localeCompare(b.name, group.name.original))
}

/** Whoever holds the role of a reviewer of this group, with the seat. The group itself was judged by who asks. */
async function readMembers({ id }: Pick<GroupSummary, 'id'>, client: Transaction = db) {
  const memberships = await client.membership.findMany({
    where: { groupId: id, role: 'reviewer', user: { disabledAt: null } },
    select: { user: { select: { id: true, name: true, email: true, locale: true } } },
    orderBy: { id: 'asc' },
  })
  const seats = await client.groupMember.findMany({
    where: { groupId: id },
    include: { standsFor: organisationSelect },
  })
  const seatOf = new Map(seats.map((seat) => [seat.userId, seat]))
  return memberships.map(({ user }) => ({ user, seat: seatOf.get(user.id) ?? null }))
}

/** Who sits in a group today, to be written to or counted. The group itself was judged by who asks. */
export async function findServing(group: Pick<GroupSummary, 'id' | 'territory'>, client: Transaction = db) {
  const today = dayIn(group.territory.timeZone, new Date())
  return (await readMembers(group, client)).flatMap(({ user, seat }) =>
    termOf(seat ?? { since: null, until: null }, today) === 'serves'
      ? [{ ...user, standsForId: seat?.standsForId ?? null }]
      : [],
  )
}

/** One member, for whoever keeps the group. Throws `not-found` for everybody else, as for nobody. */
export async function getMember(viewer: Viewer | null, key: string, userId: string): Promise<Member> {
  const { territory } = await getGroup(viewer, key)
  const found = (await findMembers(viewer, key)).find((member) => member.userId === userId)
  if (found === undefined || !canKeepGroup(viewer, { territoryId: territory.id }))
    throw new AppError('not-found', 'notFound')
  return found
}

/** Invitations into a group that wait for an answer; none for whoever does not keep it. Throws `not-found`. */
export async function findInvited(viewer: Viewer | null, key: string): Promise<InvitedMember[]> {
  const { id, territory } = await getGroup(viewer, key)
  if (!canKeepGroup(viewer, { territoryId: territory.id })) return []
  const rows = await db.invitation.findMany({
    where: { groupId: id, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, email: true, expiresAt: true, standsFor: organisationSelect },
    orderBy: { createdAt: 'asc' },
    take: 200,
  })
  return rows.map(({ standsFor, ...row }) => ({ ...row, standsFor: organisationFor(viewer, standsFor) }))
}
