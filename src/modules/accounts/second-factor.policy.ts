/** After the first proof, is a second one asked for? */
export const needsSecondFactor = (user: { totpConfirmedAt: Date | null }): boolean => user.totpConfirmedAt !== null
