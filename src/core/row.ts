/** Column name → PostgreSQL type. Both are constants of our code, never input. */
export type Columns = Readonly<Record<string, string>>
/** A row keyed by column name, values as JSON. */
export type Row = Readonly<Record<string, unknown>>
