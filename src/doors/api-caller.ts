import type { Context } from 'hono'
import { AppError } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { admitApiKey } from '@/modules/accounts/api-key.commands'
import { viewerOfRequest } from '@/platform/session-request'

/**
 * Who asks the API: the bearer of a key, else the session of a page of ours, else a visitor. A key that opens nothing is
 * refused (`unauthenticated`), never taken for a visitor: its program would not notice. With a key cookies mean nothing.
 */
export async function callerOf(c: Context): Promise<Viewer | null> {
  const given = c.req.header('authorization')
  if (given === undefined) return viewerOfRequest(c.req.raw)
  const [, token] = /^Bearer +(\S{1,200})$/i.exec(given) ?? []
  const viewer = token === undefined ? null : await admitApiKey(token)
  if (viewer === null) throw new AppError('unauthenticated', 'badKey')
  return viewer
}
