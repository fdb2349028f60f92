import { Hono } from 'hono'
import { checkReadiness } from '@/platform/health'
import { refuseOtherVerbs } from './answer'

/** For load balancers and monitors: is the process alive, can it serve? */
export const health = new Hono()

health.use(async (c, next) => {
  await next()
  c.header('cache-control', 'no-store')
})

health.get('/live', (c) => c.json({ status: 'live' }))

health.get('/ready', async (c) => {
  const status = await checkReadiness()
  return status === 'ready' ? c.json({ status }) : c.json({ status }, 503, { 'retry-after': '5' })
})

refuseOtherVerbs(health)
