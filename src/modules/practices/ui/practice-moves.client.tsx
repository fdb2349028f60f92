'use client'

import {
  archivePracticeAsIs,
  discardOwnPractice,
  publishPracticeAsIs,
  restorePracticeAsWas,
  sendPracticeBack,
} from '@/modules/practices/practice.actions'
import { type RecordAt, type RecordMove, RecordMoves } from '@/ui/form/record-moves.client'

const actions = {
  publish: publishPracticeAsIs,
  sendBack: sendPracticeBack,
  archive: archivePracticeAsIs,
  restore: restorePracticeAsWas,
  discard: discardOwnPractice,
}

/** What may be done with a practice as it stands. */
export function PracticeMoves({ at, moves }: { at: RecordAt; moves: readonly RecordMove[] }) {
  return <RecordMoves at={at} moves={moves} actions={actions} />
}
