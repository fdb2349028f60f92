export const client = true
