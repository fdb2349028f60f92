import { newId } from '@/core/id'
import type { Door } from '../door'

const people = '0XRECA'
const list = (kind: 'actors' | 'relations'): Door => ({ door: `page /[locale]/desk/${kind}`, may: 'ECA', who: people })

export const doors: readonly Door[] = [
  list('actors'),
  list('relations'),
  {
    // Records that may not be dealt with are left and named; nobody without a desk gets so far.
    door: 'action desk/bulk.actions#doToSelected',
    may: 'ECA',
    who: people,
    sends: async (world) => {
      const { id } = await world.fresh('actor', 'own', 'submitted')
      return { kind: 'actor', deed: 'verify', 'ids[]': id }
    },
  },
  {
    door: 'action desk/bulk.actions#undoDone',
    case: 'of nobody',
    may: '',
    unseenBy: people,
    who: people,
    sends: () => ({ id: newId() }),
  },
]
