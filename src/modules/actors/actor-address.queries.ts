import { addressesOfActors, addressStartsOfActors } from '@/modules/actors/actor.sql'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'

/** Addresses of public actors from the slug `from` on, in their order, each with the day of its last change. */
export const findActorAddresses = (from: string, limit: number): Promise<{ slug: string; updatedAt: Date }[]> =>
  db.$queryRaw<{ slug: string; updatedAt: Date }[]>(addressesOfActors(from, limit))

/** Where each part of `size` public actors begins. */
export async function findActorAddressStarts(size: number): Promise<string[]> {
  return keptPerVersion(`actor-address-starts ${size}`, async () => {
    const rows = await db.$queryRaw<{ slug: string }[]>(addressStartsOfActors(size))
    return rows.map(({ slug }) => slug)
  })
}
