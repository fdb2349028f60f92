import type { Door } from '../door'

export const doors: readonly Door[] = [
  { door: 'mail curation.stillTrueActor', may: '', why: 'To the mailbox that the actor has in the register.' },
  { door: 'mail curation.stillTrueRelation', may: '', why: 'To the mailbox that the holder has in the register.' },
]
