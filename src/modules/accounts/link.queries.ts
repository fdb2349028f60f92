import { type LinkKind, linkSubjectSchema, purposeOf } from '@/modules/accounts/account.schema'
import { findToken } from '@/platform/mailed-token'

/** Is this link still good? Looking does not use it up. Null for what was never a link of ours. */
export async function findLinkState(kind: LinkKind, token: string): Promise<'live' | 'gone' | null> {
  return (await findToken(token, purposeOf(kind)))?.state ?? null
}

/** The path a link leads to in the end; null where it was asked for on the way nowhere. */
export async function findLinkTarget(kind: LinkKind, token: string): Promise<string | null> {
  return linkSubjectSchema.safeParse((await findToken(token, purposeOf(kind)))?.subject).data?.to ?? null
}
