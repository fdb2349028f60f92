import { expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { givenAction, givenActivity, givenGroupWithRound, givenPlan, givenPractice } from '@tests/builders/chain'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { db } from '@/platform/db'

test('from a relation to a policy instrument: practice, lesson, action, plan, review, activity hang together', async () => {
  const reggio = await givenTerritory()
  const gavle = await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })
  const comune = await givenActor({ kind: 'public_authority', name: 'Comune di Reggio Emilia' }, reggio.id)
  const kommun = await givenActor({ kind: 'public_authority', name: 'Gävle kommun', country: 'SE' }, gavle.id)
  const relation = await givenRelation(
    { type: 'network_membership', parties: [party(comune), party(kommun)] },
    reggio.id,
  )
  const practice = await givenPractice({ territoryId: reggio.id, inChargeId: comune.id, relationIds: [relation.id] })
  const { plan, instrument } = await givenPlan({ territoryId: gavle.id })
  const action = await givenAction({
    planId: plan.id,
    practiceId: practice.id,
    relationId: relation.id,
    actorId: kommun.id,
  })
  const { group, round } = await givenGroupWithRound({ territoryId: reggio.id, practiceId: practice.id })
  const reviewer = await givenViewer('reviewer', { groupId: group.id })
  await db.review.create({
    data: {
      id: crypto.randomUUID(),
      roundId: round.id,
      practiceId: practice.id,
      reviewerId: reviewer.userId,
      marks: {},
    },
  })
  await givenActivity({
    territoryId: gavle.id,
    practiceId: practice.id,
    planId: plan.id,
    relationId: relation.id,
    actorId: comune.id,
  })

  const chain = await db.relation.findUniqueOrThrow({
    where: { id: relation.id },
    select: {
      practices: {
        select: {
          practice: {
            select: {
              reviews: { select: { reviewerId: true } },
              transfers: { select: { territoryId: true, state: true, actionId: true } },
              activities: { select: { activity: { select: { participants: { select: { actorId: true } } } } } },
              lessons: {
                select: {
                  relationId: true,
                  action: {
                    select: {
                      id: true,
                      indicators: { select: { values: { select: { value: true } } } },
                      plan: { select: { instruments: { select: { instrumentId: true } } } },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  })
  const found = chain.practices[0]?.practice
  expect(found?.lessons).toMatchObject([
    { relationId: relation.id, action: { id: action.id, plan: { instruments: [{ instrumentId: instrument.id }] } } },
  ])
  expect(found?.lessons[0]?.action.indicators[0]?.values[0]?.value.toNumber()).toBe(12)
  expect(found?.reviews).toEqual([{ reviewerId: reviewer.userId }])
  expect(found?.transfers).toEqual([{ territoryId: gavle.id, state: 'adopted', actionId: action.id }])
  expect(found?.activities[0]?.activity.participants).toEqual([{ actorId: comune.id }])
})
