import { AppError, requireThat } from '@/core/app-error'
import { inLanguage, localized } from '@/core/localized'
import type { Membership, Viewer } from '@/core/viewer'
import { type Account, canSeeUser, canSeeUsers, type Held } from '@/modules/accounts/account.policy'
import { heldRoleSchema, type HeldRole } from '@/modules/accounts/account.schema'
import { db } from '@/platform/db'

const territoryName = localized(200)

/** The viewer's own roles with the names of their territories in one language, highest role first. */
export async function findOwnRoles(viewer: Viewer, locale: string): Promise<HeldRole[]> {
  // No role counts before the second factor that it needs.
  if (viewer.memberships.length === 0) return []
  const memberships = await db.membership.findMany({
    where: { userId: viewer.userId },
    select: { role: true, groupId: true, territory: { select: { name: true } } },
    orderBy: [{ role: 'desc' }, { id: 'asc' }],
  })
  // A place in a group whose term is over is no role any more.
  const serves = (id: string | null) => id === null || viewer.memberships.some(({ groupId }) => groupId === id)
  return memberships
    .filter(({ groupId }) => serves(groupId))
    .map(({ role, territory }) =>
      heldRoleSchema.parse({
        role,
        territory: territory === null ? null : inLanguage(territoryName.parse(territory.name), locale).value,
      }),
    )
}

/** What a policy asks of an account. Throws `not-found`. */
export async function getAccount(userId: string): Promise<Account> {
  const user = await db.user.findUnique({
    where: { id: userId },
    select: { id: true, memberships: { select: { role: true, territoryId: true, group: { select: scope } } } },
  })
  if (user === null) throw new AppError('not-found', 'notFound')
  return { userId: user.id, memberships: user.memberships.map(heldOf) }
}

/** One's own account, or one the viewer answers for. Throws `not-found` for any other, as for none. */
export async function getAccountFor(viewer: Viewer | null, userId: string): Promise<Account> {
  requireThat(viewer?.userId === userId || canSeeUsers(viewer), viewer)
  const account = await getAccount(userId)
  if (viewer?.userId !== userId && !canSeeUser(viewer, account)) throw new AppError('not-found', 'notFound')
  return account
}

const scope = { territoryId: true } as const

/** A stored role with the territory it is held in. */
const heldOf = (membership: Held & { group: { territoryId: string } | null }): Held => ({
  role: membership.role,
  territoryId: membership.territoryId ?? membership.group?.territoryId ?? null,
})

/** The same for roles that are still to be given. A group that does not exist is nobody's. */
export async function findHeld(memberships: readonly Membership[]): Promise<Held[]> {
  const ids = memberships.flatMap(({ groupId }) => (groupId === null ? [] : [groupId]))
  const groups = await db.group.findMany({ where: { id: { in: ids } }, select: { id: true, ...scope } })
  return memberships.map((membership) =>
    heldOf({ ...membership, group: groups.find(({ id }) => id === membership.groupId) ?? null }),
  )
}
