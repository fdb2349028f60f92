import { newId } from '@/core/id'
import { inOriginal } from '@/core/localized'
import { systemViewer, type Viewer } from '@/core/viewer'
import { createGroup } from '@/modules/groups/group.commands'
import { newGroupSchema } from '@/modules/groups/group.schema'
import { type NewRound, type NewRoundInput, newRoundSchema } from '@/modules/rounds/round-form.schema'
import { normalisedWeights, usual } from '@/modules/rounds/round.schema'
import { openRound, previewRound } from '@/modules/rounds/open-round.commands'
import { db } from '@/platform/db'
import { givenActor } from '@tests/builders/actor'
import { givenPublishedPractice, text } from '@tests/builders/practice'
import { givenViewer } from '@tests/builders/viewer'

/** The last day of a round, some days from now, `'2026-12-04'`. */
export const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** A legal form of a round that stays open for two weeks, given its group and its practices. */
export const aRound = (said: Partial<NewRoundInput> & Pick<NewRoundInput, 'groupId' | 'practices'>): NewRound =>
  newRoundSchema.parse({
    id: newId(),
    language: 'it',
    title: 'Primo giro',
    weights: { evidence: '1', transferability: '1', relevance: '1', clarity: '1', resources: '1' },
    thresholds: { excellent: '21', good: '18', sufficient: '13' },
    quorum: '3',
    perPractice: '3',
    closesOn: dayAfter(14),
    step: 'open',
    ...said,
  })

export type GivenRound = {
  id: string
  group: { id: string; slug: string }
  coordinator: Viewer
  reviewers: Viewer[]
  practices: { id: string; slug: string }[]
}

/**
 * Opens a round in a new group of a territory: published practices of the commons, and members who judge them by the
 * balance. The coordinator's membership is made, too.
 */
export async function givenRound(
  territoryId: string,
  {
    practices: howMany = 3,
    reviewers: members = 3,
    ...said
  }: { practices?: number; reviewers?: number } & Partial<Omit<NewRoundInput, 'practices' | 'groupId'>> = {},
): Promise<GivenRound> {
  const coordinator = await givenViewer('coordinator', { territoryId })
  const name = { original: 'it', name: { it: 'Gruppo locale' } }
  const group = await createGroup(systemViewer, newGroupSchema.parse({ territoryId, ...name }))
  const reviewers = []
  for (let index = 0; index < members; index++) reviewers.push(await givenViewer('reviewer', { groupId: group.id }))
  const inCharge = await givenActor({ name: 'Comune in carica', kind: 'public_authority' })
  const practices = []
  for (let index = 0; index < howMany; index++)
    practices.push(await givenPublishedPractice({ inChargeId: inCharge.id, title: text(`Pratica ${index + 1}`) }))
  const form = aRound({ groupId: group.id, practices: practices.map(({ id }) => id), ...said })
  const { assigned } = await previewRound(coordinator, form)
  const cells = assigned.map((cell) => {
    const [practiceId = '', reviewerId = ''] = cell.split('.')
    return { practiceId, reviewerId }
  })
  const { id } = await openRound(coordinator, { ...form, cells })
  return { id, group, coordinator, reviewers, practices }
}

/** Every mark the same, and a recommendation: as a submitted review stands in its row. */
export const submittedColumns = (mark: number, at = new Date()) => ({
  marks: { evidence: mark, transferability: mark, relevance: mark, clarity: mark, resources: mark },
  comments: { general: 'Bene così.' },
  language: 'it',
  recommendation: 'publish' as const,
  savedAt: at,
  submittedAt: at,
})

/** Submits what a reviewer was asked in a round: all of it, or one practice. */
export const givenSubmitted = (roundId: string, reviewerId: string, practiceId?: string, mark = 4) =>
  db.review.updateMany({
    where: { roundId, reviewerId, ...(practiceId !== undefined && { practiceId }) },
    data: submittedColumns(mark),
  })

/** A round of a group, as its row stands, with one practice and somebody who is to judge it. */
export async function plantRound({
  groupId,
  practiceId,
  reviewerId,
  word,
  reason,
}: {
  groupId: string
  practiceId: string
  reviewerId: string
  word: string
  /** Why somebody else was taken out. */
  reason: string
}) {
  const [id, reviewId] = [newId(), newId()]
  const said = { title: inOriginal('it', `Giro ${word}`), introduction: inOriginal('it', `Guardate ${word}`) }
  const rules = { weights: normalisedWeights(usual.weights), thresholds: usual.thresholds }
  const times = { opensAt: new Date(), closesAt: new Date(Date.now() + 20 * 86_400_000) }
  await db.reviewRound.create({ data: { id, groupId, ...said, ...rules, ...times } })
  await db.roundPractice.create({ data: { roundId: id, practiceId, practiceVersion: 1 } })
  await db.review.create({ data: { id: reviewId, roundId: id, practiceId, reviewerId } })
  const left = { removedAt: new Date(), removalReason: reason }
  await db.review.create({ data: { id: newId(), roundId: id, practiceId, reviewerId: null, ...left } })
  return { id, practiceId, reviewerId, reviewId }
}
