'use client'

import {
  archiveActorAsIs,
  discardOwnActor,
  publishActorAsIs,
  restoreActorAsWas,
  sendActorBack,
} from '@/modules/actors/actor.actions'
import { type RecordAt, type RecordMove, RecordMoves } from '@/ui/form/record-moves.client'

const actions = {
  publish: publishActorAsIs,
  sendBack: sendActorBack,
  archive: archiveActorAsIs,
  restore: restoreActorAsWas,
  discard: discardOwnActor,
}

/** What may be done with an actor as it stands. */
export function ActorMoves({ at, moves }: { at: RecordAt; moves: readonly RecordMove[] }) {
  return <RecordMoves at={at} moves={moves} actions={actions} />
}
