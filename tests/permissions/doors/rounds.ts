import type { Door } from '../door'

export const doors: readonly Door[] = [
  { door: 'mail rounds.asked', may: '', why: 'To the members of the group who are to judge, alone.' },
]
