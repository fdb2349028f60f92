export const button = true
