import { db } from '@/platform/db'

/** Name of a NUTS region in the language of its country, or null when the code is not of this version. */
export async function getNutsName(code: string, version: string): Promise<string | null> {
  return (await db.nutsRegion.findUnique({ where: { code_version: { code, version } }, select: { name: true } }))?.name ?? null
}
