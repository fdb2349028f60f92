import { requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { getPair } from '@/modules/curation/duplicate.queries'
import type { Pair } from '@/modules/curation/duplicate.schema'
import { canTellApart } from '@/modules/curation/merge.policy'
import { inTransaction } from '@/platform/curated'
import { writeAudit } from '@/platform/history'

/** The two in the order in which a pair is stored. */
const ordered = ({ firstId, secondId }: Pair) =>
  firstId < secondId ? { firstId, secondId } : { firstId: secondId, secondId: firstId }

/** Remembers that these two are not the same: they are not proposed again. Throws `not-found`, `forbidden`. */
export async function tellApart(viewer: Viewer | null, pair: Pair): Promise<void> {
  const { first, second } = await getPair(viewer, pair, 'en')
  requireThat(canTellApart(viewer, first, second), viewer)
  await inTransaction({}, async (tx) => {
    await tx.notDuplicate.createMany({
      data: [{ ...ordered(pair), recordKind: pair.kind, decidedById: viewer.userId }],
      skipDuplicates: true,
    })
    await writeAudit(tx, pair.kind, viewer.userId, [
      { recordId: first.id, territoryId: first.territoryId, action: 'tell_apart', changed: [] },
    ])
  })
}

/** Forgets that these two were told apart. Throws `not-found`, `forbidden`. */
export async function compareAgain(viewer: Viewer | null, pair: Pair): Promise<void> {
  const { first, second } = await getPair(viewer, pair, 'en')
  requireThat(canTellApart(viewer, first, second), viewer)
  await inTransaction({}, async (tx) => {
    await tx.notDuplicate.deleteMany({ where: ordered(pair) })
    await writeAudit(tx, pair.kind, viewer.userId, [
      { recordId: first.id, territoryId: first.territoryId, action: 'compare_again', changed: [] },
    ])
  })
}
