import { newId } from '@/core/id'
import { db } from '@/platform/db'

/**
 * A territory's interest in a practice in each of these states, with a note that nobody else reads; everybody reads that
 * of the public one alone.
 */
export async function plantTransfers(
  territoryId: string,
  practices: Readonly<Record<'public' | 'partners' | 'archived', { id: string }>>,
  internalNotes: string,
): Promise<void> {
  const ids = [practices.public.id, practices.partners.id, practices.archived.id]
  await db.practiceTransfer.createMany({
    data: ids.map((practiceId) => ({ id: newId(), practiceId, territoryId, state: 'interested', internalNotes })),
  })
}
