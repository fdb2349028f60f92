export const session = true
