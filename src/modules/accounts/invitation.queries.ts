import { requireThat } from '@/core/app-error'
import type { Membership, Viewer } from '@/core/viewer'
import { canInvite, canSeeUsers } from '@/modules/accounts/account.policy'
import { heldSubjectSchema, invitationPurpose } from '@/modules/accounts/invitation.schema'
import { placeName, placeSelect } from '@/modules/accounts/role-place.queries'
import { db } from '@/platform/db'
import { findToken } from '@/platform/mailed-token'

type InvitationState = 'open' | 'expired' | 'accepted' | 'revoked'

const stateOf = (invitation: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date }): InvitationState => {
  if (invitation.acceptedAt !== null) return 'accepted'
  if (invitation.revokedAt !== null) return 'revoked'
  return invitation.expiresAt > new Date() ? 'open' : 'expired'
}

/** An invitation as whoever answers for it sees it in a list. */
type InvitationRow = {
  id: string
  email: string
  role: Membership['role']
  place: string | null
  invitedBy: string | null
  invitedAt: Date
  expiresAt: Date
  state: InvitationState
}

const most = 200

/** Invitations the viewer answers for: those still to be answered, and those of the last thirty days, newest first. */
export async function findInvitations(viewer: Viewer | null, locale: string): Promise<InvitationRow[]> {
  requireThat(canSeeUsers(viewer), viewer)
  const since = new Date(Date.now() - 30 * 86_400_000)
  const rows = await db.invitation.findMany({
    where: {
      ...scopeOf(viewer),
      OR: [{ acceptedAt: null, revokedAt: null }, { acceptedAt: { gt: since } }, { revokedAt: { gt: since } }],
    },
    include: placeSelect,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: most,
  })
  const answered = rows.filter(({ role, territoryId, group }) =>
    canInvite(viewer, { role, territoryId: territoryId ?? group?.territoryId ?? null }),
  )
  const names = await namesOf(rows.flatMap(({ invitedById }) => invitedById ?? []))
  return answered.map((row) => ({
    id: row.id,
    email: row.email,
    role: row.role,
    place: placeName(row, locale),
    invitedBy: names.get(row.invitedById ?? '') ?? null,
    invitedAt: row.createdAt,
    expiresAt: row.expiresAt,
    state: stateOf(row),
  }))
}

const scopeOf = (viewer: Viewer) =>
  viewer.isAdmin
    ? {}
    : {
        AND: {
          OR: [
            { territoryId: { in: [...viewer.territoryIds] } },
            { group: { territoryId: { in: [...viewer.territoryIds] } } },
          ],
        },
      }

async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const users = await db.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } })
  return new Map(users.map(({ id, name }) => [id, name]))
}

/** What the bearer of an invitation's link reads. */
type ReadInvitation = {
  email: string
  role: Membership['role']
  place: string | null
  invitedBy: string | null
  state: InvitationState
  /** Has this address an account already, and is it the viewer's? */
  account: 'none' | 'own' | 'other'
}

/** The invitation a mailed link is for, whether the link is still good or not; null for what was no link of ours. */
export async function findInvitation(
  viewer: Viewer | null,
  token: string,
  locale: string,
): Promise<ReadInvitation | null> {
  const link = await findToken(token, invitationPurpose)
  const subject = heldSubjectSchema.safeParse(link?.subject)
  if (link === null || !subject.success) return null
  const found = await db.invitation.findUnique({ where: { id: subject.data.invitationId }, include: placeSelect })
  if (found === null) return null
  const state = stateOf(found)
  const account = await db.user.findUnique({ where: { email: found.email }, select: { id: true } })
  return {
    email: found.email,
    role: found.role,
    place: placeName(found, locale),
    invitedBy: (await namesOf(found.invitedById === null ? [] : [found.invitedById])).values().next().value ?? null,
    // A newer link may have prolonged it: this one is used up all the same.
    state: state === 'open' && link.state === 'gone' ? 'expired' : state,
    account: account === null ? 'none' : account.id === viewer?.userId ? 'own' : 'other',
  }
}
