export const actor = true
