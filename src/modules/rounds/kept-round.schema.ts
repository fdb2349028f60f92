/** Under which name a device keeps the form of a group's next round until it is opened. */
export const keptRound = (groupId: string): string => `round-of-${groupId}`
