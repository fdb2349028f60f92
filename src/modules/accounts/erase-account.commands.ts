import { AppError, requireThat } from '@/core/app-error'
import { keepAnAdmin } from '@/modules/accounts/user.commands'
import type { Transaction } from '@/platform/bulk'
import { eraseTraces, rememberErased } from '@/platform/erasure'

/**
 * Erases an account with sessions, drafts, notices and mails: records stay, who wrote them is forgotten, the log keeps
 * the id. Part of deeds that ask. `byId` null: whoever leaves. Throws `forbidden` for the last administrator.
 */
export async function eraseAccount(
  tx: Transaction,
  { id, action, byId }: { id: string; action: string; byId: string | null },
): Promise<void> {
  await keepAnAdmin(tx, id)
  const user = await tx.user.findUnique({ where: { id } })
  if (user === null) throw new AppError('not-found', 'notFound')
  requireThat(!user.system)
  await tx.auditEntry.create({ data: { userId: byId, action, recordId: id, fields: [] } })
  // The same address may stand in an entry of a contact person, which is not the account's to erase.
  const isPerson = (await tx.person.count({ where: { email: { equals: user.email, mode: 'insensitive' } } })) > 0
  const names = user.name.includes(' ') ? [user.name] : []
  await eraseTraces(tx, { emails: isPerson ? [] : [user.email], names, local: [], records: [] })
  await rememberErased(tx, [{ kind: 'user', value: id }])
  await tx.$executeRaw`SELECT forget_authorship(${id}::uuid)`
  await tx.user.delete({ where: { id } })
}
