import pg from 'pg'
import { PrismaClient } from '@/generated/prisma/client'
import { environment } from './env'
import { log } from './log'
import { OrderlyPg } from './orderly-transaction'
import { preparedName } from './prepared'

declare global {
  // Next's bundle and the server's bundle each hold a copy of this module; the pool must be one.
  var atlasPool: pg.Pool | undefined
  var atlasWatchPool: pg.Pool | undefined
  var atlasDb: PrismaClient | undefined
}

function openPool(limits: { max: number; connectionTimeoutMillis: number }): pg.Pool {
  const opened = new pg.Pool({
    ...limits,
    connectionString: environment().DATABASE_URL,
    // Limits of the app alone: an import raises its own with SET LOCAL, migrations have none.
    statement_timeout: 5000,
    lock_timeout: 2000,
    idle_in_transaction_session_timeout: 10_000,
    // Clusters and counts are grouped in memory: with the server's usual 4 MB they went through files.
    options: '-c work_mem=16MB',
  })
  // An idle connection that the server closes must not end the process.
  opened.on('error', (error) =>
    log.warn({ code: 'code' in error ? error.code : undefined }, 'database connection lost'),
  )
  return opened
}

/** The connection pool of this process; COPY needs it bare. Everything else goes through `db`. */
export const pool = (globalThis.atlasPool ??= openPool({ max: 10, connectionTimeoutMillis: 8000 }))

/**
 * A few connections for what every request needs first, the data version and what memory missed: behind the questions of
 * pages it would come too late, and each page would ask more of the database instead (decision 048).
 */
export const watchPool = (globalThis.atlasWatchPool ??= openPool({ max: 3, connectionTimeoutMillis: 10_000 }))

/** The one Prisma client of this process. */
export const db = (globalThis.atlasDb ??= new PrismaClient({
  adapter: new OrderlyPg(pool, { statementNameGenerator: preparedName }),
}))

/** Closes all connections; the process is about to end. */
export async function closeDatabase(): Promise<void> {
  await db.$disconnect()
  await Promise.all([pool.end(), watchPool.end()])
}
