import { entryPurpose, entrySubjectSchema, entryTarget } from '@/modules/rounds/entry.schema'
import { db } from '@/platform/db'
import { findToken } from '@/platform/mailed-token'
import type { Viewer } from '@/core/viewer'

/** A way in as its page finds it. Looking does not use it up. */
type FoundEntry = {
  state: 'live' | 'gone'
  /** Where it leads. */
  target: string
  /** Is whoever it was mailed to signed in here already? */
  isOwn: boolean
}

/** The way in a mailed link is for; null for what was no link of ours. */
export async function findEntry(viewer: Viewer | null, token: string): Promise<FoundEntry | null> {
  const link = await findToken(token, entryPurpose)
  const subject = entrySubjectSchema.safeParse(link?.subject)
  if (link === null || !subject.success) return null
  const isOwn = viewer !== null && (await db.user.count({ where: { id: viewer.userId, email: link.email } })) > 0
  return { state: link.state, target: entryTarget(subject.data), isOwn }
}
