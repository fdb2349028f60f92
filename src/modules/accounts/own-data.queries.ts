import type { Viewer } from '@/core/viewer'
import { db } from '@/platform/db'

const most = 50_000

/**
 * Everything the atlas holds about the viewer (Regulation (EU) 2016/679, art. 15 and 20), but for what would let
 * somebody in: password, keys, tokens and codes are told by number and date.
 */
export async function getOwnData(viewer: Viewer): Promise<Record<string, unknown>> {
  const { userId } = viewer
  const user = await db.user.findUniqueOrThrow({
    where: { id: userId },
    include: {
      memberships: { select: { role: true, territory: { select: { slug: true } }, group: { select: { slug: true } } } },
      organisation: { select: { slug: true } },
      groupMembers: {
        select: { since: true, until: true, group: { select: { slug: true } }, standsFor: { select: { slug: true } } },
      },
      attendance: {
        select: { state: true, meeting: { select: { startsAt: true, group: { select: { slug: true } } } } },
      },
      presence: { select: { decision: { select: { decidedOn: true, text: true } } } },
      minutesDrafts: { omit: { userId: true } },
      calendarFeed: { omit: { userId: true, hash: true } },
      reviews: {
        omit: {
          ...{ id: true, roundId: true, practiceId: true, reviewerId: true, standsForId: true, version: true },
          ...{ assignedById: true, removedById: true, annulledById: true },
        },
        include: { round: { select: { title: true } }, practice: { select: { slug: true } } },
      },
    },
  })
  const { email, name, locale, digest, createdAt, organisation, memberships, totpConfirmedAt, passwordHash } = user
  const byEmail = { email: { equals: email, mode: 'insensitive' } } as const
  const [sessions, devices, recoveryCodes, drafts, news, audit] = await Promise.all([
    db.session.findMany({ where: { userId }, omit: { id: true, userId: true, sessionVersion: true } }),
    db.knownDevice.findMany({ where: { userId }, select: { createdAt: true, seenAt: true } }),
    db.recoveryCode.findMany({ where: { userId }, select: { usedAt: true } }),
    db.formDraft.findMany({ where: { userId }, omit: { id: true, userId: true } }),
    db.notification.findMany({ where: { userId }, omit: { id: true, userId: true } }),
    db.auditEntry.findMany({
      where: { OR: [{ userId }, { recordId: userId }] },
      omit: { id: true, userId: true },
      orderBy: { id: 'asc' },
      take: most,
    }),
  ])
  const [revisions, mails, links, invitations, suggestions, requests, persons] = await Promise.all([
    db.revision.findMany({
      where: { OR: [{ authorId: userId }, { decidedById: userId }] },
      select: { recordKind: true, recordId: true, version: true, changed: true, reason: true, createdAt: true },
      orderBy: { createdAt: 'asc' },
      take: most,
    }),
    db.outboxMail.findMany({
      where: { recipient: byEmail.email },
      select: { template: true, parameters: true, state: true, createdAt: true, sentAt: true },
    }),
    db.mailedToken.findMany({
      where: { email },
      select: { purpose: true, createdAt: true, expiresAt: true, usedAt: true },
    }),
    db.invitation.findMany({
      where: { OR: [{ email }, { invitedById: userId }] },
      select: { role: true, createdAt: true, expiresAt: true, acceptedAt: true, revokedAt: true },
    }),
    db.suggestion.findMany({ where: { email }, omit: { id: true, decidedById: true } }),
    db.dataRequest.findMany({ where: { email }, omit: { id: true, decidedById: true } }),
    db.person.findMany({ where: byEmail, omit: { id: true, createdById: true, updatedById: true } }),
  ])
  return {
    account: {
      ...{ id: userId, email, name, language: locale, digest, createdAt },
      organisation: organisation?.slug ?? null,
      hasPassword: passwordHash !== null,
      twoFactorSince: totpConfirmedAt,
      recoveryCodes,
      roles: memberships.map(({ role, territory, group }) => ({
        role,
        ...(territory && { territory: territory.slug }),
        ...(group && { group: group.slug }),
      })),
    },
    groups: {
      seats: user.groupMembers.map(({ group, standsFor, since, until }) => ({
        ...{ group: group.slug, since, until },
        standsFor: standsFor?.slug ?? null,
      })),
      meetings: user.attendance.map(({ state, meeting }) => ({
        ...{ group: meeting.group.slug, startsAt: meeting.startsAt, state },
      })),
      decisions: user.presence.map(({ decision }) => decision),
      unsentMinutes: user.minutesDrafts,
      calendarAddress: user.calendarFeed,
      reviews: user.reviews.map(({ round, practice, ...review }) => ({
        ...{ round: round.title, practice: practice.slug },
        ...review,
      })),
    },
    sessions,
    knownBrowsers: devices,
    unsentForms: drafts,
    news,
    deeds: audit,
    revisions,
    ...{ mails, links, invitations, suggestions, dataRequests: requests, contactPersonEntries: persons },
  }
}
