'use client'

import { archiveActorAsIs, publishActorAsIs, sendActorBack } from '@/modules/actors/actor.actions'
import { type RecordAt, RecordMoves } from '@/ui/form/record-moves.client'

/** What a coordinator may do with an actor as it stands. */
export function ActorMoves({ at, moves }: { at: RecordAt; moves: readonly ('publish' | 'sendBack' | 'archive')[] }) {
  return (
    <RecordMoves
      at={at}
      publish={moves.includes('publish') ? publishActorAsIs : undefined}
      sendBack={moves.includes('sendBack') ? sendActorBack : undefined}
      archive={moves.includes('archive') ? archiveActorAsIs : undefined}
    />
  )
}
