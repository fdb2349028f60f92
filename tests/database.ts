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

/**
 * Empties every table but the record of migrations, and lays again what the first migration lays: the system user and
 * the data version, a new one so that nothing is remembered. For a `beforeEach` that needs nothing from the test before.
 */
export async function emptyDatabase(): Promise<void> {
  await asOwner(`
    DO $$ BEGIN
      SET LOCAL session_replication_role = replica; -- the audit log refuses TRUNCATE otherwise
      EXECUTE (SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') FROM pg_tables
        WHERE schemaname = 'public' AND tablename <> '_prisma_migrations');
      INSERT INTO data_version (id, version) VALUES (1, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint);
      INSERT INTO "user" (id, email, name, system) VALUES ('00000000-0000-7000-8000-000000000001', 'system@localhost', 'System', true);
    END $$`)
}
