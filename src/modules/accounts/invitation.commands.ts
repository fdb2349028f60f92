import { AppError, requireThat } from '@/core/app-error'
import { newId } from '@/core/id'
import type { Opening, Visit } from '@/core/opening'
import type { Membership, Viewer } from '@/core/viewer'
import { invitationMail } from '@/modules/accounts/account.mail'
import { canInvite, canSeeUsers } from '@/modules/accounts/account.policy'
import { findHeld } from '@/modules/accounts/account.queries'
import {
  type Acceptance,
  heldSubjectSchema,
  invitationDays,
  invitationPurpose,
  type NewInvitation,
  type Seat,
  seatColumns,
} from '@/modules/accounts/invitation.schema'
import { refuseGuessable } from '@/modules/accounts/password.policy'
import { placeName, placeSelect } from '@/modules/accounts/role-place.queries'
import { openSession } from '@/modules/accounts/session.commands'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { takeFrom } from '@/platform/limits'
import { queueMails } from '@/platform/mail'
import { findToken, spendToken } from '@/platform/mailed-token'
import { notifyUsers } from '@/platform/notify'
import { hashPassword } from '@/platform/password'

const expiry = () => new Date(Date.now() + invitationDays * 86_400_000)
const stillOpen = { acceptedAt: null, revokedAt: null } as const

/**
 * Invites an address to a role by mail; an invitation that waits already is mailed again. `seat` is taken
 * with the role of a reviewer when the invitation is accepted. Throws `forbidden`, `limited`, and `invalid` where there is no such territory or group, or the address has the role.
 */
export async function inviteUser(
  viewer: Viewer | null,
  { email, as, locale }: NewInvitation,
  seat: Seat = {},
): Promise<void> {
  requireThat(canInvite(viewer, await heldBy(as)), viewer)
  await requireScope(as)
  if ((await db.membership.count({ where: { ...as, user: { email } } })) > 0)
    throw new AppError('invalid', 'hasRole', {}, [{ field: 'email', message: 'hasRole' }])
  await takeFrom([inviteLimit(email)])
  await db.$transaction(async (tx) => {
    const waiting = await tx.invitation.findFirst({ where: { email, ...as, ...stillOpen } })
    const said = { locale, invitedById: viewer?.userId ?? null, expiresAt: expiry(), ...seatColumns(seat) }
    const { id } =
      waiting === null
        ? await tx.invitation.create({ data: { id: newId(), email, ...as, ...said } })
        : await tx.invitation.update({ where: { id: waiting.id }, data: said })
    await mailInvitation(tx, id)
    await audit(tx, viewer, 'invite', id)
  })
}

const inviteLimit = (email: string) => ({ deed: 'invite', subject: email.toLowerCase(), max: 3, minutes: 60 })

/** A role as a policy asks of it. */
async function heldBy(membership: Membership) {
  const [held = { role: membership.role, territoryId: null }] = await findHeld([membership])
  return held
}

async function requireScope({ territoryId, groupId }: Membership): Promise<void> {
  const isThere =
    territoryId !== null
      ? (await db.territory.count({ where: { id: territoryId } })) > 0
      : groupId === null || (await db.group.count({ where: { id: groupId, archivedAt: null } })) > 0
  if (!isThere) throw new AppError('invalid', 'invalid', {}, [{ field: 'as', message: 'unknown' }])
}

async function mailInvitation(tx: Transaction, id: string): Promise<void> {
  const invitation = await tx.invitation.findUniqueOrThrow({ where: { id }, include: placeSelect })
  const { invitedById } = invitation
  const inviter = invitedById === null ? null : await tx.user.findUnique({ where: { id: invitedById } })
  const place = placeName(invitation, invitation.locale) ?? ''
  await queueMails(tx, [invitationMail({ ...invitation, inviter: inviter?.name ?? 'COMPETE IN Atlas', place })])
}

const audit = (tx: Transaction, viewer: Viewer | null, action: string, recordId: string) =>
  tx.auditEntry.create({ data: { userId: viewer?.userId ?? null, action, recordId, fields: [] } })

/** The invitation of this id that waits and that the viewer answers for. Throws `not-found` for any other. */
async function ownInvitation(viewer: Viewer | null, id: string) {
  requireThat(canSeeUsers(viewer), viewer)
  const invitation = await db.invitation.findFirst({ where: { id, ...stillOpen } })
  if (invitation === null || !canInvite(viewer, await heldBy(invitation))) throw new AppError('not-found', 'notFound')
  return invitation
}

/** Mails an invitation once more; it waits seven days from now. Throws `not-found`, `limited`. */
export async function resendInvitation(viewer: Viewer | null, id: string): Promise<void> {
  await prolong(await ownInvitation(viewer, id), viewer)
}

/** Takes an invitation back: its links open nothing any more. */
export async function revokeInvitation(viewer: Viewer | null, id: string): Promise<void> {
  await ownInvitation(viewer, id)
  await db.$transaction(async (tx) => {
    await tx.invitation.updateMany({ where: { id, ...stillOpen }, data: { revokedAt: new Date() } })
    await audit(tx, viewer, 'revoke-invitation', id)
  })
}

async function prolong({ id, email }: { id: string; email: string }, viewer: Viewer | null): Promise<void> {
  await takeFrom([inviteLimit(email)])
  await db.$transaction(async (tx) => {
    await tx.invitation.updateMany({ where: { id, ...stillOpen }, data: { expiresAt: expiry() } })
    await mailInvitation(tx, id)
    await audit(tx, viewer, 'resend-invitation', id)
  })
}

/** A new link in place of one that is too old, to the same address. Throws `gone` for what was taken back or accepted. */
export async function renewInvitation(token: string): Promise<void> {
  const subject = heldSubjectSchema.safeParse((await findToken(token, invitationPurpose))?.subject)
  const id = subject.data?.invitationId
  const invitation = id === undefined ? null : await db.invitation.findFirst({ where: { id, ...stillOpen } })
  if (invitation === null) throw new AppError('gone', 'linkGone')
  await prolong(invitation, null)
}

/** Uses up the link and the invitation, in the transaction of what it brings. Throws `gone`. */
async function spendInvitation(tx: Transaction, token: string) {
  const { subject } = await spendToken(tx, token, invitationPurpose)
  const { invitationId: id } = heldSubjectSchema.parse(subject)
  const { count } = await tx.invitation.updateMany({
    where: { id, ...stillOpen, expiresAt: { gt: new Date() } },
    data: { acceptedAt: new Date() },
  })
  if (count === 0) throw new AppError('gone', 'linkGone')
  return tx.invitation.findUniqueOrThrow({ where: { id }, include: placeSelect })
}

/** Gives the role of an accepted invitation and tells whoever invited. */
async function takeUp(
  tx: Transaction,
  invitation: Awaited<ReturnType<typeof spendInvitation>>,
  user: { id: string; name: string },
): Promise<void> {
  const { id, role, territoryId, groupId, invitedById } = invitation
  await tx.membership.createMany({
    data: [{ id: newId(), userId: user.id, role, territoryId, groupId }],
    skipDuplicates: true,
  })
  if (groupId !== null) {
    const { standsForId, since, until } = invitation
    const seat = { standsForId, since, until }
    const where = { groupId_userId: { groupId, userId: user.id } }
    await tx.groupMember.upsert({ where, create: { groupId, userId: user.id, ...seat }, update: seat })
  }
  await tx.auditEntry.create({ data: { userId: user.id, action: 'accept-invitation', recordId: id, fields: [] } })
  const parameters = { name: user.name, role, place: placeName(invitation, invitation.locale) ?? '' }
  if (invitedById !== null) await notifyUsers(tx, [invitedById], { kind: 'invitationAccepted', parameters })
}

/**
 * Makes the account of whoever was invited and has none, and lets them in: the link has proven the address. Throws
 * `gone`; `conflict` when the address has an account by now; `invalid` for a password that is soon guessed.
 */
export async function acceptInvitation(
  { token, name, password }: Acceptance,
  { locale, visit }: { locale: string; visit: Visit },
): Promise<Opening> {
  const link = await findToken(token, invitationPurpose)
  if (link?.state !== 'live') throw new AppError('gone', 'linkGone')
  if (password !== undefined) refuseGuessable(password, { email: link.email, name })
  const passwordHash = password === undefined ? null : await hashPassword(password)
  const userId = newId()
  await db.$transaction(async (tx) => {
    const invitation = await spendInvitation(tx, token)
    const data = { id: userId, email: invitation.email, name, locale, passwordHash }
    const { count } = await tx.user.createMany({ data: [data], skipDuplicates: true })
    if (count === 0) throw new AppError('conflict', 'emailTaken')
    await takeUp(tx, invitation, data)
  })
  return openSession(userId, visit)
}

/** Adds the role of an invitation to the account it was mailed to, once signed in to it. Throws `forbidden`, `gone`. */
export async function acceptForOwnAccount(viewer: Viewer | null, token: string): Promise<void> {
  requireThat(viewer !== null, viewer)
  const user = await db.user.findUniqueOrThrow({ where: { id: viewer.userId } })
  await db.$transaction(async (tx) => {
    const invitation = await spendInvitation(tx, token)
    requireThat(invitation.email.toLowerCase() === user.email.toLowerCase(), viewer)
    await takeUp(tx, invitation, user)
  })
}
