import pg from 'pg'

/**
 * Asks the database of this test file as its owner, for what the app's role may not do. Everything else goes through
 * `db` and `pool` of `@/platform/db`, which point to the same database.
 */
export async function asOwner<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** Empties every table but the record of migrations; for a `beforeEach` that needs nothing left from the test before. */
export async function emptyDatabase(): Promise<void> {
  await asOwner(`
    DO $$ BEGIN
      SET LOCAL session_replication_role = replica; -- the audit log refuses TRUNCATE otherwise
      EXECUTE (SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') FROM pg_tables
        WHERE schemaname = 'public' AND tablename <> '_prisma_migrations');
    END $$`)
}
