import type { Door } from '../door'

export const doors: readonly Door[] = [
  {
    door: 'mail curation.confirmSuggestion',
    may: '',
    why: 'To the address the visitor gave; nothing of what was written there.',
  },
  { door: 'mail curation.suggestionAccepted', may: '', why: 'To the sender of the suggestion.' },
  { door: 'mail curation.suggestionDeclined', may: '', why: 'To the sender of the suggestion.' },
]
