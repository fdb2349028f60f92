import { requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { eraseAccount } from '@/modules/accounts/erase-account.commands'
import { canEraseUser } from '@/modules/privacy/data-request.policy'
import { db } from '@/platform/db'

/** Erases somebody's account for them. Throws `forbidden` (also for the last administrator), `not-found`. */
export async function eraseUser(viewer: Viewer | null, userId: string): Promise<void> {
  requireThat(canEraseUser(viewer, userId), viewer)
  const deed = { id: userId, action: 'erase-user', byId: viewer.userId }
  await db.$transaction((tx) => eraseAccount(tx, deed), { maxWait: 10_000, timeout: 60_000 })
}
