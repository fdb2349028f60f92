// The demonstration partnership of prisma/demo: records everywhere DEMO=1, accounts on the embedded database only.
// `--remove` takes away what only the demonstration touched. Prints one line when it changed something.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeDatabase, db, pool } from '@/platform/db'
import { environment } from '@/platform/env'
import { readPartnership } from '../prisma/demo/partnership'
import { type DemoAccount, loadAccounts, loadMembers, loadRecords } from './demo/load'
import { loadRounds } from './demo/rounds'
import { removeDemo } from './demo/remove'

type State = 'loading' | 'loaded' | 'removed'

// Several saves make the demonstration. The state tells a start that was cut short (begin again) from one that ended,
// and an installation whose operator removed it from one that never had it.
const remember = (value: State) =>
  db.setting.upsert({ where: { key: 'demo' }, create: { key: 'demo', value }, update: { value } })

async function load(): Promise<string | null> {
  const state = (await db.setting.findUnique({ where: { key: 'demo' } }))?.value
  if (state === 'loading') await removeDemo()
  else if (state !== undefined || (await db.territory.count()) + (await db.actor.count()) > 0) return null
  await remember('loading')
  const partnership = readPartnership()
  const ids = await loadRecords(partnership)
  if (environment().EMBEDDED_DATABASE) {
    tell(await loadAccounts(partnership.accounts, ids))
    await loadMembers(partnership.groups, ids)
    await loadRounds(partnership.groups, ids)
  }
  await remember('loaded')
  const { territories, actors, relations, practices } = partnership
  return `${territories.length} territories, ${actors.length} actors, ${relations.length} relations, ${practices.length} practices`
}

const accountsFile = () => join(environment().DATA_DIR, 'demo-accounts.json')

function tell(accounts: readonly DemoAccount[]): void {
  mkdirSync(environment().DATA_DIR, { recursive: true })
  writeFileSync(accountsFile(), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 })
  chmodSync(accountsFile(), 0o600) // a file that was there keeps its mode otherwise
}

async function remove(): Promise<string> {
  const { practices, relations, actors, territories, accounts } = await removeDemo()
  await remember('removed')
  if (environment().EMBEDDED_DATABASE) rmSync(accountsFile(), { force: true })
  return `removed ${territories} territories, ${actors} actors, ${relations} relations, ${practices} practices, ${accounts} accounts`
}

/** One at a time: a second start must not take the first one's half for a start that was cut short. */
async function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  const keeper = await pool.connect()
  try {
    await keeper.query('SET statement_timeout = 0; SET lock_timeout = 0')
    await keeper.query(`SELECT pg_advisory_lock(hashtext('atlas demonstration'))`)
    return await work()
  } finally {
    keeper.release(true) // closing the connection gives the lock back
  }
}

try {
  const said = await alone(process.argv.includes('--remove') ? remove : load)
  const isByHand = process.env.CALLED_FROM !== undefined
  if (said !== null) console.log(said)
  else if (isByHand) console.log('nothing to do: this installation has records of its own, or had the demonstration')
} finally {
  await closeDatabase()
}
