import type { Door } from '../door'

const mails = ['asked', 'reminder', 'extended', 'annulled', 'closedEarly', 'late', 'withdrawn', 'removed'] as const

export const doors: readonly Door[] = [
  ...mails.map((name) => ({
    door: `mail rounds.${name}`,
    may: '',
    why: 'To members of the group who were asked to judge, alone.',
  })),
  { door: 'mail rounds.closed', may: '', why: 'To the coordinators of the group’s territory: numbers, no marks.' },
]
