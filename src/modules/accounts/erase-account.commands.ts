import { AppError, requireThat } from '@/core/app-error'
import { keepAnAdmin } from '@/modules/accounts/user.commands'
import type { Transaction } from '@/platform/bulk'
import { eraseTraces, rememberErased } from '@/platform/erasure'

/**
 * Erases an account with sessions, drafts, notices and mails: records stay, who wrote them is forgotten, the log keeps
 * the id. Part of deeds that ask. `byId` null: whoever leaves. Throws `forbidden` for the last administrator.
 */
export async function eraseAccount(
  tx: Transaction,
  { id, action, byId }: { id: string; action: string; byId: string | null },
): Promise<void> {
  await keepAnAdmin(tx, id)
  const user = await tx.user.findUnique({ where: { id } })
  if (user === null) throw new AppError('not-found', 'notFound')
  requireThat(!user.system)
  await tx.auditEntry.create({ data: { userId: byId, action, recordId: id, fields: [] } })
  // The same address may stand in an entry of a contact person, which is not the account's to erase.
  const isPerson = (await tx.person.count({ where: { email: { equals: user.email, mode: 'insensitive' } } })) > 0
  const names = user.name.includes(' ') ? [user.name] : []
  await eraseTraces(tx, {
    emails: isPerson ? [] : [user.email],
    names,
    local: [],
    records: await recordsOfGroups(tx, id),
  })
  await rememberErased(tx, [{ kind: 'user', value: id }])
  await leaveReviews(tx, id)
  await tx.$executeRaw`SELECT forget_authorship(${id}::uuid)`
  await tx.user.delete({ where: { id } })
}

/** Minutes, decisions, documents and reviews of the groups somebody sat in: there the name means them. */
async function recordsOfGroups(tx: Transaction, userId: string): Promise<string[]> {
  const groups = await tx.group.findMany({
    where: {
      OR: [
        { memberships: { some: { userId } } },
        { members: { some: { userId } } },
        { meetings: { some: { attendance: { some: { userId } } } } },
        { meetings: { some: { decisions: { some: { present: { some: { userId } } } } } } },
      ],
    },
    select: {
      id: true,
      meetings: { select: { id: true, decisions: { select: { id: true } }, earlier: { select: { id: true } } } },
      rounds: { select: { id: true, reviews: { select: { id: true } } } },
    },
  })
  return groups.flatMap(({ id: groupId, meetings, rounds }) => [
    groupId,
    ...meetings.flatMap(({ id, decisions, earlier }) => [id, ...[...decisions, ...earlier].map((one) => one.id)]),
    ...rounds.flatMap(({ id, reviews }) => [id, ...reviews.map((one) => one.id)]),
  ])
}

/** What was submitted stays, without a name: the result rests on it. What was only typed goes, and its place is free. */
async function leaveReviews(tx: Transaction, reviewerId: string): Promise<void> {
  await tx.review.updateMany({
    where: { reviewerId, submittedAt: null },
    data: { marks: {}, comments: {}, language: null, recommendation: null, savedAt: null, removedAt: new Date() },
  })
  await tx.review.updateMany({ where: { reviewerId }, data: { conflictReason: null, removalReason: null } })
}
