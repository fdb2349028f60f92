export const last = true
