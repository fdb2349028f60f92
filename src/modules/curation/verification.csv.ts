import { csvRow, csvStart } from '@/core/csv'
import type { RoundRow } from '@/modules/curation/verification.schema'

const columns = ['record', 'kind', 'page', 'holder', 'asked', 'asked_on', 'reminded_on', 'state', 'answered_on', 'note']

/** The questions of a round for a spreadsheet; `page` is the address of the record. */
export const roundToCsv = (rows: readonly RoundRow[], pageOf: (path: string) => string): string =>
  csvStart +
  [
    csvRow(columns),
    ...rows.map((row) =>
      csvRow([
        row.name,
        row.kind,
        row.slug === '' ? '' : pageOf(`/${row.kind}s/${row.slug}`),
        row.holder,
        row.recipient,
        ...[row.askedAt, row.remindedAt].map((at) => at?.toISOString().slice(0, 10)),
        row.state,
        row.answeredAt?.toISOString().slice(0, 10),
        row.note,
      ]),
    ),
  ].join('')
