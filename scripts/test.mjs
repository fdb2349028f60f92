// `npm test`: everything, from a fresh clone. The last line is `N passed, N failed`.
import { ensureDependencies, handOver } from './dependencies.mjs'
import { main } from './steps.mjs'

await main(async () => {
  await ensureDependencies()
  await handOver('test-steps.mjs')
})
