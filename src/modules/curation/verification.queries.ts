import { z } from 'zod'
import { requireThat } from '@/core/app-error'
import type { Page, PageKey } from '@/core/page'
import type { Viewer } from '@/core/viewer'
import { canAskHolders } from '@/modules/curation/verification.policy'
import {
  type AskedRecord,
  askedRecordSchema,
  type CareSettings,
  careSettings,
  type DueRecord,
  dueRecordSchema,
  linkSubject,
  type RequestState,
  requestState,
  type RoundRow,
  roundRowSchema,
} from '@/modules/curation/verification.schema'
import * as sql from '@/modules/curation/verification.sql'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { pageOf } from '@/platform/list'
import { findToken } from '@/platform/mailed-token'

/** What an administrator wrote, else the usual. */
export async function getCareSettings(client: Transaction = db): Promise<CareSettings> {
  const row = await client.setting.findUnique({ where: { key: 'care' } })
  return careSettings.parse(z.record(z.string(), z.unknown()).catch({}).parse(row?.value))
}

/** One mailbox gets so many questions by one start, however many relations it holds. */
const perAddress = 5

type OfRound = { territoryId: string | null; round: string }

/** Whom the next start of a round would ask, longest unconfirmed first. Throws `forbidden`. */
export async function findDueRecords(
  viewer: Viewer | null,
  asked: OfRound,
  client: Transaction = db,
): Promise<DueRecord[]> {
  requireThat(canAskHolders(viewer, asked.territoryId), viewer)
  const { months, batch } = await getCareSettings(client)
  const rows = await client.$queryRaw<unknown[]>(sql.dueRecords({ ...asked, months, perAddress, limit: batch }))
  return rows.map((row) => dueRecordSchema.parse(row))
}

const countSchema = z.array(z.object({ state: requestState, count: z.number() }))

/** How the questions of a round stand, by state. Throws `forbidden`. */
export async function countRound(
  viewer: Viewer | null,
  asked: OfRound,
): Promise<Partial<Record<RequestState, number>>> {
  requireThat(canAskHolders(viewer, asked.territoryId), viewer)
  const { silentDays } = await getCareSettings()
  const rows = countSchema.parse(await db.$queryRaw<unknown[]>(sql.countRound({ ...asked, silentDays })))
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

const coverageSchema = z.tuple([z.object({ all: z.number(), fresh: z.number() })])

/** How many of the public records a territory keeps were confirmed in the last twelve months. Throws `forbidden`. */
export async function countConfirmed(viewer: Viewer | null, territoryId: string | null) {
  requireThat(canAskHolders(viewer, territoryId), viewer)
  const [found] = coverageSchema.parse(await db.$queryRaw<unknown[]>(sql.coverage(territoryId)))
  return found
}

/** The questions of a round, first asked first; `limit` null = all of them. Throws `forbidden`. */
export async function findRoundRows(
  viewer: Viewer | null,
  asked: OfRound & { state: RequestState | null; after: PageKey | null; limit: number | null },
): Promise<Page<RoundRow>> {
  requireThat(canAskHolders(viewer, asked.territoryId), viewer)
  const { silentDays } = await getCareSettings()
  const limit = asked.limit === null ? null : asked.limit + 1
  const rows = await db.$queryRaw<{ key: unknown }[]>(sql.roundRows({ ...asked, silentDays, limit }))
  return pageOf(rows, asked.limit ?? rows.length, (row) => roundRowSchema.parse(row), rows.length)
}

/** Rounds there were in a territory, the last one first. Throws `forbidden`. */
export async function findRounds(viewer: Viewer | null, territoryId: string | null): Promise<string[]> {
  requireThat(canAskHolders(viewer, territoryId), viewer)
  const rows = await db.verificationRequest.findMany({
    where: { territoryId },
    distinct: ['round'],
    select: { round: true },
    orderBy: { round: 'desc' },
  })
  return rows.map(({ round }) => round)
}

/** Questions that wait for a reminder, held until the transaction ends. */
export async function findUnanswered(tx: Transaction, remindDays: number, limit: number): Promise<AskedRecord[]> {
  const rows = await tx.$queryRaw<unknown[]>(sql.unanswered(remindDays, limit))
  return rows.map((row) => askedRecordSchema.parse(row))
}

/** What a mailed link asks about; `record` is null when everyone can see it no more. */
export async function findAsked(subject: unknown, client: Transaction = db) {
  const parsed = linkSubject.safeParse(subject)
  if (!parsed.success) return null
  const request = await client.verificationRequest.findUnique({ where: { id: parsed.data.request } })
  if (request === null) return null
  const [row] = await client.$queryRaw<unknown[]>(sql.recordOfRequest(request.id))
  return { request, record: row === undefined ? null : askedRecordSchema.parse(row) }
}

/** What a link of a mail opens, without spending it; null for what was none of ours. */
export async function findLinkedRecord(token: string) {
  const found = await findToken(token, 'verify')
  if (found === null) return null
  const asked = await findAsked(found.subject)
  return { link: found.state, record: asked?.record ?? null, answeredAt: asked?.request.answeredAt ?? null }
}
