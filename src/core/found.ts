import { isAppError } from './app-error'

/** A record as the viewer may see it, the address it has moved to, or why there is nothing to see. */
type Found<Item> = { item: Item } | { movedTo: string } | { problem: 'notFound' | 'gone' }

/**
 * Asks for the record of an address. An old slug, or the id or slug of a record that became part of another, leads to
 * the present one, but only who may see that one learns it. `read` is a `get…` that throws `not-found` or `gone`;
 * anything else flies on.
 */
export async function found<Item extends object>(
  key: string,
  read: (key: string) => Promise<Item>,
  slugAfter: (oldKey: string) => Promise<string | null>,
): Promise<Found<Item>> {
  const first = await problemOf(read, key)
  if ('item' in first && !('status' in first.item && first.item.status === 'archived')) return first
  const present = await slugAfter(key)
  if (present === null) return first
  return 'item' in (await problemOf(read, present)) ? { movedTo: present } : first
}

async function problemOf<Item>(read: (key: string) => Promise<Item>, key: string) {
  try {
    return { item: await read(key) }
  } catch (error) {
    if (!isAppError(error) || (error.code !== 'not-found' && error.code !== 'gone')) throw error
    return { problem: error.code === 'gone' ? ('gone' as const) : ('notFound' as const) }
  }
}
