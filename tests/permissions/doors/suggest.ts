// What a form offers while somebody types.
import { newId } from '@/core/id'
import type { Door } from '../door'

const offers = (name: string, query: string): Door => ({
  door: `route GET /api/suggest/${name}`,
  may: 'ECA',
  at: () => `/api/suggest/${name}?${query}`,
})

export const doors: readonly Door[] = [
  offers('actors', 'q=zz'),
  offers('parties', 'q=zz'),
  offers('places', 'q=regg'),
  offers('regions', 'q=emilia'),
  offers('relations', 'q=zz'),
  offers('ties', `type=twinning&actor=${newId()}&actor=${newId()}`),
  offers('twins', 'name=zz'),
]
