import { AppError } from '@/core/app-error'
import type { Columns, Row } from '@/core/row'
import { newSlug } from '@/core/slug'
import { insertRows, slugsIn, type Transaction, updateRows } from '@/platform/bulk'
import type { CuratedContent, Planned, SaveOptions } from '@/platform/curated'

/** Columns of the base, as every curated table has them. */
const curatedColumns: Columns = {
  id: 'uuid',
  slug: 'text',
  territory_id: 'uuid',
  status: 'record_status',
  visibility: 'visibility',
  version: 'integer',
  original_language: 'text',
  source_name: 'text',
  source_record_id: 'text',
  source_url: 'text',
  source_licence: 'text',
  source_retrieved_on: 'date',
  field_writers: 'jsonb',
  fictitious: 'boolean',
  published_at: 'timestamptz',
  sent_back_reason: 'text',
  updated_by_id: 'uuid',
  updated_at: 'timestamptz',
}
/** Columns written once, when the record is made. */
const birthColumns: Columns = { created_by_id: 'uuid', demo: 'boolean' }

/** Values of the base for one planned save. */
const curatedRow = (plan: Planned<CuratedContent>, userId: string, options: SaveOptions): Row => ({
  id: plan.id,
  slug: plan.slug,
  territory_id: plan.territoryId,
  status: plan.status,
  visibility: plan.content.visibility,
  version: plan.version,
  base_version: plan.baseVersion,
  original_language: plan.content.originalLanguage,
  source_name: plan.content.source?.name ?? null,
  source_record_id: plan.content.source?.recordId ?? null,
  source_url: plan.content.source?.url ?? null,
  source_licence: plan.content.source?.licence ?? null,
  source_retrieved_on: plan.content.source?.retrievedOn ?? null,
  field_writers: plan.fieldWriters,
  fictitious: plan.content.fictitious,
  published_at: plan.publishedAt,
  sent_back_reason: plan.sentBackReason,
  updated_by_id: userId,
  updated_at: new Date(),
  created_by_id: userId,
  demo: options.demo ?? false,
})

/**
 * Another slug for every new record whose own is that of another one already: among some thousands with the same words
 * the five drawn letters of two may be the same.
 */
async function drawFreshSlugs(tx: Transaction, table: string, born: readonly Planned<CuratedContent>[]): Promise<void> {
  const mine = new Set<string>()
  let unsure = born
  while (unsure.length > 0) {
    const others = await slugsIn(tx, table, unsure.map(({ slug }) => slug)) // prettier-ignore
    const again = []
    for (const plan of unsure) {
      const isTaken = others.has(plan.slug) || mine.has(plan.slug)
      mine.add(plan.slug)
      if (!isTaken) continue
      plan.slug = newSlug(plan.label)
      again.push(plan)
    }
    unsure = again
  }
}

/** A planned save with what its room knows beside it. */
type Planning<C> = { plan: Planned<C> }

/**
 * Writes the records of a save: those that are made and those that change, which are returned. `columns` and `rowOf` are
 * the room's own. Throws `invalid` when one of a source is there already, `conflict` when somebody saved one since.
 */
export async function writeCurated<C extends CuratedContent, One extends Planning<C>>(
  tx: Transaction,
  { table, columns, rowOf }: { table: string; columns: Columns; rowOf: (one: One) => Row },
  planned: readonly One[],
  by: { userId: string; options: SaveOptions },
): Promise<{ born: One[]; changed: One[] }> {
  const row = (one: One) => ({ ...curatedRow(one.plan, by.userId, by.options), ...rowOf(one) })
  const born = planned.filter(({ plan }) => plan.outcome === 'created')
  const changed = planned.filter(({ plan }) => plan.outcome === 'changed')
  await drawFreshSlugs(
    tx,
    table,
    born.map(({ plan }) => plan),
  )
  const made = { ...curatedColumns, ...birthColumns, ...columns }
  if ((await insertRows(tx, table, made, born.map(row))) < born.length) throw new AppError('invalid', 'alreadyImported')
  const updated = await updateRows(
    tx,
    table,
    { base_version: 'integer', ...curatedColumns, ...columns },
    changed.map(row),
  )
  const late = changed.find(({ plan }) => !updated.has(plan.id))
  if (late !== undefined) throw new AppError('conflict', 'conflict', { id: late.plan.id })
  return { born, changed }
}
