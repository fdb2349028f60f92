/** What a reader or a save says of one row. `row` counts as a spreadsheet does: the header is row 1. */
export type ImportProblem = {
  row: number
  field: string
  /** `refused`: the row is not stored. `warning`: it is stored, with this to look at. */
  severity: 'refused' | 'warning'
  /** Key of the namespace `imports.problem`. */
  code: string
  values: Record<string, string | number>
}

type RecordCounts = { created: number; changed: number; unchanged: number; refused: number }
type ImportCounts = { actors: RecordCounts; relations: RecordCounts }

export const noRecords = (): RecordCounts => ({ created: 0, changed: 0, unchanged: 0, refused: 0 })

/**
 * What an import did, or would do. `stored` is false after a dry run, and when rows were refused and not asked to be
 * skipped. `summary` holds figures of the reader, such as pairs by label.
 */
export type ImportReport = {
  counts: ImportCounts
  problems: ImportProblem[]
  summary: Record<string, number>
  stored: boolean
}

/** A file that cannot be read at all: one message, key of `imports.problem`, nothing stored. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  constructor(
    readonly code: 'emptyFile' | 'wrongColumns' | 'notText' | 'noRows' | 'tooLarge',
    readonly values: Record<string, string | number> = {},
  ) {
    super(code)
  }
}

export const readers = ['wikidata-twins'] as const
export type Reader = (typeof readers)[number]
