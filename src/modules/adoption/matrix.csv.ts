import { csvRow, csvStart } from '@/core/csv'
import type { ShownTransfer } from '@/modules/adoption/transfer.schema'

/** One transfer a row; texts in the language asked for, else in their original, which stands beside them. */
export const transferColumns = [
  ...['practice', 'practice_id', 'home_territory', 'territory', 'state', 'since', 'reasons', 'reasons_language'],
  ...['became', 'became_language', 'interest', 'interest_language', 'workshop', 'workshop_from', 'workshop_until'],
  ...['workshop_place', 'evidence', 'relations', 'demonstration', 'changed'],
] as const

/** The cells of a row, in the order of `transferColumns`. `pageOf`: the address of a relation by its id. */
const cellsOf = (transfer: ShownTransfer, relationPage: (id: string) => string): string[] => {
  const { practice, territory, state, since, reasons, became, note, workshop, links, relations, demo, updatedAt } =
    transfer
  return [
    ...[practice.title.value, practice.id, practice.home?.slug ?? '', territory.slug, state, since ?? ''],
    ...[reasons?.value ?? '', reasons?.language ?? '', became?.value ?? '', became?.language ?? ''],
    ...[note?.value ?? '', note?.language ?? ''],
    ...[workshop?.title.value ?? '', workshop?.on ?? '', workshop?.until ?? '', workshop?.place ?? ''],
    ...[links.map(({ url }) => url).join(' '), relations.map(relationPage).join(' ')],
    ...[demo ? 'yes' : 'no', updatedAt.toISOString().slice(0, 10)],
  ]
}

/** Transfers as a CSV file, piece by piece. */
export async function* transfersToCsv(
  chunks: AsyncIterable<readonly ShownTransfer[]>,
  relationPage: (id: string) => string,
): AsyncGenerator<string> {
  yield csvStart + csvRow(transferColumns)
  for await (const transfers of chunks)
    yield transfers.map((transfer) => csvRow(cellsOf(transfer, relationPage))).join('')
}
