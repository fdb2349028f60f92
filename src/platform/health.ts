import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { db } from './db'
import { log } from './log'

const expected = readdirSync(join(process.cwd(), 'prisma/migrations'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
  .at(-1)

type Readiness = 'ready' | 'database-unreachable' | 'schema-differs'

/** Can this instance answer requests now: does the database answer, in the schema this build was made for? */
export async function checkReadiness(): Promise<Readiness> {
  try {
    const rows = await db.$queryRaw<{ migration_name: string }[]>`
      SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name DESC LIMIT 1`
    return rows[0]?.migration_name === expected ? 'ready' : 'schema-differs'
  } catch (error) {
    log.warn({ err: error }, 'readiness check failed')
    return 'database-unreachable'
  }
}
