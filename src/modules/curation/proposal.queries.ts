import { z } from 'zod'
import { AppError } from '@/core/app-error'
import type { FormFields } from '@/core/form-fields'
import { isId } from '@/core/id'
import type { Page, PageKey } from '@/core/page'
import type { Present } from '@/core/present'
import { type Content, type PartState, proposedParts } from '@/core/record-part'
import type { Viewer } from '@/core/viewer'
import type { Prisma } from '@/generated/prisma/client'
import { findCuratedNames, formValuesOf, getCurated, partsOfKind } from '@/modules/curation/versioned-record.queries'
import { type CuratedKind, curatedKind, type ProposalRow, proposalRowSchema } from '@/modules/curation/proposal.schema'
import * as sql from '@/modules/curation/proposal.sql'
import { db } from '@/platform/db'
import { pageOf, totalOf } from '@/platform/list'
import { prepared } from '@/platform/prepared'

const raw = z.object({ record_id: z.string(), created_at: z.date(), is_import: z.boolean() })
const rowOf = (row: unknown) => {
  const { record_id: recordId, created_at: createdAt, is_import: isImport } = raw.parse(row)
  return proposalRowSchema.parse({ ...(typeof row === 'object' ? row : {}), recordId, createdAt, isImport })
}

type Asked = { after?: PageKey | null; limit: number; locale: string }

async function proposals(where: Prisma.Sql, { after, limit, locale }: Asked): Promise<Page<ProposalRow>> {
  const rows = await db.$queryRaw<{ key: unknown }[]>(
    prepared(sql.listProposals(where, { after: after ?? null, limit: limit + 1 })),
  )
  const total = await totalOf(rows, { after, limit }, async () => {
    const [counted] = await db.$queryRaw<{ total: number }[]>(sql.countProposals(where))
    return counted?.total ?? 0
  })
  const page = pageOf(rows, limit, rowOf, total)
  const names = await findCuratedNames(
    page.rows.map(({ kind, recordId }) => ({ kind, id: recordId })),
    locale,
  )
  return { ...page, rows: page.rows.map((row) => ({ ...row, name: names.get(row.recordId) ?? '' })) }
}

/** What waits for this coordinator; null for who is none. */
export async function findWaitingProposals(viewer: Viewer, asked: Asked): Promise<Page<ProposalRow> | null> {
  const own = viewer.territoryIds.filter((id) => viewer.can('coordinator', id))
  if (!viewer.isAdmin && own.length === 0) return null
  return proposals(sql.waitingFor(viewer.isAdmin ? null : own), asked)
}

/** What this viewer proposed, and the answers of the last thirty days. */
export const findOwnProposals = (viewer: Viewer, asked: Asked): Promise<Page<ProposalRow>> =>
  proposals(sql.proposedBy(viewer.userId, viewer.territoryIds), asked)

const contentOf = (stored: unknown): Content =>
  typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? { ...stored } : {}

export type StoredProposal = {
  id: string
  kind: CuratedKind
  recordId: string
  authorId: string | null
  state: 'accepted' | 'pending' | 'declined'
  before: Content
  after: Content
}

/** A proposal and its record as it stands, for who works in its territory. Throws `not-found`. */
export async function getProposal(
  viewer: Viewer | null,
  id: string,
): Promise<{ proposal: StoredProposal; present: Present<Content> }> {
  const row = isId(id) ? await db.revision.findUnique({ where: { id } }) : null
  const kind = curatedKind.safeParse(row?.recordKind)
  const isProposal = row !== null && (row.state !== 'accepted' || row.decidedById !== null)
  if (!isProposal || !kind.success) throw new AppError('not-found', 'notFound')
  const present = await getCurated(viewer, kind.data, row.recordId)
  const { recordId, authorId, state } = row
  const proposal = { id, kind: kind.data, recordId, authorId, state }
  return { proposal: { ...proposal, before: contentOf(row.before), after: contentOf(row.after) }, present }
}

type ProposalView = {
  row: ProposalRow
  present: Present<Content>
  proposal: StoredProposal
  values: { before: FormFields; after: FormFields; now: FormFields }
  /** How each changed part stands now. */
  states: Map<string, PartState>
}

/** A proposal as its page shows it. */
export async function getProposalView(viewer: Viewer | null, id: string, locale: string): Promise<ProposalView> {
  const { proposal, present } = await getProposal(viewer, id)
  const { kind, before, after } = proposal
  const [rows, ...values] = await Promise.all([
    db.$queryRaw<{ key: unknown }[]>(sql.listProposals(sql.only(id), { after: null, limit: 1 })),
    ...[before, after, present.content].map((content) => formValuesOf(kind, content, locale)),
  ])
  const names = await findCuratedNames([{ kind, id: proposal.recordId }], locale)
  const [old, fresh, now] = values
  // What the form of today cannot read cannot be shown part by part either.
  if (!old || !fresh || !now) throw new AppError('not-found', 'notFound')
  return {
    row: { ...rowOf(rows[0]), name: names.get(proposal.recordId) ?? '' },
    ...{ present, proposal },
    values: { before: old, after: fresh, now },
    states: new Map(
      proposedParts(partsOfKind[kind], { before, after, now: present.content }).map(({ part, state }) => [
        part.key,
        state,
      ]),
    ),
  }
}

/** What this viewer proposed last for a record, unless it was accepted. */
export async function findOwnProposal(
  viewer: Viewer,
  kind: CuratedKind,
  recordId: string,
  locale: string,
): Promise<{
  id: string
  isPending: boolean
  answer: string | null
  baseVersion: number | null
  createdAt: Date
  values: FormFields
} | null> {
  const row = await db.revision.findFirst({
    where: {
      ...{ recordKind: kind, recordId, authorId: viewer.userId },
      OR: [{ state: { in: ['pending', 'declined'] } }, { decidedById: { not: null } }],
    },
    orderBy: { createdAt: 'desc' },
  })
  if (row === null || row.state === 'accepted') return null
  const values = await formValuesOf(kind, row.after, locale)
  if (values === null) return null
  const { id, state, answer, baseVersion, createdAt } = row
  return { id, isPending: state === 'pending', answer, baseVersion, createdAt, values }
}
