import type { JsonLd } from '@/core/json-ld'
import type { TerritoryDetail } from '@/modules/territories/territory.schema'

/** A territory as linked data (https://schema.org/AdministrativeArea); `addressOf` makes an address from a path. */
export function territoryToJsonLd(territory: TerritoryDetail, addressOf: (path: string) => string): JsonLd {
  const url = addressOf(`/territories/${territory.slug}`)
  const area = (place: { slug: string; name: string }): JsonLd => ({
    '@type': 'AdministrativeArea',
    '@id': addressOf(`/territories/${place.slug}`),
    name: place.name,
  })
  return {
    '@context': 'https://schema.org',
    '@type': 'AdministrativeArea',
    '@id': url,
    url,
    name: territory.name,
    identifier:
      territory.nutsCode === null
        ? undefined
        : { '@type': 'PropertyValue', propertyID: 'NUTS', value: territory.nutsCode },
    sameAs: territory.nutsCode === null ? undefined : `http://data.europa.eu/nuts/code/${territory.nutsCode}`,
    containedInPlace:
      territory.parent === null ? { '@type': 'Country', identifier: territory.country } : area(territory.parent),
    containsPlace: territory.children.length === 0 ? undefined : territory.children.map(area),
  }
}
