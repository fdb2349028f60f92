// What everybody reads. Which records are in there is looked at byte by byte in http.test.ts.
import type { Door } from '../door'

const people = '0XRECA'
const everybody = '0XKWRECA'
const page = (door: string): Door => ({ door: `page ${door}`, may: people, who: people })
const program = (door: string, address?: string): Door => ({
  door: `route GET ${door}`,
  may: everybody,
  ...(address && { at: () => address }),
})

export const doors: readonly Door[] = [
  { door: 'page /[locale]', may: people, who: people },
  { door: 'page /[locale]/[...rest]', may: '', denied: 'hidden', who: people, at: () => '/it/nowhere/at/all' },
  { door: 'page /[locale]/updated', may: '', denied: 'hidden', who: people, why: 'Stands in place of another answer.' },
  ...['about', 'data', 'embed/map', 'filters', 'help', 'map', 'network', 'search'].map((name) =>
    page(`/[locale]/${name}`),
  ),
  program('/api/health/live'),
  program('/api/health/ready'),
  program('/api/map/actors'),
  program('/api/map/relations'),
  program('/api/map/regions'),
  program('/api/map/facets', '/api/map/facets?facet=kind'),
  program('/api/map/years'),
  program('/export/map.svg'),
  program('/api/network'),
  program('/export/network.gexf'),
  program('/api/v1/docs'),
  program('/api/v1/openapi.json'),
  program('/api/v1/search', '/api/v1/search?q=ditta'),
  program('/robots.txt'),
  program('/tiles/actors.json'),
  program('/tiles/actors/:z/:x/:file{[^/]+\\.mvt}', '/tiles/actors/0/0/0.mvt'),
  program('/sitemap.xml'),
  ...['pages', 'actors', 'relations', 'practices'].map((room) => program(`/sitemap-${room}.xml`)),
]
