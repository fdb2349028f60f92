import { addressesOfRelations, addressStartsOfRelations } from '@/modules/relations/relation.sql'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'

/** Addresses of public relations from the slug `from` on, in their order, each with the day of its last change. */
export const findRelationAddresses = (from: string, limit: number): Promise<{ slug: string; updatedAt: Date }[]> =>
  db.$queryRaw<{ slug: string; updatedAt: Date }[]>(addressesOfRelations(from, limit))

/** Where each part of `size` public relations begins. */
export async function findRelationAddressStarts(size: number): Promise<string[]> {
  return keptPerVersion(`relation-address-starts ${size}`, async () => {
    const rows = await db.$queryRaw<{ slug: string }[]>(addressStartsOfRelations(size))
    return rows.map(({ slug }) => slug)
  })
}
