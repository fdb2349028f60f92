// Who may do what, as data: the rows of the table of permissions that are built so far. Anything not listed is denied.
// A row opened by a new page or deed is added here first.

export const roles = ['visitor', 'ended', 'reviewer', 'editor', 'coordinator', 'admin'] as const
/** `ended` is a disabled, demoted or signed-out account: exactly as a visitor. */
export type Role = (typeof roles)[number]

/** `own` = in the territories of the role only; never the commons. */
export type Cell = 'yes' | 'own' | 'no'
type Row = { operation: Operation; cells: Record<Role, Cell> }

export const operations = [
  'read public',
  'read partners',
  'read territory',
  'read draft',
  'read submitted',
  'read archived',
  'create',
  'edit draft',
  'submit',
  'edit published',
  'propose a change',
  'patch published',
  'publish',
  'send back',
  'archive',
  'restore',
] as const
export type Operation = (typeof operations)[number]

const row = (operation: Operation, cells: [Cell, Cell, Cell, Cell, Cell, Cell]): Row => ({
  operation,
  cells: {
    visitor: cells[0],
    ended: cells[1],
    reviewer: cells[2],
    editor: cells[3],
    coordinator: cells[4],
    admin: cells[5],
  },
})

/** The same for actors and relations; what reviewers read of practices, handed in or for the territory alone: groups/offer.db.test.ts. Revisions and proposals: revisions.test.ts. */
export const curatedMatrix: readonly Row[] = [
  //                     visitor ended  reviewer editor coordinator admin
  row('read public', ['yes', 'yes', 'yes', 'yes', 'yes', 'yes']),
  row('read partners', ['no', 'no', 'yes', 'yes', 'yes', 'yes']),
  row('read territory', ['no', 'no', 'no', 'own', 'own', 'yes']),
  row('read draft', ['no', 'no', 'no', 'own', 'own', 'yes']),
  row('read submitted', ['no', 'no', 'no', 'own', 'own', 'yes']),
  row('read archived', ['no', 'no', 'no', 'own', 'own', 'yes']),
  row('create', ['no', 'no', 'no', 'own', 'own', 'yes']),
  row('edit draft', ['no', 'no', 'no', 'own', 'own', 'yes']),
  row('submit', ['no', 'no', 'no', 'own', 'own', 'yes']),
  row('edit published', ['no', 'no', 'no', 'no', 'own', 'yes']),
  row('propose a change', ['no', 'no', 'no', 'own', 'own', 'yes']),
  // At once, or as a proposal.
  row('patch published', ['no', 'no', 'no', 'own', 'own', 'yes']),
  row('publish', ['no', 'no', 'no', 'no', 'own', 'yes']),
  row('send back', ['no', 'no', 'no', 'no', 'own', 'yes']),
  row('archive', ['no', 'no', 'no', 'no', 'own', 'yes']),
  row('restore', ['no', 'no', 'no', 'no', 'own', 'yes']),
]

/** Where a record stands, seen from the role: its own territory, another one, or the commons that admins curate. */
export const places = ['own', 'other', 'commons'] as const
export type Place = (typeof places)[number]

export const isAllowed = (cell: Cell, place: Place): boolean => cell === 'yes' || (cell === 'own' && place === 'own')
