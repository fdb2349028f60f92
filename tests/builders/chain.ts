import { fold } from '@/core/fold'
import { newId } from '@/core/id'
import { newSlug } from '@/core/slug'
import { inOriginal } from '@/core/localized'
import { db } from '@/platform/db'

// Records whose rooms come later, written straight into their tables: the tables are there from the first day.

const base = (territoryId: string, title: string) => ({
  id: newId(),
  slug: newSlug(title),
  territoryId,
  status: 'published' as const,
  originalLanguage: 'en',
  title: inOriginal('en', title),
  foldedTitle: fold(title),
})

export const givenPractice = ({
  relationIds,
  ...said
}: {
  territoryId: string
  inChargeId: string
  relationIds: string[]
}) =>
  db.practice.create({
    data: {
      ...base(said.territoryId, 'From solidarity to economic development'),
      inChargeId: said.inChargeId,
      summary: inOriginal('en', 'A civic tie that opened a market.'),
      relations: { create: relationIds.map((relationId) => ({ relationId })) },
    },
  })

export async function givenPlan({ territoryId }: { territoryId: string }) {
  const instrument = await db.policyInstrument.create({
    data: { id: newId(), territoryId, name: inOriginal('en', 'Investment for Growth and Jobs, North Central Sweden') },
  })
  const plan = await db.plan.create({
    data: {
      ...base(territoryId, 'Action plan'),
      started: '2019',
      ended: '2021',
      instruments: { create: { instrumentId: instrument.id } },
    },
  })
  return { plan, instrument }
}

export async function givenAction(said: { planId: string; practiceId: string; relationId: string; actorId: string }) {
  const plan = await db.plan.findUniqueOrThrow({ where: { id: said.planId } })
  const action = await db.action.create({
    data: {
      id: newId(),
      planId: said.planId,
      position: 1,
      title: inOriginal('en', 'Regional export centre'),
      lessons: {
        create: {
          id: newId(),
          practiceId: said.practiceId,
          relationId: said.relationId,
          lesson: inOriginal('en', 'One door'),
        },
      },
      players: { create: { actorId: said.actorId } },
      indicators: {
        create: {
          id: newId(),
          name: inOriginal('en', 'Firms helped'),
          baseline: 0,
          target: 40,
          values: { create: { measuredOn: new Date('2019-06-30'), value: 12 } },
        },
      },
      notes: { create: { id: newId(), halfYear: '2019-H1', note: inOriginal('en', 'Opened') } },
    },
  })
  await db.practiceTransfer.create({
    data: {
      id: newId(),
      practiceId: said.practiceId,
      territoryId: plan.territoryId ?? '',
      state: 'adopted',
      reasons: inOriginal('en', 'One contact point helps firms'),
      actionId: action.id,
    },
  })
  return action
}

export async function givenGroupWithRound({ territoryId, practiceId }: { territoryId: string; practiceId: string }) {
  const group = await db.group.create({
    data: {
      id: newId(),
      slug: newSlug('Local stakeholder group'),
      territoryId,
      name: inOriginal('en', 'Local stakeholder group'),
    },
  })
  const round = await db.reviewRound.create({
    data: {
      id: newId(),
      groupId: group.id,
      title: inOriginal('en', 'First round'),
      weights: { evidence: 5, transferability: 5, relevance: 5, clarity: 5, resources: 5 },
      thresholds: { excellent: 21, good: 18, sufficient: 13 },
      opensAt: new Date('2026-11-01'),
      closesAt: new Date('2026-12-01'),
      practices: { create: { practiceId, practiceVersion: 1 } },
    },
  })
  return { group, round }
}

export const givenActivity = (said: {
  territoryId: string
  practiceId: string
  planId: string
  relationId: string
  actorId: string
}) =>
  db.activity.create({
    data: {
      ...base(said.territoryId, 'Study visit'),
      type: 'study_visit',
      started: '2017-11',
      hostId: said.actorId,
      participants: { create: { actorId: said.actorId } },
      practices: { create: { practiceId: said.practiceId } },
      plans: { create: { planId: said.planId } },
      relations: { create: { relationId: said.relationId } },
    },
  })
