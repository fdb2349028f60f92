import { z } from 'zod'
import { requireThat } from '@/core/app-error'
import { inLanguage, localized } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import type { Prisma } from '@/generated/prisma/client'
import { auditScope, canReadAudit } from '@/modules/administration/administration.policy'
import { type AuditFilter, type AuditRow, auditRowSchema } from '@/modules/administration/audit.schema'
import { findRelationNames } from '@/modules/relations/relation-desk.queries'
import { db } from '@/platform/db'

type Asked = { after: string | null; limit: number; locale: string }
type AuditPage = { rows: AuditRow[]; next: string | null }

/**
 * The log as far as the viewer reads it, newest first, one page by key: administrators all of it, coordinators what was
 * done in their territories and by themselves, everybody else what they did themselves.
 */
export async function findAudit(viewer: Viewer | null, filter: AuditFilter, asked: Asked): Promise<AuditPage> {
  requireThat(canReadAudit(viewer), viewer)
  const { after, limit, locale } = asked
  const found = await db.auditEntry.findMany({
    where: { AND: [inScope(viewer), await asWanted(viewer, filter), ...(after === null ? [] : [before(after)])] },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return { rows: await named(viewer, shown, locale), next: found.length > limit && last ? String(last.id) : null }
}

type Where = Prisma.AuditEntryWhereInput

const before = (after: string): Where => ({ id: { lt: BigInt(after) } })

/** A position in the log: its number, as `next` says it. */
export const auditPosition = (text: unknown): string | null =>
  typeof text === 'string' && /^\d{1,18}$/.test(text) ? text : null

function inScope(viewer: Viewer): Where {
  const scope = auditScope(viewer)
  if (scope === 'all') return {}
  return { OR: [{ userId: viewer.userId }, { territoryId: { in: scope.territoryIds } }] }
}

async function asWanted(viewer: Viewer, { who, action, record, territory, since, until }: AuditFilter): Promise<Where> {
  const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000)
  return {
    ...(action !== undefined && { action }),
    ...(record !== undefined && { recordId: record }),
    ...(territory !== undefined && { territoryId: territory }),
    ...((since !== undefined || until !== undefined) && {
      at: { ...(since && { gte: new Date(since) }), ...(until && { lt: dayAfter(until) }) },
    }),
    ...(who !== undefined && { userId: { in: await idsOfUsers(viewer, who) } }),
  }
}

/** Users by a part of their name. By a part of the address only for who may see every address: the filter tells too. */
async function idsOfUsers(viewer: Viewer, who: string): Promise<string[]> {
  const part = { contains: who, mode: 'insensitive' } as const
  const users = await db.user.findMany({
    where: { OR: [{ name: part }, ...(viewer.isAdmin ? [{ email: part }] : [])] },
    select: { id: true },
    take: 500,
  })
  return users.map(({ id }) => id)
}

type Entry = Awaited<ReturnType<typeof db.auditEntry.findMany>>[number]
const nameSchema = localized(200)
const titleSchema = localized(20_000)

/** Adds the names of people, territories and records: in a handful of questions, however many entries. */
async function named(viewer: Viewer, entries: readonly Entry[], locale: string): Promise<AuditRow[]> {
  const ids = (pick: (entry: Entry) => string | null) => [
    ...new Set(entries.map(pick).filter((id): id is string => id !== null)),
  ]
  const records = ids(({ recordId }) => recordId)
  const [users, territories, actors, relations, practices, groups] = await Promise.all([
    db.user.findMany({
      where: { id: { in: [...ids(({ userId }) => userId), ...records] } },
      select: { id: true, name: true },
    }),
    db.territory.findMany({
      where: { id: { in: [...ids(({ territoryId }) => territoryId), ...records] } },
      select: { id: true, name: true },
    }),
    db.actor.findMany({
      where: { id: { in: records } },
      select: {
        ...readable,
        id: true,
        names: { where: { kind: 'label', isOriginal: true }, select: { value: true } },
      },
    }),
    db.relation.findMany({ where: { id: { in: records } }, select: { ...readable, id: true, title: true } }),
    db.practice.findMany({ where: { id: { in: records } }, select: { ...readable, id: true, title: true } }),
    findGroupNames(viewer, records, locale),
  ])
  // What a relation without a title is called names its parties: only for who may read every one of them.
  const untitled = relations.filter(({ title, territoryId }) => title === null && viewer.can('editor', territoryId))
  const byParties = await findRelationNames(
    untitled.map(({ id }) => id),
    locale,
  )
  const nameOf = new Map([...byParties, ...groups])
  for (const { id, name } of users) nameOf.set(id, name)
  for (const { id, name } of territories) nameOf.set(id, inLanguage(nameSchema.parse(name), locale).value)
  for (const { id, names, ...row } of actors) if (mayRead(viewer, row)) nameOf.set(id, names[0]?.value ?? '')
  for (const { id, title, ...row } of [...relations, ...practices])
    if (title !== null && mayRead(viewer, row)) nameOf.set(id, inLanguage(titleSchema.parse(title), locale).value)
  const of = (id: string | null) => (id === null ? null : (nameOf.get(id) ?? null))
  return z.array(auditRowSchema).parse(
    entries.map((entry) => ({
      ...entry,
      user: of(entry.userId),
      territory: of(entry.territoryId),
      name: of(entry.recordId),
    })),
  )
}

/** Groups by their names, their meetings and decisions by the group's, rounds by their titles, as far as the viewer keeps their territory. */
async function findGroupNames(viewer: Viewer, records: readonly string[], locale: string): Promise<[string, string][]> {
  const where = { id: { in: [...records] } }
  const group = { select: { name: true, territoryId: true } }
  const [groups, meetings, decisions, rounds] = await Promise.all([
    db.group.findMany({ where, select: { id: true, ...group.select } }),
    db.groupMeeting.findMany({ where, select: { id: true, group } }),
    db.groupDecision.findMany({ where, select: { id: true, meeting: { select: { group } } } }),
    db.reviewRound.findMany({ where, select: { id: true, title: true, group } }),
  ])
  return [
    ...groups.map(({ id, name, territoryId }) => ({ id, name, territoryId })),
    ...meetings.map(({ id, group: { name, territoryId } }) => ({ id, name, territoryId })),
    ...decisions.map(({ id, meeting }) => ({ id, ...meeting.group })),
    ...rounds.map(({ id, title, group: { territoryId } }) => ({ id, name: title, territoryId })),
  ].flatMap(({ id, name, territoryId }): [string, string][] =>
    viewer.can('editor', territoryId) ? [[id, inLanguage(titleSchema.parse(name), locale).value]] : [],
  )
}

const readable = { territoryId: true, status: true, visibility: true } as const

/** A record that moved away may be hidden from who wrote it once. */
const mayRead = (viewer: Viewer, record: { territoryId: string | null; status: string; visibility: string }): boolean =>
  (record.status === 'published' && record.visibility === 'public') || viewer.can('editor', record.territoryId)
