import { newId } from '@/core/id'
import { inOriginal } from '@/core/localized'
import { systemViewer } from '@/core/viewer'
import { addFile } from '@/modules/files/file.commands'
import { newFileSchema } from '@/modules/files/file.schema'
import { db } from '@/platform/db'

const it = (value: string) => inOriginal('it', value)

/** A paper of a group, full of the word that betrays it. */
export async function plantDocument(of: { kind: 'group' | 'meeting'; id: string }, canary: string) {
  const name = `${canary}${of.kind}.txt`
  const bytes = new TextEncoder().encode(`Carta ${canary}`)
  const { id } = await addFile(systemViewer, of, {
    bytes,
    name,
    said: newFileSchema.parse({ title: `Carta ${canary}` }),
  })
  return { id, name }
}

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
  const earlier = {
    id: newId(),
    meetingId,
    text: it(`Verbale di prima ${canary}`),
    publishedAt: new Date('2026-05-01'),
  }
  await db.minutesVersion.create({ data: earlier })
  const files = {
    group: await plantDocument({ kind: 'group', id }, canary),
    meeting: await plantDocument({ kind: 'meeting', id: meetingId }, canary),
  }
  return { id, slug, memberId, meetingId, decisionId, files }
}

export type PlantedGroup = Awaited<ReturnType<typeof plantGroup>>
