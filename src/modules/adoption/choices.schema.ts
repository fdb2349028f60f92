// Closed lists without zod, which forms in the browser read too.

/** How far a practice has come in another territory, in order; the last two are outcomes. */
export const transferStates = ['interested', 'workshop', 'adopted', 'not_adopted'] as const
export type TransferState = (typeof transferStates)[number]

export const outcomes = ['adopted', 'not_adopted'] as const

/** What somebody did to a transfer. */
export const transferDeeds = ['interest', 'workshop', 'outcome', 'undo'] as const
export type TransferDeed = (typeof transferDeeds)[number]

/** Characters of the texts, as the counters of the forms say. */
export const most = { note: 1000, title: 200, place: 300, reasons: 2000, became: 1000, notes: 3000 } as const

/** Pages a form has room for, as evidence. */
export const mostLinks = 3
