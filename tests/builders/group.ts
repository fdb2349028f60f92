import { newId } from '@/core/id'
import { inOriginal } from '@/core/localized'
import { db } from '@/platform/db'

const it = (value: string) => inOriginal('it', value)

/** A group that nobody but its own may read, with a member, a meeting and a decision. */
export async function plantGroup(place: string, territoryId: string, canary: string) {
  const [id, memberId, slug] = [newId(), newId(), `gruppo-${place}`]
  await db.group.create({ data: { id, slug, territoryId, name: it(`Gruppo ${canary}`) } })
  const membership = { id: newId(), role: 'reviewer' as const, groupId: id }
  const user = { id: memberId, email: `membro.${place}@example.eu`, name: `Membro ${canary}` }
  await db.user.create({ data: { ...user, memberships: { create: membership } } })
  await db.groupMember.create({ data: { groupId: id, userId: memberId } })
  const [meetingId, decisionId] = [newId(), newId()]
  const said = { agenda: it(`Agenda ${canary}`), minutes: it(`Verbale ${canary}`), minutesAt: new Date() }
  await db.groupMeeting.create({
    data: { id: meetingId, groupId: id, startsAt: new Date('2099-05-01T10:00:00Z'), place: canary, ...said },
  })
  await db.groupAttendance.create({ data: { id: newId(), meetingId, userId: memberId, state: 'present' } })
  const decided = { text: it(`Decisione ${canary}`), decidedOn: new Date('2026-05-01') }
  await db.groupDecision.create({ data: { id: decisionId, meetingId, ...decided } })
  await db.groupDecisionPresence.create({ data: { id: newId(), decisionId, userId: memberId } })
  return { id, slug, memberId, meetingId, decisionId }
}
