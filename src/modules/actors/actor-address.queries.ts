import { addressesOfActors, addressStartsOfActors, publicActor } from '@/modules/actors/actor.sql'
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

/** The id of a public actor by its id or address; null when nobody public is called so now. */
export async function publicActorId(key: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ id: string }[]>(publicActor(key))
  return row?.id ?? null
}
