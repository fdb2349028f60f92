import { requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { eraseAccount } from '@/modules/accounts/erase-account.commands'
import { erasePersons } from '@/modules/persons/erase-person.commands'
import { canRunRetention } from '@/modules/privacy/retention.policy'
import { db } from '@/platform/db'
import { findErased } from '@/platform/erasure'

/** People who were erased and stand here again: by an older copy of the database, or by hand. */
export async function findReturned(): Promise<{ personIds: string[]; userIds: string[]; count: number }> {
  if ((await db.erasure.count()) === 0) return { personIds: [], userIds: [], count: 0 }
  const [persons, users] = await Promise.all([
    db.person.findMany({ select: { id: true, actorId: true, name: true, email: true } }),
    db.user.findMany({ where: { system: false }, select: { id: true } }),
  ])
  const nameOf = ({ actorId, name }: (typeof persons)[number]) => `${actorId} ${name}`
  const [ids, emails, names, erasedUsers] = await Promise.all([
    findErased(
      db,
      'person',
      persons.map(({ id }) => id),
    ),
    findErased(
      db,
      'email',
      persons.flatMap(({ email }) => email ?? []),
    ),
    findErased(db, 'name', persons.map(nameOf)),
    findErased(
      db,
      'user',
      users.map(({ id }) => id),
    ),
  ])
  const personIds = persons
    .filter((person) => ids.has(person.id) || emails.has(person.email ?? '') || names.has(nameOf(person)))
    .map(({ id }) => id)
  const userIds = [...erasedUsers]
  return { personIds, userIds, count: personIds.length + userIds.length }
}

/** Erases again whoever came back. Throws `forbidden`. */
export async function eraseReturned(viewer: Viewer | null): Promise<void> {
  requireThat(canRunRetention(viewer), viewer)
  const { personIds, userIds } = await findReturned()
  const again = { maxWait: 10_000, timeout: 60_000 }
  for (const id of personIds) await db.$transaction((tx) => erasePersons(tx, { viewer }, [id]), again)
  for (const id of userIds)
    await db.$transaction((tx) => eraseAccount(tx, { id, action: 'erase-user', byId: viewer.userId }), again)
}
