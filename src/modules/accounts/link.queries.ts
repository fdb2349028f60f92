import { type LinkKind, purposeOf } from '@/modules/accounts/account.schema'
import { findToken } from '@/platform/mailed-token'

/** Is this link still good? Looking does not use it up. Null for what was never a link of ours. */
export async function findLinkState(kind: LinkKind, token: string): Promise<'live' | 'gone' | null> {
  return (await findToken(token, purposeOf(kind)))?.state ?? null
}
