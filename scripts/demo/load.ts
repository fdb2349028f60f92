import { newId } from '@/core/id'
import { systemViewer } from '@/core/viewer'
import { createUser } from '@/modules/accounts/account.commands'
import { newUserSchema } from '@/modules/accounts/account.schema'
import { saveActors } from '@/modules/actors/actor.commands'
import { planWorkshop, recordOutcome } from '@/modules/adoption/transfer.commands'
import { createGroup } from '@/modules/groups/group.commands'
import { saveMeeting } from '@/modules/groups/meeting.commands'
import {
  attendanceFormSchema,
  decisionFormSchema,
  meetingFormSchema,
  minutesFormSchema,
} from '@/modules/groups/meeting.schema'
import { publishMinutes, recordAttendance, recordDecision } from '@/modules/groups/record.commands'
import { seatMember } from '@/modules/groups/member.commands'
import { savePractices } from '@/modules/practices/practice.commands'
import { saveRelations } from '@/modules/relations/relation.commands'
import { createTerritory } from '@/modules/territories/territory.commands'
import { newTerritorySchema } from '@/modules/territories/territory.schema'
import { db } from '@/platform/db'
import {
  type AccountEntry,
  actorOf,
  type GroupEntry,
  idOf,
  type Partnership,
  practiceKey,
  practiceOf,
  relationKey,
  relationOf,
  transferOf,
} from '../../prisma/demo/partnership'
import { newPassphrase } from './passphrase'

export type DemoAccount = { role: string; email: string; password: string; territory: string | null }

const options = { demo: true, writer: 'source:demonstration' } as const
const curatorOf = (territory: string | null, ids: ReadonlyMap<string, string>) =>
  territory === null ? null : idOf(ids, territory)

/** Saves the records of the demonstration as the forms do, published, "to confirm", as the system user. */
export async function loadRecords(partnership: Partnership): Promise<ReadonlyMap<string, string>> {
  const { territories, actors, relations, practices, transfers, groups } = partnership
  const named = [
    ...territories.map(({ slug }) => slug),
    ...[...actors, ...groups].map(({ key }) => key),
    ...relations.map(({ key }) => relationKey(key)),
    ...practices.map(({ key }) => practiceKey(key)),
  ]
  const ids = new Map(named.map((name) => [name, newId()]))
  await saveTerritories(partnership, ids)
  await saveActors(
    systemViewer,
    actors.map((entry) => ({
      id: idOf(ids, entry.key),
      territoryId: curatorOf(entry.territory, ids),
      status: 'published',
      actor: actorOf(entry, ids),
    })),
    options,
  )
  await saveRelations(
    systemViewer,
    relations.map((entry) => ({
      id: idOf(ids, relationKey(entry.key)),
      territoryId: curatorOf(entry.territory, ids),
      status: 'published',
      relation: relationOf(entry, ids),
    })),
    options,
  )
  await savePractices(
    systemViewer,
    practices.map((entry) => ({
      id: idOf(ids, practiceKey(entry.key)),
      territoryId: curatorOf(entry.territory, ids),
      status: entry.status,
      practice: practiceOf(entry, ids),
    })),
    options,
  )
  for (const entry of transfers) await loadTransfer(transferOf(entry, ids))
  for (const { slug, organisation } of territories)
    await db.territory.update({ where: { slug }, data: { partnerOrganisationId: idOf(ids, organisation) } })
  for (const { key, territory, name, isShown } of groups)
    await createGroup(
      systemViewer,
      { territoryId: idOf(ids, territory), name, isShown },
      { id: idOf(ids, key), slug: key, demo: true },
    )
  return ids
}

async function loadTransfer({ workshop, outcome }: ReturnType<typeof transferOf>): Promise<void> {
  if (workshop !== undefined) await planWorkshop(systemViewer, workshop, { demo: true })
  if (outcome !== undefined) await recordOutcome(systemViewer, outcome, { demo: true })
}

// Boundaries come from the NUTS regions, so reference data must be loaded before. Parents stand before their children.
async function saveTerritories({ territories }: Partnership, ids: ReadonlyMap<string, string>): Promise<void> {
  for (const { organisation: _, parent, source, nutsVersion: __, ...facts } of territories)
    await createTerritory(
      systemViewer,
      newTerritorySchema.parse({
        ...facts,
        ...(parent !== undefined && { parentId: idOf(ids, parent) }),
        sourceName: source.name,
        sourceUrl: source.url,
      }),
      { id: idOf(ids, facts.slug), demo: true },
    )
}

/** Makes one account per entry, each with a passphrase of this installation; returns them, to be told to its operator. */
export async function loadAccounts(
  entries: readonly AccountEntry[],
  ids: ReadonlyMap<string, string>,
): Promise<DemoAccount[]> {
  const made: DemoAccount[] = []
  for (const { role, email, name, locale, territory, group, organisation } of entries) {
    const password = newPassphrase()
    const user = newUserSchema.parse({
      email,
      name,
      locale,
      password,
      demo: true,
      ...(organisation === undefined ? {} : { organisationId: idOf(ids, organisation) }),
      memberships: [
        {
          role,
          territoryId: territory === undefined ? null : idOf(ids, territory),
          groupId: group === undefined ? null : idOf(ids, group),
        },
      ],
    })
    await createUser(systemViewer, user)
    made.push({ role, email, password, territory: territory ?? null })
  }
  return made
}

/**
 * Seats the members of the groups and holds their meetings; members who are invented get an account that nobody can sign
 * in to. After the accounts: without them nobody could be present.
 */
export async function loadMembers(groups: readonly GroupEntry[], ids: ReadonlyMap<string, string>): Promise<void> {
  for (const { key, members, meetings } of groups) {
    const groupId = idOf(ids, key)
    const users = new Map<string, string>()
    for (const { email, name, locale, standsFor, since, until } of members) {
      if (name !== undefined) {
        const memberships = [{ role: 'reviewer', territoryId: null, groupId }]
        await createUser(systemViewer, newUserSchema.parse({ email, name, locale, demo: true, memberships }))
      }
      const { id: userId } = await db.user.findUniqueOrThrow({ where: { email } })
      users.set(email, userId)
      await seatMember(systemViewer, { groupId, userId, seat: { standsForId: idOf(ids, standsFor), since, until } })
    }
    for (const meeting of meetings) await loadMeeting(groupId, meeting, users)
  }
}

async function loadMeeting(
  groupId: string,
  { minutes, present, excused, decisions, ...said }: GroupEntry['meetings'][number],
  users: ReadonlyMap<string, string>,
): Promise<void> {
  const { language } = said
  const { id } = await saveMeeting(systemViewer, meetingFormSchema.parse({ groupId, ...said }))
  const rows = (emails: readonly string[], state: string) =>
    emails.map((email) => ({ userId: idOf(users, email), state }))
  const attendance = [...rows(present, 'present'), ...rows(excused, 'excused')]
  if (attendance.length > 0) await recordAttendance(systemViewer, attendanceFormSchema.parse({ id, rows: attendance }))
  if (minutes !== undefined)
    await publishMinutes(systemViewer, minutesFormSchema.parse({ id, version: '1', language, minutes }))
  for (const decision of decisions)
    await recordDecision(
      systemViewer,
      decisionFormSchema.parse({ id, language, ...decision, present: present.map((email) => idOf(users, email)) }),
    )
}
