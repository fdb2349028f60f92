import { AppError, requireThat } from '@/core/app-error'
import type { CuratedSave } from '@/core/curated'
import type { Viewer } from '@/core/viewer'
import { isPracticeSeen } from '@/modules/practices/handed-in.queries'
import { unreadyParts } from '@/modules/practices/practice-limit.schema'
import { type KnownPractice, knownPractices } from '@/modules/practices/practice-reference.queries'
import { countUnanswered } from '@/modules/practices/practice-remark.queries'
import { canDiscardPractice, canProposePractice, canSavePractice } from '@/modules/practices/practice.policy'
import {
  labelOf,
  practiceActorColumns,
  practiceActorRows,
  practiceColumns,
  practiceRelationColumns,
  practiceRelationRows,
  practiceRow,
} from '@/modules/practices/practice.row'
import { type NewPractice, practiceFields } from '@/modules/practices/practice.schema'
import { findPresentPractices, getPresentPractice, readable } from '@/modules/practices/present-practice.queries'
import { requireKnownThemes } from '@/modules/taxonomy/code-entry.queries'
import { requireKnownCurators } from '@/modules/territories/territory.queries'
import { allowTimeFor, insertRows, type Transaction } from '@/platform/bulk'
import {
  inTransaction,
  isWritten,
  newlyNamed,
  type Planned,
  planSave,
  type Saved,
  savedOf,
  type SaveOptions,
} from '@/platform/curated'
import { writeCurated } from '@/platform/curated-rows'
import { discardDraft, recordSave } from '@/platform/curated-record'
import { db } from '@/platform/db'
import { refuseErased } from '@/platform/erasure'
import { touchData } from '@/platform/history'
import { movesOfRoom } from '@/platform/record-moves'

type PracticeSave = CuratedSave & { practice: NewPractice }

/**
 * The one save of practices (9-decisions, One save): a form is n = 1, an import n = many, all or nothing. Returns one
 * result per input, in order. Texts over the programme's limits are kept in a draft and refused in whatever others are
 * to judge or to read. Throws `forbidden` (also to publish one's own), `conflict` (also while remarks of reviewers wait
 * for an answer), `not-found`, `invalid`.
 */
export async function savePractices(
  viewer: Viewer | null,
  saves: readonly PracticeSave[],
  options: SaveOptions = {},
): Promise<Saved[]> {
  const known = await knownPractices(
    viewer,
    saves.map(({ practice }) => practice),
    options.tx,
  )
  return inTransaction(options, async (tx) => {
    await allowTimeFor(tx, saves.length)
    const present = await findPresentPractices(
      tx,
      saves.flatMap(({ id, version }) => (id && version ? [id] : [])),
    )
    const seen = new Set<string>()
    for (const one of present.values()) if (await isPracticeSeen(viewer, readable(one), tx)) seen.add(one.id)
    const planned = saves.map((save, index): PlannedPractice => {
      const found = save.version === undefined ? null : present.get(save.id ?? '')
      const one = known[index]
      // First what may not be seen, then what may not be done, then which version: no answer tells more than the page.
      if (found === undefined || one === undefined || (found !== null && !seen.has(found.id)))
        throw new AppError('not-found', 'notFound')
      const territoryId = found === null ? (save.territoryId ?? firstOf(viewer, save)) : found.territoryId
      const status = save.status ?? found?.status ?? 'draft'
      const isProposal = options.proposal === true && found !== null
      const born = { territoryId, status: null, createdById: viewer?.userId ?? null, publishedAt: null }
      requireThat(
        isProposal ? canProposePractice(viewer, found) : canSavePractice(viewer, found ?? born, status),
        viewer,
      )
      const content = one.practice
      const plan = planSave({ ...save, content, label: labelOf(content), territoryId }, found, practiceFields, options)
      requireReady(plan, one)
      return { plan, known: one }
    })
    requireThat(viewer !== null, viewer)
    const plans = planned.map(({ plan }) => plan)
    await requireKnownCurators(tx, plans)
    await requireAnswers(tx, plans)
    await requireKnownThemes(
      tx,
      newlyNamed(plans, ({ themes }) => themes),
    )
    await refuseErased(
      tx,
      saves.map(({ practice }) => practice),
    )
    await writePractices(tx, planned, { userId: viewer.userId, options })
    await recordSave(tx, 'practice', viewer, { plans, options })
    const saved = plans.map(savedOf)
    await options.within?.(tx, saved)
    if (plans.some(isWritten)) await touchData(tx)
    return saved
  })
}

type PlannedPractice = { plan: Planned<NewPractice>; known: KnownPractice }

/** Curator of a new practice: what the writer says (null = the commons), else the writer's first territory. */
const firstOf = (viewer: Viewer | null, { territoryId }: PracticeSave): string | null =>
  territoryId === undefined ? (viewer?.territoryIds[0] ?? null) : territoryId

/** What was newly named has to be there, and what others are to judge or to read has to be whole. */
function requireReady({ content, before, status, proposed }: Planned<NewPractice>, { missing }: KnownPractice): void {
  const isNew = (field: 'actors' | 'relations', id: string) => before?.[field].includes(id) !== true
  const unknown = [
    ...(content.inChargeId !== undefined && content.inChargeId !== before?.inChargeId ? [content.inChargeId] : [])
      .filter((id) => missing.includes(id))
      .map(() => ({ field: 'inChargeId', message: 'unknown' })),
    ...(['actors', 'relations'] as const)
      .filter((field) => content[field].some((id) => isNew(field, id) && missing.includes(id)))
      .map((field) => ({ field, message: 'unknown' })),
  ]
  const isShown = status === 'submitted' || status === 'published'
  const problems = [...unknown, ...(isShown ? unreadyParts(proposed ?? content) : [])]
  if (problems.length > 0) throw new AppError('invalid', 'invalid', {}, problems)
}

/** What reviewers said of a practice is answered before it comes before everybody's eyes. */
async function requireAnswers(tx: Transaction, plans: readonly Planned<NewPractice>[]): Promise<void> {
  const shown = plans.filter(({ from, status }) => status === 'published' && (from === 'draft' || from === 'submitted'))
  const unanswered = await countUnanswered(
    tx,
    shown.map(({ id }) => id),
  )
  const [count] = unanswered.values()
  if (count !== undefined) throw new AppError('conflict', 'remarksUnanswered', { count })
}

async function writePractices(
  tx: Transaction,
  planned: readonly PlannedPractice[],
  by: { userId: string; options: SaveOptions },
): Promise<void> {
  const room = {
    table: 'practice',
    columns: practiceColumns,
    rowOf: ({ plan, known }: PlannedPractice) => practiceRow(plan.content, known.point),
  }
  const { born, changed } = await writeCurated(tx, room, planned, by)
  const rewritten = { practiceId: { in: changed.map(({ plan }) => plan.id) } }
  if (changed.length > 0) {
    await tx.practiceActor.deleteMany({ where: rewritten })
    await tx.practiceRelation.deleteMany({ where: rewritten })
  }
  const written = [...born, ...changed].map(({ plan }) => plan)
  await insertRows(
    tx,
    'practice_actor',
    practiceActorColumns,
    written.flatMap(({ id, content }) => practiceActorRows(id, content)),
  )
  await insertRows(
    tx,
    'practice_relation',
    practiceRelationColumns,
    written.flatMap(({ id, content }) => practiceRelationRows(id, content)),
  )
}

export const {
  submit: submitPractice,
  publish: publishPractice,
  archive: archivePractice,
  sendBack: sendBackPractice,
  restore: restorePractice,
} = movesOfRoom<NewPractice>({
  getPresent: getPresentPractice,
  canSave: canSavePractice,
  save: (viewer, { content, ...at }, options) => savePractices(viewer, [{ ...at, practice: content }], options),
})

/**
 * Throws an own draft away that was never published. Throws `conflict` when somebody saved it since or a group was asked
 * to judge it, `invalid` when another record names it.
 */
export async function discardPractice(viewer: Viewer | null, at: { id: string; version: number }): Promise<void> {
  const present = await getPresentPractice(viewer, at.id)
  requireThat(viewer !== null && canDiscardPractice(viewer, present), viewer)
  if ((await db.roundPractice.count({ where: { practiceId: at.id } })) > 0)
    throw new AppError('conflict', 'practiceInRound')
  await discardDraft('practice', viewer.userId, { ...at, territoryId: present.territoryId })
}
