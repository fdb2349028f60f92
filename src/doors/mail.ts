import { Hono } from 'hono'
import { isAppError } from '@/core/app-error'
import { decided } from '@/core/decision'
import { stopDigest } from '@/modules/desk/notice.commands'
import { findDigestStop } from '@/modules/desk/notice.queries'
import { refusal, refuseOtherVerbs } from './answer'

/** What mail programs call by themselves. */
export const mail = new Hono()

// RFC 8058 §3.1: the program posts without a session, once the reader asked it to. Asked twice, it has stopped already.
mail.post('/stop/:token', async (c) => {
  decided() // whoever holds the link has its right, and nobody is told anything
  try {
    await stopDigest(c.req.param('token'))
  } catch (error) {
    if (!isAppError(error) || error.code !== 'gone') return refusal(error)
  }
  return c.body(null, 204, { 'cache-control': 'no-store' })
})

// A program that does not know RFC 8058 opens the address in a browser: there a person presses the button.
mail.get('/stop/:token', async (c) => {
  const token = c.req.param('token')
  const link = await findDigestStop(token)
  return c.redirect(`/${link?.locale ?? 'en'}/digest/${encodeURIComponent(token)}`, 303)
})

refuseOtherVerbs(mail)
