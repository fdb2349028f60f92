// `npm start`: from a fresh clone to a running atlas. `npm run dev` is the same with --dev (hot reload, no build).
import { ensureDependencies, handOver } from './dependencies.mjs'
import { main } from './steps.mjs'

await main(async () => {
  await ensureDependencies()
  await handOver('launch.mjs')
})
