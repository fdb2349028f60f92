'use client'

import {
  archiveRelationAsIs,
  discardOwnRelation,
  publishRelationAsIs,
  restoreRelationAsWas,
  sendRelationBack,
} from '@/modules/relations/relation.actions'
import { type RecordAt, type RecordMove, RecordMoves } from '@/ui/form/record-moves.client'

const actions = {
  publish: publishRelationAsIs,
  sendBack: sendRelationBack,
  archive: archiveRelationAsIs,
  restore: restoreRelationAsWas,
  discard: discardOwnRelation,
}

/** What may be done with a relation as it stands. */
export function RelationMoves({ at, moves }: { at: RecordAt; moves: readonly RecordMove[] }) {
  return <RecordMoves at={at} moves={moves} actions={actions} />
}
