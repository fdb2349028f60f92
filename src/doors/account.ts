import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import { AppError } from '@/core/app-error'
import { decided } from '@/core/decision'
import { locales } from '@/core/localized'
import { getOwnData } from '@/modules/accounts/own-data.queries'
import { endSession } from '@/modules/accounts/session.commands'
import { sessionCookie } from '@/platform/session-cookie'
import { keepSession, sessionOfRequest, sessionLeft } from '@/platform/session-request'
import { refusal, refuseOtherVerbs } from './answer'

/** One's own account, for our own pages: what is held about it, and how long its session still lasts. */
export const account = new Hono()

const own = { 'cache-control': 'private, no-store' }

account.get('/data', async (c) => {
  const session = await sessionOfRequest(c.req.raw)
  if (session === null) return refusal(new AppError('unauthenticated', 'signInFirst'))
  decided() // one's own, and nobody else's
  return c.body(JSON.stringify(await getOwnData(session.viewer), null, 2), 200, {
    ...own,
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="compete-in-atlas-my-data.json"',
  })
})

// Asking does not count as use: a page left open would keep its session for ever.
account.get('/session', async (c) => {
  const left = await sessionLeft(c.req.raw)
  decided()
  return left === null ? refusal(new AppError('unauthenticated', 'signInFirst')) : c.json(left, 200, own)
})

/** "Stay signed in." */
account.post('/session', async (c) => {
  try {
    const left = await keepSession(c.req.raw)
    decided()
    return left === null ? refusal(new AppError('unauthenticated', 'signInFirst')) : c.json(left, 200, own)
  } catch (error) {
    return refusal(error)
  }
})

/**
 * Ends this session and leads to the map. Not a server action: only a whole answer can tell the browser to throw away
 * what it keeps of our pages (Clear-Site-Data), and leaves none of them in the memory of the page.
 */
account.post('/sign-out', async (c) => {
  try {
    const session = await sessionOfRequest(c.req.raw)
    if (session !== null) await endSession(session.viewer, session.id)
    const locale = z.enum(locales).catch('en').parse(c.req.query('locale'))
    const { name, options } = sessionCookie(c.req.raw.headers)
    setCookie(c, name, '', { ...options, sameSite: 'Lax', maxAge: 0 })
    c.header('clear-site-data', '"cache", "storage"')
    c.header('cache-control', own['cache-control'])
    return c.redirect(`/${locale}/map`, 303)
  } catch (error) {
    return refusal(error)
  }
})

refuseOtherVerbs(account)
