import { newId } from '@/core/id'
import type { Door } from '../door'

const people = '0XRECA'
const square = '{"type":"Polygon","coordinates":[[[10,44],[11,44],[11,45],[10,45],[10,44]]]}'
const newTerritory = () => ({
  ...{ name: `Terra ${newId().slice(-6)}`, language: 'it', level: 'province', country: 'IT' },
  ...{ timeZone: 'Europe/Rome', 'languages.0': 'it', boundary: square },
})

export const doors: readonly Door[] = [
  { door: 'page /[locale]/territories', may: people, who: people },
  { door: 'page /[locale]/territories/[slug]', may: people, who: people, at: () => '/it/territories/ownland' },
  { door: 'route GET /api/v1/territories', may: '0XKWRECA' },
  { door: 'route GET /api/v1/territories/:key', may: '0XKWRECA', at: () => '/api/v1/territories/ownland' },
  { door: 'page /[locale]/desk/territories/new', may: 'A', who: people },
  { door: 'action territories/territory.actions#sendTerritoryForm', may: 'A', who: people, sends: newTerritory },
]
