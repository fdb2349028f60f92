import type { Opening, Visit } from '@/core/opening'
import { signIn } from '@/modules/accounts/account.commands'

/** Somebody at a browser that no account knows. */
export const visitFrom = (address: string, device: string | null = null): Visit => ({ address, device, agent: null })

/** The session in what was opened. */
export function sessionIn(opening: Opening): string {
  if ('secondStep' in opening) throw new Error('a second proof is asked for')
  return opening.sessionId
}

/** Signs in for real; returns the id of the session. */
export const givenSession = async (credentials: { email: string; password: string }, address = '192.0.2.1') =>
  sessionIn(await signIn(credentials, visitFrom(address)))
