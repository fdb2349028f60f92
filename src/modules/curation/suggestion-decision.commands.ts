import { AppError, requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { saveActors } from '@/modules/actors/actor.commands'
import { actorWith, relationWith, type SuggestedChanges } from '@/modules/curation/suggested-field.schema'
import { decidedMail } from '@/modules/curation/suggestion.mail'
import { canDecideSuggestion } from '@/modules/curation/suggestion.policy'
import { getSuggestion, presentRecord, type SuggestionDetail } from '@/modules/curation/suggestion.queries'
import { type acceptMove, type declineMove, storedChanges } from '@/modules/curation/suggestion.schema'
import { saveRelations } from '@/modules/relations/relation.commands'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { writeAudit } from '@/platform/history'
import { queueMails } from '@/platform/mail'
import type { z } from 'zod'

/**
 * Takes up a suggestion, whole or some of its fields: an ordinary save of the record as it stands now. Throws
 * `not-found`, `conflict` (the record or the suggestion moved on), `invalid` (the record cannot say so any more).
 */
export async function acceptSuggestion(viewer: Viewer | null, move: z.output<typeof acceptMove>): Promise<void> {
  const { suggestion, territoryId } = await openedFor(viewer, move.id)
  const stored = await db.suggestion.findUniqueOrThrow({ where: { id: move.id }, select: { changes: true } })
  const changes = chosen(storedChanges.parse(stored.changes), move.fields)
  const decided = (tx: Transaction) => close(tx, viewer, suggestion, { state: 'accepted', answer: move.answer })
  if (Object.keys(changes.fields).length === 0) {
    await db.$transaction(async (tx) => {
      await decided(tx)
      await note(tx, viewer, suggestion, territoryId, 'accept_suggestion')
    })
    return
  }
  const { id, content } = await publishedContent(suggestion)
  const at = { id, version: move.version }
  const options = { action: 'accept_suggestion', within: decided }
  if (suggestion.kind === 'actor') {
    const applied = actorWith(content, changes)
    if (applied.problems !== undefined) throw new AppError('invalid', 'invalid', {}, applied.problems)
    await saveActors(viewer, [{ ...at, actor: applied.content }], options)
  } else if (suggestion.kind === 'relation') {
    const applied = relationWith(content, changes)
    if (applied.problems !== undefined) throw new AppError('invalid', 'invalid', {}, applied.problems)
    await saveRelations(viewer, [{ ...at, relation: applied.content }], options)
  }
}

/** Leaves the record as it is and says why to the sender. Throws `not-found`, `conflict`. */
export async function declineSuggestion(viewer: Viewer | null, move: z.output<typeof declineMove>): Promise<void> {
  const { suggestion, territoryId } = await openedFor(viewer, move.id)
  await db.$transaction(async (tx) => {
    await close(tx, viewer, suggestion, { state: 'declined', answer: move.answer })
    await note(tx, viewer, suggestion, territoryId, 'decline_suggestion')
  })
}

async function openedFor(viewer: Viewer | null, id: string) {
  const suggestion = await getSuggestion(viewer, id)
  const present = await presentRecord(db, suggestion.kind, suggestion.recordId)
  const territoryId = present?.territoryId ?? null
  requireThat(canDecideSuggestion(viewer, { territoryId }), viewer)
  return { suggestion, territoryId }
}

const chosen = ({ locale, fields }: SuggestedChanges, names: readonly string[]): SuggestedChanges => ({
  locale,
  fields: Object.fromEntries(Object.entries(fields).filter(([field]) => names.includes(field))),
})

async function publishedContent({ kind, recordId }: SuggestionDetail) {
  const present = await presentRecord(db, kind, recordId)
  if (present === null || present.content === null || present.status !== 'published') throw new AppError('gone', 'gone')
  return { id: recordId, content: present.content }
}

/** Of two coordinators who decide at once, one is told that it was decided. */
async function close(
  tx: Transaction,
  viewer: Viewer | null,
  suggestion: SuggestionDetail,
  { state, answer }: { state: 'accepted' | 'declined'; answer: string | undefined },
): Promise<void> {
  const { count } = await tx.suggestion.updateMany({
    where: { id: suggestion.id, state: 'waiting' },
    data: { state, answer: answer ?? null, decidedById: viewer?.userId ?? null, decidedAt: new Date() },
  })
  if (count === 0) throw new AppError('conflict', 'decidedAlready')
  const { email, locale } = await tx.suggestion.findUniqueOrThrow({ where: { id: suggestion.id } })
  if (email === null) return
  await queueMails(tx, [decidedMail(state, { ...suggestion, to: email, locale, answer })])
}

const note = (
  tx: Transaction,
  viewer: Viewer | null,
  { kind, recordId }: SuggestionDetail,
  territoryId: string | null,
  action: string,
) => writeAudit(tx, kind, viewer?.userId ?? null, [{ recordId, territoryId, action, changed: [] }])
