// `DATABASE_URL=… AUTH_SECRET=… npx tsx bench/search.ts` (a secret of any 32 letters): a thousand names (QUESTIONS) with one typing error each against one database
// (6-quality). `npm run bench` does the same for each of its databases.
import { closeDatabase } from '@/platform/db'
import { patientPool } from './patient-pool'
import { measureSearching } from './searching'

const pool = patientPool()
const { misses, slowest, ...told } = await measureSearching(pool, Number(process.env.QUESTIONS ?? 1000))
console.log(misses.join('\n'))
console.log(told)
console.log(slowest.map(({ typed, ms }) => `${ms.toFixed(1)} ms  ${typed}`).join('\n'))
await closeDatabase()
await pool.end()
