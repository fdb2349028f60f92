export const sql = true
