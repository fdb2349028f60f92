export const db = true
