import { AppError, requireThat } from '@/core/app-error'
import type { FormFields } from '@/core/form-fields'
import { isId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { actorFormValues } from '@/modules/actors/actor-form.queries'
import { findPresentActors } from '@/modules/actors/present-actor.queries'
import { findCuratedRecords } from '@/modules/curation/curated-record.queries'
import { findMeetingRelations, getPair } from '@/modules/curation/duplicate.queries'
import { type CuratedRecord, mergeableKind, type MergeableKind, type Pair } from '@/modules/curation/duplicate.schema'
import { canMerge } from '@/modules/curation/merge.policy'
import { movedSchema, proposed, type Side, type Touched } from '@/modules/curation/merge.schema'
import { findPresentRelations } from '@/modules/relations/present-relation.queries'
import { relationFormValues } from '@/modules/relations/relation-form.queries'
import { db } from '@/platform/db'

type SideOf = CuratedRecord & { values: FormFields }
export type Comparison = {
  kind: MergeableKind
  first: SideOf
  second: SideOf
  proposal: { keep: Side; choose: Record<string, Side> }
  /** Relations between the two alone: they will be archived. */
  between: CuratedRecord[]
  /** Relations that will say the same as another one. */
  meeting: { first: CuratedRecord; second: CuratedRecord }[]
}

/** Two records as the page of their merge compares them. Throws `not-found`, `forbidden`, `gone` (one is archived). */
export async function getComparison(viewer: Viewer | null, pair: Pair, locale: string): Promise<Comparison> {
  const { first, second, mayMerge } = await getPair(viewer, pair, locale)
  requireThat(mayMerge, viewer)
  if (first.status === 'archived' || second.status === 'archived') throw new AppError('gone', 'gone')
  const sides = { first, second }
  const ids = [first.id, second.id]
  if (pair.kind === 'relation') {
    const present = await findPresentRelations(db, ids)
    const [one, two] = [present.get(first.id)?.content, present.get(second.id)?.content]
    if (!one || !two) throw new AppError('not-found', 'notFound')
    return {
      kind: 'relation',
      first: { ...first, values: await relationFormValues(one, locale) },
      second: { ...second, values: await relationFormValues(two, locale) },
      proposal: proposed('relation', { ...first, content: one }, { ...second, content: two }),
      ...{ between: [], meeting: [] },
    }
  }
  const present = await findPresentActors(db, ids)
  const [one, two] = [present.get(first.id)?.content, present.get(second.id)?.content]
  if (!one || !two) throw new AppError('not-found', 'notFound')
  const proposal = proposed('actor', { ...first, content: one }, { ...second, content: two })
  const [kept, other] = proposal.keep === 'first' ? [sides.first, sides.second] : [sides.second, sides.first]
  const [meeting, between] = await Promise.all([
    findMeetingRelations({ from: other.id, to: kept.id }, locale),
    relationsBetween(ids, locale),
  ])
  return {
    ...{ kind: 'actor', proposal, between, meeting },
    first: { ...first, values: await actorFormValues(one, locale) },
    second: { ...second, values: await actorFormValues(two, locale) },
  }
}

/** Relations whose parties are these two and nobody else. */
async function relationsBetween(ids: readonly string[], locale: string): Promise<CuratedRecord[]> {
  const rows = await db.relation.findMany({
    where: {
      status: { not: 'archived' },
      AND: ids.map((id) => ({ parties: { some: { actorId: id } } })),
      parties: { every: { actorId: { in: [...ids] } } },
    },
    select: { id: true },
  })
  return [...(await findCuratedRecords('relation', rows.map(({ id }) => id), locale)).values()] // prettier-ignore
}

type MergeShown = {
  id: string
  kind: MergeableKind
  kept: CuratedRecord
  merged: CuratedRecord
  mergedAt: Date
  mergedBy: string | null
  undoneAt: Date | null
  relations: number
  archived: CuratedRecord[]
  /** Records that were changed since: while there are any, the merge cannot be taken back. */
  changed: CuratedRecord[]
  meeting: { first: CuratedRecord; second: CuratedRecord }[]
}

/** One merge, what it moved, and whether it can be taken back. Throws `not-found`, `forbidden`. */
export async function getMerge(viewer: Viewer | null, id: string, locale: string): Promise<MergeShown> {
  const row = isId(id) ? await db.merge.findUnique({ where: { id } }) : null
  if (row === null) throw new AppError('not-found', 'notFound')
  const kind = mergeableKind.parse(row.recordKind)
  const records = await findCuratedRecords(kind, [row.keptId, row.mergedId], locale)
  const [kept, merged] = [records.get(row.keptId), records.get(row.mergedId)]
  // Like a record of another territory that is not public: whoever does not work on either does not learn of it.
  if (!kept || !merged || !(viewer?.can('editor', kept.territoryId) || viewer?.can('editor', merged.territoryId)))
    throw new AppError('not-found', 'notFound')
  requireThat(canMerge(viewer, kept, merged), viewer)
  const { touched } = movedSchema.parse(row.moved)
  const ties = touched.filter(
    (record) => record.kind === 'relation' && record.id !== kept.id && record.id !== merged.id,
  )
  const [byId, changed, meeting, user] = await Promise.all([
    findCuratedRecords('relation', ties.map((record) => record.id), locale), // prettier-ignore
    row.undoneAt === null ? changedSince(touched, locale) : [],
    ties.length > 0 && row.undoneAt === null
      ? findMeetingRelations({ from: kept.id, to: kept.id, moved: ties.map((record) => record.id) }, locale)
      : [],
    row.mergedById === null ? null : db.user.findUnique({ where: { id: row.mergedById }, select: { name: true } }),
  ])
  const archived = ties.filter(({ id, status }) => status !== 'archived' && byId.get(id)?.status === 'archived')
  return {
    ...{ id, kind, kept, merged, changed, meeting, mergedAt: row.mergedAt, undoneAt: row.undoneAt },
    mergedBy: user?.name ?? null,
    relations: ties.length,
    archived: archived.flatMap((record) => byId.get(record.id) ?? []),
  }
}

async function changedSince(touched: readonly Touched[], locale: string): Promise<CuratedRecord[]> {
  const lists = await Promise.all(
    (['actor', 'relation'] as const).map(async (kind) => {
      const own = touched.filter((record) => record.kind === kind)
      const present = await findCuratedRecords(kind, own.map(({ id }) => id), locale) // prettier-ignore
      return own.flatMap(({ id, version }) => {
        const now = present.get(id)
        return now !== undefined && now.version !== version ? [now] : []
      })
    }),
  )
  return lists.flat()
}

type MergeRow = Pick<MergeShown, 'id' | 'kind' | 'kept' | 'merged' | 'mergedAt' | 'undoneAt'>

/** The last merges in which a record of this territory took part, last first. */
export async function findMerges(viewer: Viewer, territoryId: string | null, locale: string): Promise<MergeRow[]> {
  requireThat(viewer.can('coordinator', territoryId), viewer)
  const rows = await db.merge.findMany({ orderBy: { mergedAt: 'desc' }, take: 200 })
  const [actors, relations] = await Promise.all(
    (['actor', 'relation'] as const).map((kind) =>
      findCuratedRecords(
        kind,
        rows.filter((row) => row.recordKind === kind).flatMap(({ keptId, mergedId }) => [keptId, mergedId]),
        locale,
      ),
    ),
  )
  return rows
    .flatMap(({ id, recordKind, keptId, mergedId, mergedAt, undoneAt }) => {
      const kind = mergeableKind.parse(recordKind)
      const found = kind === 'actor' ? actors : relations
      const [kept, merged] = [found?.get(keptId), found?.get(mergedId)]
      return kept && merged ? [{ id, kind, kept, merged, mergedAt, undoneAt }] : []
    })
    .filter(({ kept, merged }) => [kept.territoryId, merged.territoryId].includes(territoryId))
    .filter(({ kept, merged }) => canMerge(viewer, kept, merged))
    .slice(0, 20)
}
