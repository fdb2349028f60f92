export const requestKinds = ['access', 'correction', 'erasure', 'objection'] as const

/** What the retention job looks through, in its order. */
export const retentionParts = [
  'persons',
  'suggestions',
  'requests',
  'invitations',
  'mails',
  'links',
  'sessions',
  'counters',
  'returned',
] as const
