import { addressesOfPractices, addressStartsOfPractices } from '@/modules/practices/practice.sql'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'

/** Addresses of public practices from the slug `from` on, in their order, each with the day of its last change. */
export const findPracticeAddresses = (from: string, limit: number): Promise<{ slug: string; updatedAt: Date }[]> =>
  db.$queryRaw<{ slug: string; updatedAt: Date }[]>(addressesOfPractices(from, limit))

/** Where each part of `size` public practices begins. */
export async function findPracticeAddressStarts(size: number): Promise<string[]> {
  return keptPerVersion(`practice-address-starts ${size}`, async () => {
    const rows = await db.$queryRaw<{ slug: string }[]>(addressStartsOfPractices(size))
    return rows.map(({ slug }) => slug)
  })
}
