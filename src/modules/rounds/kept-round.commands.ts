import { AppError } from '@/core/app-error'
import { takeOpenRound } from '@/modules/rounds/round.queries'
import type { Transaction } from '@/platform/bulk'

/** Where a round stands in the site. */
export type RoundAt = { slug: string; id: string }

/** Part of deeds that ask: one after the other on a round. Throws `conflict` for one that is not open. */
export async function takeOpen(tx: Transaction, id: string): Promise<void> {
  if (!(await takeOpenRound(tx, id))) throw new AppError('conflict', 'roundNotOpen')
}
