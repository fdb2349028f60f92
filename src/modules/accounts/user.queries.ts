import { AppError, requireThat } from '@/core/app-error'
import { isId } from '@/core/id'
import { encodeKey, type Page } from '@/core/page'
import type { Membership, Viewer } from '@/core/viewer'
import type { Prisma } from '@/generated/prisma/client'
import {
  canChangeRole,
  canInvite,
  canLookAfter,
  canSeeUser,
  canSeeUsers,
  type Held,
} from '@/modules/accounts/account.policy'
import { choiceOfRole } from '@/modules/accounts/invitation.schema'
import { placeName, placeSelect } from '@/modules/accounts/role-place.queries'
import type { UserFilter } from '@/modules/accounts/user.schema'
import { db } from '@/platform/db'

/** A role of a user as it is shown: `value` as in a form, `mayTake` whether the viewer may take it. */
type ShownRole = {
  id: string
  value: string
  role: Membership['role']
  place: string | null
  mayTake: boolean
}

type UserRow = {
  id: string
  name: string
  email: string
  roles: ShownRole[]
  hasOtherRoles: boolean
  isDisabled: boolean
  hasSecondFactor: boolean
  /** When a session was last used; null when none is remembered. */
  seenAt: Date | null
}

const select = {
  id: true,
  name: true,
  email: true,
  disabledAt: true,
  totpConfirmedAt: true,
  memberships: { select: { id: true, role: true, territoryId: true, ...placeSelect }, orderBy: [{ role: 'desc' }] },
  sessions: { select: { seenAt: true }, orderBy: { seenAt: 'desc' }, take: 1 },
} satisfies Prisma.UserSelect
type Stored = Prisma.UserGetPayload<{ select: typeof select }>

/** 5-permissions: a coordinator sees editors and reviewers of the own territory, an administrator everybody. */
const seenBy = (viewer: Viewer): Prisma.UserWhereInput => {
  const own = { in: viewer.territoryIds.filter((id) => viewer.can('coordinator', id)) }
  const answered = [
    { role: 'editor', territoryId: own },
    { role: 'reviewer', group: { territoryId: own } },
  ] satisfies Prisma.MembershipWhereInput[]
  return { system: false, ...(viewer.isAdmin ? {} : { memberships: { some: { OR: answered } } }) }
}

const askedFor = ({ q, role, state, territory }: UserFilter): Prisma.UserWhereInput => ({
  ...(q !== '' && {
    OR: [{ name: { contains: q, mode: 'insensitive' } }, { email: { contains: q, mode: 'insensitive' } }],
  }),
  ...(state !== null && { disabledAt: state === 'disabled' ? { not: null } : null }),
  ...((role !== null || territory !== null) && {
    memberships: {
      some: {
        ...(role !== null && { role }),
        ...(territory !== null && { OR: [{ territoryId: territory }, { group: { territoryId: territory } }] }),
      },
    },
  }),
})

/** Users the viewer answers for, by name. Throws `unauthenticated`, `forbidden`. */
export async function findUsers(
  viewer: Viewer | null,
  filter: UserFilter,
  { limit, locale }: { limit: number; locale: string },
): Promise<Page<UserRow>> {
  requireThat(canSeeUsers(viewer), viewer)
  const where = { AND: [seenBy(viewer), askedFor(filter)] }
  const [name, id] = (filter.after ?? []).map(String)
  const onwards =
    name === undefined || id === undefined ? {} : { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] }
  const [rows, total] = await Promise.all([
    db.user.findMany({
      where: { AND: [where, onwards] },
      select,
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: limit + 1,
    }),
    db.user.count({ where }),
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => rowOf(viewer, row, locale)),
    next: rows.length > limit && last !== undefined ? encodeKey([last.name, last.id]) : null,
    total,
  }
}

const heldIn = ({ role, territoryId, group }: Stored['memberships'][number]): Held => ({
  role,
  territoryId: territoryId ?? group?.territoryId ?? null,
})

// Roles the viewer does not answer for are another territory's business: counted, not named.
function rowOf(viewer: Viewer, user: Stored, locale: string): UserRow {
  const known = user.memberships.filter((membership) => canInvite(viewer, heldIn(membership)))
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    roles: known.map((membership) => ({
      id: membership.id,
      value: choiceOfRole({ ...membership, groupId: membership.group?.id ?? null }),
      role: membership.role,
      place: placeName(membership, locale),
      mayTake: canChangeRole(viewer, { userId: user.id }, heldIn(membership)),
    })),
    hasOtherRoles: known.length < user.memberships.length,
    isDisabled: user.disabledAt !== null,
    hasSecondFactor: user.totpConfirmedAt !== null,
    seenAt: user.sessions[0]?.seenAt ?? null,
  }
}

/** One user with what the viewer may do. `isOwn`: nobody changes their own roles. */
type UserSheet = UserRow & {
  isOwn: boolean
  mayLookAfter: boolean
  hasPassword: boolean
  openSessions: number
}

/** Throws `not-found` for whoever the viewer does not answer for, as for nobody. */
export async function getUser(viewer: Viewer | null, id: string, locale: string): Promise<UserSheet> {
  requireThat(canSeeUsers(viewer), viewer)
  if (!isId(id)) throw new AppError('not-found', 'notFound')
  const user = await db.user.findFirst({
    where: { id, system: false },
    select: { ...select, passwordHash: true, _count: { select: { sessions: { where: liveSession() } } } },
  })
  const account = { userId: id, memberships: user?.memberships.map(heldIn) ?? [] }
  if (user === null || !canSeeUser(viewer, account)) throw new AppError('not-found', 'notFound')
  return {
    ...rowOf(viewer, user, locale),
    isOwn: viewer.userId === id,
    mayLookAfter: canLookAfter(viewer, account),
    hasPassword: user.passwordHash !== null,
    openSessions: user._count.sessions,
  }
}

const liveSession = (): Prisma.SessionWhereInput => ({
  endedAt: null,
  expiresAt: { gt: new Date() },
  seenAt: { gt: new Date(Date.now() - 60 * 60_000) },
})
