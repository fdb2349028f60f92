// What somebody should know: shown on the desk at once, mailed in the digest they chose.
import { newId } from '@/core/id'
import type { RecordKind } from '@/core/curated'
import type { Transaction } from '@/platform/bulk'

/** `kind` is a key of the messages `desk.notice`; `parameters` are what its words name. */
export type Notice = {
  kind: string
  record?: { kind: RecordKind; id: string }
  parameters?: Record<string, string | number>
}

/** Tells users, in the transaction of the deed. `exceptUserId` did it and knows. */
export async function notifyUsers(
  tx: Transaction,
  userIds: readonly string[],
  notice: Notice,
  exceptUserId?: string,
): Promise<void> {
  await tx.notification.createMany({
    data: [...new Set(userIds)]
      .filter((userId) => userId !== exceptUserId)
      .map((userId) => ({
        id: newId(),
        userId,
        kind: notice.kind,
        recordKind: notice.record?.kind ?? null,
        recordId: notice.record?.id ?? null,
        parameters: notice.parameters ?? {},
      })),
  })
}

/** Tells the coordinators of a territory; those of the commons are the administrators. */
export async function notifyCoordinators(
  tx: Transaction,
  territoryId: string | null,
  notice: Notice,
  exceptUserId?: string,
): Promise<void> {
  const coordinators = await tx.membership.findMany({
    where: territoryId === null ? { role: 'admin' } : { role: 'coordinator', territoryId },
    select: { userId: true },
  })
  await notifyUsers(
    tx,
    coordinators.map(({ userId }) => userId),
    notice,
    exceptUserId,
  )
}
