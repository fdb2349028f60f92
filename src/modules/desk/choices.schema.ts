/** One deed over many records: at most this many at once. */
export const mostAtOnce = 1000
