import { AppError, requireThat } from '@/core/app-error'
import { inLanguage } from '@/core/localized'
import type { Page, PageKey } from '@/core/page'
import type { Viewer } from '@/core/viewer'
import { getActor } from '@/modules/actors/actor-detail.queries'
import { type NewActor, shownNameOf } from '@/modules/actors/actor.schema'
import { findPresentActors } from '@/modules/actors/present-actor.queries'
import { isFielded } from '@/modules/curation/suggested-look.schema'
import { canDecideSuggestion } from '@/modules/curation/suggestion.policy'
import {
  storedChanges,
  suggestibleKind,
  type SuggestibleKind,
  type SuggestionRow,
  suggestionRowSchema,
  suggestionSubject,
} from '@/modules/curation/suggestion.schema'
import * as sql from '@/modules/curation/suggestion.sql'
import { type SuggestedChanges, suggestedValues } from '@/modules/curation/suggested-field.schema'
import { getPractice } from '@/modules/practices/practice-detail.queries'
import { findPresentRelations } from '@/modules/relations/present-relation.queries'
import { getRelation } from '@/modules/relations/relation-detail.queries'
import type { NewRelation, RelationDetail } from '@/modules/relations/relation.schema'
import { getTerritory } from '@/modules/territories/territory.queries'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { pageOf } from '@/platform/list'
import { findToken } from '@/platform/mailed-token'

/** A record somebody may suggest a correction to, as this viewer sees it. */
export type Suggestible = {
  kind: SuggestibleKind
  id: string
  slug: string
  name: string
  version: number
  status: string
  territoryId: string | null
  /** What the light form says of it; empty for a territory or a practice, which are spoken of in words. */
  values: Record<string, string>
}

/** A relation in one line: its title, else its first three ends. */
const nameOfRelation = ({ title, parties }: RelationDetail, locale: string): string =>
  title === null
    ? parties
        .slice(0, 3)
        .map((party) => party.name.value)
        .join(' – ')
    : inLanguage(title, locale).value

/** One record by id or slug. Throws `not-found` and `gone` as its own page. */
export async function getSuggestible(
  viewer: Viewer | null,
  asked: { kind: SuggestibleKind; idOrSlug: string },
  locale: string,
): Promise<Suggestible> {
  const { kind, idOrSlug } = asked
  if (kind === 'territory') {
    const { id, slug, name } = await getTerritory(idOrSlug, locale)
    return { kind, id, slug, name, version: 0, status: 'published', territoryId: id, values: {} }
  }
  if (kind === 'practice') {
    const { id, slug, title, version, status, territory } = await getPractice(viewer, idOrSlug, locale)
    const name = inLanguage(title, locale).value
    return { kind, id, slug, name, version, status, territoryId: territory?.id ?? null, values: {} }
  }
  const record = await (kind === 'actor' ? getActor : getRelation)(viewer, idOrSlug, locale)
  const name = 'names' in record ? shownNameOf(record, locale).value : nameOfRelation(record, locale)
  const { id, slug, version, status, territory } = record
  const content = await presentContent(kind, id)
  return {
    ...{ kind, id, slug, name, version, status, territoryId: territory?.id ?? null },
    values: suggestedValues(kind, content, locale),
  }
}

/** The content of a record as it stands; the caller knows that it may be seen. Throws `not-found`. */
export async function presentContent(
  kind: 'actor' | 'relation',
  id: string,
): Promise<Readonly<Record<string, unknown>>> {
  const present = kind === 'actor' ? await findPresentActors(db, [id]) : await findPresentRelations(db, [id])
  const content = present.get(id)?.content
  if (content === undefined) throw new AppError('not-found', 'notFound')
  return content
}

/** Territories whose suggestions this viewer decides; null = all. Throws `forbidden` for who decides none. */
function decidedTerritories(viewer: Viewer | null): readonly string[] | null {
  const own =
    viewer === null ? [] : viewer.territoryIds.filter((id) => canDecideSuggestion(viewer, { territoryId: id }))
  requireThat(viewer !== null && (viewer.isAdmin || own.length > 0), viewer)
  return viewer.isAdmin ? null : own
}

/** Suggestions that wait for this viewer, or those that were decided. Throws `forbidden`. */
export async function findSuggestions(
  viewer: Viewer | null,
  asked: { isDecided: boolean; after: PageKey | null; limit: number },
): Promise<Page<SuggestionRow>> {
  const territoryIds = decidedTerritories(viewer)
  const [rows, [waiting]] = await Promise.all([
    db.$queryRaw<{ key: unknown }[]>(sql.listSuggestions({ ...asked, territoryIds, id: null, limit: asked.limit + 1 })),
    db.$queryRaw<{ count: number }[]>(sql.countWaiting(territoryIds)),
  ])
  return pageOf(rows, asked.limit, (row) => suggestionRowSchema.parse(row), waiting?.count ?? 0)
}

/** One change beside the record as it is now; `isMoved` when somebody changed that field meanwhile. */
type SuggestedLine = { field: string; before: string; present: string; after: string; isMoved: boolean }

export type SuggestionDetail = SuggestionRow & {
  email: string | null
  answer: string | null
  /** null: it is not published any more, so nothing can be taken up. */
  record: { slug: string; version: number } | null
  lines: SuggestedLine[]
}

/** One suggestion with the sender's address and what it would change now. Throws `not-found` unless the viewer decides. */
export async function getSuggestion(viewer: Viewer | null, id: string): Promise<SuggestionDetail> {
  const territoryIds = decidedTerritories(viewer)
  const asked = { territoryIds, id, isDecided: false, after: null, limit: 1 }
  const [raw] = await db.$queryRaw<unknown[]>(sql.listSuggestions(asked))
  if (raw === undefined) throw new AppError('not-found', 'notFound')
  const row = suggestionRowSchema.parse(raw)
  const stored = await db.suggestion.findUniqueOrThrow({ where: { id } })
  const present = await presentRecord(db, row.kind, row.recordId)
  const { locale, fields } = storedChanges.parse(stored.changes)
  const now = isFielded(row.kind) ? suggestedValues(row.kind, present?.content ?? {}, locale) : {}
  return {
    ...row,
    email: stored.email,
    answer: stored.answer,
    record: present?.status === 'published' ? { slug: present.slug, version: present.version } : null,
    lines: inOrder(stored.changed, fields).map(({ field, before, after }) => ({
      field,
      before,
      present: now[field] ?? before,
      after,
      isMoved: now[field] !== undefined && now[field] !== before,
    })),
  }
}

/** The changes in the order of the form, which the database does not keep. */
const inOrder = (order: readonly string[], fields: SuggestedChanges['fields']) =>
  order.flatMap((field) => (fields[field] === undefined ? [] : [{ field, ...fields[field] }]))

type PresentRecord = {
  slug: string
  version: number
  status: string
  territoryId: string | null
  content: NewActor | NewRelation | null
}

/** A record as it stands, for whoever may decide about it; the caller asks whether he may. */
export async function presentRecord(tx: Transaction, kind: SuggestibleKind, id: string): Promise<PresentRecord | null> {
  if (kind === 'territory') {
    const territory = await tx.territory.findUnique({ where: { id }, select: { slug: true } })
    return territory && { slug: territory.slug, version: 0, status: 'published', territoryId: id, content: null }
  }
  if (kind === 'practice') {
    const select = { slug: true, version: true, status: true, territoryId: true } as const
    const practice = await tx.practice.findUnique({ where: { id }, select })
    return practice && { ...practice, content: null }
  }
  const found = kind === 'actor' ? await findPresentActors(tx, [id]) : await findPresentRelations(tx, [id])
  return found.get(id) ?? null
}

/** What a mailed link to confirm a suggestion is for; `state` as of the suggestion, null when it was deleted. */
export async function findMailedSuggestion(token: string) {
  const found = await findToken(token, 'suggestion')
  if (found === null) return null
  const { data: subject } = suggestionSubject.safeParse(found.subject)
  const suggestion = subject && (await db.suggestion.findUnique({ where: { id: subject.suggestion } }))
  if (!suggestion) return { link: found.state, suggestion: null }
  const [raw] = await db.$queryRaw<{ name: string }[]>(sql.nameOfSuggestion(suggestion.id))
  const { id, state, message } = suggestion
  return {
    link: found.state,
    suggestion: {
      ...{ id, state, message, name: raw?.name ?? '' },
      lines: inOrder(suggestion.changed, storedChanges.parse(suggestion.changes).fields),
      kind: suggestibleKind.parse(suggestion.recordKind),
    },
  }
}
