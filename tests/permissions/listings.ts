// Addresses where records appear that nobody asked for by name: each is read by everybody and searched for canaries.
import type { Door } from './door'

const pages = [
  '/it/actors?q=zz',
  '/it/actors?sort=changed',
  '/it/actors?country=IT&kind=enterprise',
  '/it/relations?q=zz',
  '/it/relations?country=ZA&type=twinning',
  '/it/practices?q=zz',
  '/it/practices?country=IT&theme=mechanics&sort=-name',
  '/it/filters?for=practices&q=zz',
  '/it/territories/ownland',
  '/it/territories/otherland',
  '/it/embed/map?q=zz',
  '/it/filters?for=relations&q=zz',
  '/it/search?q=zz',
  '/it/search?q=zz&kind=relation',
  '/it/map?q=zz',
  '/it/network?scope=all&sort=name',
  '/it/network?q=zz&scope=all',
  '/it/map?bbox=10.62,44.69,10.66,44.73&zoom=18',
  '/it/map?show=flows&scope=all&q=zz',
  '/it/map?show=regions&measure=actors&q=zz',
]

const programs = [
  '/api/v1/actors?limit=1000',
  '/api/v1/actors?q=zz&limit=1000',
  '/api/v1/relations?limit=1000',
  '/api/v1/relations?q=zz&limit=1000',
  '/api/v1/practices?limit=1000',
  '/api/v1/practices?q=zz&limit=1000',
  '/api/map/actors?zoom=20&bbox=10.62,44.69,10.66,44.73',
  '/api/map/actors?zoom=3&q=zz',
  '/api/map/relations?scope=all&level=city',
  '/api/map/relations?scope=all&q=zz',
  '/api/map/regions?scope=all&level=nuts3',
  '/api/map/regions?measure=actors&level=nuts3&q=zz',
  '/api/map/facets?of=actors&facet=holder',
  '/api/map/facets?of=practices&facet=theme&q=zz',
  '/api/map/facets?of=relations&facet=programme&scope=all',
  '/api/map/facets?of=relations&facet=holder&scope=all&lang=it',
  '/api/v1/search?q=zz&limit=50',
  '/api/v1/search?q=zzz&limit=50&kinds=actor,relation,practice',
  '/tiles/actors/13/4338/2956.mvt',
  '/tiles/actors/3/4/2.mvt?q=zz',
  '/export/map.svg?lang=it&q=zz',
  '/export/map.svg?bbox=10.62,44.69,10.66,44.73&zoom=18',
  '/export/practices.csv?sort=-name',
  '/export/practices.csv?q=zz',
  '/export/practices.jsonld',
  '/api/network?scope=all',
  '/api/network?scope=all&q=zz&lang=it',
  '/export/network.gexf?scope=all',
  '/api/suggest/actors?q=zz',
  '/api/suggest/parties?q=zz',
  '/api/suggest/relations?q=zz',
  '/api/suggest/twins?q=Ditta%20zz',
  '/sitemap-actors.xml',
  '/sitemap-relations.xml',
  '/sitemap-practices.xml',
]

/** A page, and its payload as Next's client asks for it. */
const readings = (address: string): Door[] => [
  { door: 'page', case: address, may: '0XRECA', who: '0XRECA', at: () => address },
  { door: 'payload', case: address, may: '0XRECA', who: '0XRECA', at: () => address },
]

export const listings: readonly Door[] = [
  { door: 'page', case: '/it/desk', may: 'RECA', who: '0XRECA', at: () => '/it/desk' },
  // The payload of a page that sends away is an answer that says where to.
  { door: 'payload', case: '/it/desk', may: '0XRECA', who: '0XRECA', at: () => '/it/desk' },
  { door: 'page', case: '/it/desk/group', may: 'RECA', who: '0XRECA', at: () => '/it/desk/group' },
  { door: 'payload', case: '/it/desk/group', may: '0XRECA', who: '0XRECA', at: () => '/it/desk/group' },
  { door: 'page', case: '/it/desk/reviews', may: 'RECA', who: '0XRECA', at: () => '/it/desk/reviews' },
  { door: 'payload', case: '/it/desk/reviews', may: '0XRECA', who: '0XRECA', at: () => '/it/desk/reviews' },
  ...pages.flatMap(readings),
  ...programs.map((address) => ({
    door: 'route GET listing',
    case: address,
    may: address.startsWith('/api/suggest') ? 'ECA' : '0XKWRECA',
    at: () => address,
  })),
]
