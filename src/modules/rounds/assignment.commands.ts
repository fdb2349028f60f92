import { newId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import type { Reviewer } from '@/modules/rounds/candidate.queries'
import type { Cell } from '@/modules/rounds/round.schema'
import type { Transaction } from '@/platform/bulk'

type Cells = {
  roundId: string
  cells: readonly Cell[]
  reviewers: readonly Reviewer[]
  isByHand: (cell: Cell) => boolean
}

/** Writes who is to judge what, and for whom they stood then. Part of deeds that ask. */
export async function writeCells(
  tx: Transaction,
  keeper: Viewer,
  { roundId, cells, reviewers, isByHand }: Cells,
): Promise<void> {
  const standsFor = new Map(reviewers.map(({ userId, standsForId }) => [userId, standsForId]))
  await tx.review.createMany({
    data: cells.map((cell) => ({
      ...{ id: newId(), roundId, practiceId: cell.practiceId, reviewerId: cell.reviewerId },
      standsForId: standsFor.get(cell.reviewerId) ?? null,
      assignedById: isByHand(cell) ? keeper.userId : null,
    })),
    skipDuplicates: true, // the same cell ticked twice
  })
}
