// What counting one request costs, by the number of visitors of a minute: `npx tsx bench/read-limits.ts`.
import { readClassOf, ReadLimits } from '@/platform/read-limits'

const requests = 2_000_000

for (const visitors of [1, 1000, 50_000, 1_000_000]) {
  const limits = new ReadLimits({ pages: 600, api: 600, map: 3000, exports: 10 })
  const addresses = Array.from({ length: Math.min(visitors, requests) }, (_, index) =>
    [10, index >> 16, (index >> 8) & 255, index & 255].join('.'),
  )
  const since = performance.now()
  for (let index = 0; index < requests; index++) {
    const kind = readClassOf('/api/map/actors')
    if (kind !== null) limits.take(kind, addresses[index % addresses.length] ?? '')
  }
  const each = ((performance.now() - since) / requests) * 1000
  console.log(`${visitors} visitors: ${each.toFixed(2)} µs a request`)
}
console.log(`${Math.round(process.memoryUsage().heapUsed / 1e6)} MB heap`)
