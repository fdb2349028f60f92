/** Bytes of one file. */
export const mostFileBytes = 10_000_000

/** Letters that fit, of the fields that are sent beside a file. */
export const mostLetters = { title: 200, alt: 500, credit: 200, licence: 100 } as const

/** Where a file is sent to. */
export const uploadPath = (of: { kind: string; id: string }): string => `/api/files/${of.kind}/${of.id}`
