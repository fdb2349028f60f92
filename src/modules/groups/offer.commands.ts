import { AppError, requireThat } from '@/core/app-error'
import { inLanguage } from '@/core/localized'
import type { Present } from '@/core/present'
import type { Viewer } from '@/core/viewer'
import { canOfferPractice } from '@/modules/groups/offer.policy'
import type { OfferAt } from '@/modules/groups/offer.schema'
import { getPresentPractice } from '@/modules/practices/present-practice.queries'
import type { NewPractice } from '@/modules/practices/practice.schema'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { notifyCoordinators } from '@/platform/notify'

/** The practice, if the viewer may offer it. Throws `not-found`, `forbidden`. */
async function offeredPractice(
  viewer: Viewer | null,
  id: string,
): Promise<{ coordinator: Viewer; practice: Present<NewPractice> }> {
  const practice = await getPresentPractice(viewer, id)
  requireThat(canOfferPractice(viewer, practice), viewer)
  return { coordinator: viewer, practice }
}

/**
 * Offers a practice that was handed in to a group of another territory, whose coordinator is told. Throws `not-found`,
 * `forbidden`, `invalid` (no such group, or of the practice's own territory), `conflict` when it was not handed in or the
 * group has it already.
 */
export async function offerPractice(viewer: Viewer | null, { practiceId, groupId }: OfferAt): Promise<void> {
  const { coordinator, practice } = await offeredPractice(viewer, practiceId)
  const group = await db.group.findFirst({
    where: { id: groupId, archivedAt: null },
    select: { id: true, territoryId: true },
  })
  if (group === null || group.territoryId === practice.territoryId)
    throw new AppError('invalid', 'invalid', {}, [{ field: 'groupId', message: 'choose' }])
  await db.$transaction(async (tx) => {
    const stands = await tx.practice.count({ where: { id: practiceId, status: 'submitted' } })
    if (stands === 0) throw new AppError('conflict', 'notHandedIn')
    const { count } = await tx.practiceOffer.createMany({
      data: [{ practiceId, groupId, offeredById: coordinator.userId }],
      skipDuplicates: true, // of two who offer at once, the index lets one through
    })
    if (count === 0) throw new AppError('conflict', 'offeredAlready')
    await tellOf(tx, { coordinator, practice, toTerritoryId: group.territoryId, deed: 'offer-practice' })
  })
}

/**
 * Takes an offer back; one that is not there any more stays so. Throws `not-found`, `forbidden`, `conflict` while a round
 * of that group judges the practice.
 */
export async function withdrawOffer(viewer: Viewer | null, { practiceId, groupId }: OfferAt): Promise<void> {
  const { coordinator, practice } = await offeredPractice(viewer, practiceId)
  await db.$transaction(async (tx) => {
    const judged = await tx.roundPractice.count({
      where: { practiceId, withdrawnAt: null, round: { groupId, closedAt: null, annulledAt: null } },
    })
    if (judged > 0) throw new AppError('conflict', 'offerInRound')
    const { count } = await tx.practiceOffer.deleteMany({ where: { practiceId, groupId } })
    if (count === 0) return
    const { territoryId } = await tx.group.findUniqueOrThrow({ where: { id: groupId }, select: { territoryId: true } })
    await tellOf(tx, { coordinator, practice, toTerritoryId: territoryId, deed: 'withdraw-offer' })
  })
}

const notices = { 'offer-practice': 'practiceOffered', 'withdraw-offer': 'practiceOfferWithdrawn' } as const

/** Writes the log and tells the other coordinator. */
async function tellOf(
  tx: Transaction,
  told: { coordinator: Viewer; practice: Present<NewPractice>; toTerritoryId: string; deed: keyof typeof notices },
): Promise<void> {
  const { coordinator, practice, toTerritoryId, deed } = told
  const { id, territoryId, content } = practice
  const record = { kind: 'practice', id } as const
  await tx.auditEntry.create({
    data: { action: deed, recordKind: record.kind, recordId: id, territoryId, userId: coordinator.userId },
  })
  const parameters = { name: inLanguage(content.title, content.title.original).value }
  await notifyCoordinators(tx, toTerritoryId, { kind: notices[deed], record, parameters }, coordinator.userId)
}
