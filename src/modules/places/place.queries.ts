export const nutsOfPoints = async (
  points: readonly ({ longitude: number; latitude: number } | null)[],
): Promise<(string | null)[]> => points.map(() => null)
