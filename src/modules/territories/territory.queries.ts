import { db } from '@/platform/db'
export const homesOf = async (
  points: readonly ({ longitude: number; latitude: number } | null)[],
): Promise<(string | null)[]> => points.map(() => null)
export const territoryIdsWithin = async (slug: string): Promise<string[]> =>
  (await db.territory.findMany({ where: { slug }, select: { id: true } })).map((t) => t.id)
