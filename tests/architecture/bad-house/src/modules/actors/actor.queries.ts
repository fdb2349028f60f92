export const getActor = true
