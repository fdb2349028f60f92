'use client'

import { archiveRelationAsIs, publishRelationAsIs, sendRelationBack } from '@/modules/relations/relation.actions'
import { type RecordAt, RecordMoves } from '@/ui/form/record-moves.client'

/** What a coordinator may do with a relation as it stands. */
export function RelationMoves({ at, moves }: { at: RecordAt; moves: readonly ('publish' | 'sendBack' | 'archive')[] }) {
  return (
    <RecordMoves
      at={at}
      publish={moves.includes('publish') ? publishRelationAsIs : undefined}
      sendBack={moves.includes('sendBack') ? sendRelationBack : undefined}
      archive={moves.includes('archive') ? archiveRelationAsIs : undefined}
    />
  )
}
