import { createHash } from 'node:crypto'
import { requireThat } from '@/core/app-error'
import { newId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { canImport } from '@/modules/imports/import.policy'
import { type ImportReport, noRecords, type Reader, UnreadableFile } from '@/modules/imports/import.schema'
import { findKnownTies, knowEnds } from '@/modules/imports/import.queries'
import { type PairEnd, pairsByLabel, pairsOf, type TwinPair } from '@/modules/imports/twin-pair.reader'
import { readTwins } from '@/modules/imports/wikidata-twins.reader'
import { type NewParty, type NewRelation, newRelationSchema } from '@/modules/relations/relation.schema'
import { saveRelations } from '@/modules/relations/relation.commands'
import { getTerritory, homesOf } from '@/modules/territories/territory.queries'
import { insertRows, type Transaction } from '@/platform/bulk'
import type { Saved } from '@/platform/curated'

type ImportRequest = {
  fileName: string
  text: string
  as: Reader
  /** A territory's slug, or `auto`: the innermost whose boundary holds the first party's point, else the commons. */
  territory: string
  commit: boolean
  skipRefused: boolean
  draft: boolean
}

const source = {
  name: 'Wikidata twin towns',
  url: 'https://www.wikidata.org/wiki/Property:P190',
  licence: 'CC0-1.0',
} as const

const partyOf = ({ placeId, country, label, longitude, latitude }: PairEnd): NewParty =>
  placeId === null
    ? {
        country,
        placeName: label,
        role: 'partner',
        ...(longitude !== null && latitude !== null && { longitude, latitude }),
      }
    : { placeId, role: 'partner' }

const relationOf = (pair: TwinPair): NewRelation =>
  newRelationSchema.parse({
    type: 'twinning',
    originalLanguage: 'en',
    parties: pair.ends.map(partyOf),
    source: { ...source, recordId: pair.key },
  })

/**
 * Imports a published file of twin towns (9-decisions, Import rules). A dry run unless `commit`; nothing is stored when
 * rows were refused and `skipRefused` was not asked for. Ties that are here already, from an earlier run, another
 * country's file or by hand, are left as they are. Everything is stored in one transaction, or nothing.
 */
export async function importFile(viewer: Viewer | null, request: ImportRequest): Promise<ImportReport> {
  const curator = request.territory === 'auto' ? null : (await getTerritory(request.territory, 'en')).id
  requireThat(canImport(viewer, curator, request.draft), viewer)
  const { rows, problems } = readTwins(request.text)
  const known = await knowEnds(rows.flatMap(({ origin, partner }) => [origin, partner]))
  const { pairs, problems: found } = pairsOf(rows, known)
  const allProblems = [...problems, ...found].sort((a, b) => a.row - b.row)
  const refused = new Set(allProblems.filter(({ severity }) => severity === 'refused').map(({ row }) => row)).size
  const ties = await findKnownTies(source.name, pairs)
  const fresh = pairs.filter((pair) => !ties.has(pair.key))
  const byLabel = pairsByLabel(rows)
  const report: ImportReport = {
    counts: {
      actors: noRecords(),
      relations: { created: fresh.length, changed: 0, unchanged: pairs.length - fresh.length, refused },
    },
    problems: allProblems,
    summary: {
      rows: rows.length + problems.length,
      pairs: pairs.length,
      international: pairs.filter(({ ends: [a, b] }) => a.country !== b.country).length,
      pairsByLabel: byLabel.total,
      domesticByLabel: byLabel.domestic,
    },
    stored: false,
  }
  if (!request.commit || (refused > 0 && !request.skipRefused)) return report
  await store(viewer, request, fresh, curator, report)
  return { ...report, stored: true }
}

async function store(
  viewer: Viewer | null,
  request: ImportRequest,
  pairs: readonly TwinPair[],
  curator: string | null,
  report: ImportReport,
): Promise<void> {
  const batchId = newId()
  const homes = request.territory === 'auto' ? await homesOf(pairs.map(({ ends: [first] }) => pointOf(first))) : []
  const saves = pairs.map((pair, index) => ({
    territoryId: curator ?? homes[index] ?? null,
    status: request.draft ? ('draft' as const) : ('published' as const),
    relation: relationOf(pair),
  }))
  await saveRelations(viewer, saves, {
    writer: `source:${source.name}`,
    batchId,
    action: 'import',
    within: (tx, saved) => writeBatch(tx, { batchId, request, viewer, curator, pairs, saved, report }),
  })
}

const pointOf = ({ longitude, latitude }: PairEnd) =>
  longitude === null || latitude === null ? null : { longitude, latitude }

const batchColumns = {
  id: 'uuid',
  reader: 'text',
  file_name: 'text',
  file_hash: 'text',
  state: 'batch_state',
  counts: 'jsonb',
  territory_id: 'uuid',
  created_by_id: 'uuid',
  created_at: 'timestamptz',
  finished_at: 'timestamptz',
}
const rowColumns = {
  batch_id: 'uuid',
  row: 'integer',
  problems: 'jsonb',
  record_kind: 'record_kind',
  record_id: 'uuid',
  outcome: 'text',
}

/** The batch and what became of each row, in the transaction of the records. */
async function writeBatch(
  tx: Transaction,
  batch: {
    batchId: string
    request: ImportRequest
    viewer: Viewer | null
    curator: string | null
    pairs: readonly TwinPair[]
    saved: readonly Saved[]
    report: ImportReport
  },
): Promise<void> {
  const now = new Date()
  await insertRows(tx, 'import_batch', batchColumns, [
    {
      id: batch.batchId,
      reader: batch.request.as,
      file_name: batch.request.fileName,
      file_hash: createHash('sha256').update(batch.request.text).digest('hex'),
      state: 'committed',
      counts: batch.report.counts,
      territory_id: batch.curator,
      created_by_id: batch.viewer?.userId ?? null,
      created_at: now,
      finished_at: now,
    },
  ])
  const problemsOf = Map.groupBy(batch.report.problems, ({ row }) => row)
  const stored = batch.pairs.flatMap(({ rows }, index) =>
    rows.map((row) => ({
      row,
      record_kind: 'relation',
      record_id: batch.saved[index]?.id ?? null,
      outcome: 'created',
    })),
  )
  const storedRows = new Set(stored.map(({ row }) => row))
  const others = [...problemsOf.keys()]
    .filter((row) => !storedRows.has(row))
    .map((row) => ({ row, record_kind: null, record_id: null, outcome: 'refused' }))
  await insertRows(
    tx,
    'import_row',
    rowColumns,
    [...stored, ...others].map((row) => ({ ...row, batch_id: batch.batchId, problems: problemsOf.get(row.row) ?? [] })),
  )
}

export { UnreadableFile }
