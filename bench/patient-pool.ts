import { Pool } from 'pg'

/** Connections for what the benchmark asks itself: a plan that takes long is still to be seen. */
export const patientPool = (): Pool =>
  new Pool({
    connectionString: process.env.DATABASE_URL,
    max: 10,
    options: '-c work_mem=16MB -c statement_timeout=300s',
  })
