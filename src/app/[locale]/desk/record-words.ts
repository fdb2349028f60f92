import { ActorDiff } from '@/modules/actors/ui/actor-diff'
import { ActorPartNames } from '@/modules/actors/ui/actor-part-names'
import { PracticeDiff } from '@/modules/practices/ui/practice-diff'
import { PracticePartNames } from '@/modules/practices/ui/practice-part-names'
import { RelationDiff } from '@/modules/relations/ui/relation-diff'
import { RelationPartNames } from '@/modules/relations/ui/relation-part-names'

/** How versions of each kind of record are told: what differs, and the names of its parts. */
export const recordWords = {
  actor: { Diff: ActorDiff, PartNames: ActorPartNames },
  relation: { Diff: RelationDiff, PartNames: RelationPartNames },
  practice: { Diff: PracticeDiff, PartNames: PracticePartNames },
}
