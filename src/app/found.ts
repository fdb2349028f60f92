import { isAppError } from '@/core/app-error'

/** A record as the viewer may see it, the address it has moved to, or why there is nothing to see. */
export type Found<Item> = { item: Item } | { movedTo: string } | { problem: 'notFound' | 'gone' }

/**
 * Asks for the record of a page. An old slug leads to the present one, but only who may see the record learns it.
 * `read` is a `get…` that throws `not-found` or `gone`; anything else flies on.
 */
export async function found<Item>(
  slug: string,
  read: (slug: string) => Promise<Item>,
  slugAfter: (oldSlug: string) => Promise<string | null>,
): Promise<Found<Item>> {
  const problem = await problemOf(read, slug)
  if (!('problem' in problem) || problem.problem === 'gone') return problem
  const present = await slugAfter(slug)
  if (present === null) return problem
  return 'item' in (await problemOf(read, present)) ? { movedTo: present } : problem
}

async function problemOf<Item>(read: (slug: string) => Promise<Item>, slug: string) {
  try {
    return { item: await read(slug) }
  } catch (error) {
    if (!isAppError(error) || (error.code !== 'not-found' && error.code !== 'gone')) throw error
    return { problem: error.code === 'gone' ? ('gone' as const) : ('notFound' as const) }
  }
}
