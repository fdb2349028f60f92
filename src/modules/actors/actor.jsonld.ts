import type { JsonLd, JsonLdValue } from '@/core/json-ld'
import type { Localized } from '@/core/localized'
import type { ActorDetail } from '@/modules/actors/actor.schema'
import { identifierLink } from '@/modules/actors/identifier.schema'
import type { ActorKind } from '@/modules/taxonomy/taxonomy.schema'

// https://schema.org/Organization, https://www.w3.org/TR/vocab-org/, Core Public Organisation Vocabulary.
const types: Record<ActorKind, string[]> = {
  enterprise: ['Organization', 'org:FormalOrganization'],
  public_authority: ['GovernmentOrganization', 'cpov:PublicOrganisation'],
  university: ['CollegeOrUniversity', 'org:FormalOrganization'],
  research_centre: ['ResearchOrganization', 'org:FormalOrganization'],
  association: ['Organization', 'org:FormalOrganization'],
  cultural_actor: ['Organization', 'org:Organization'],
  other: ['Organization', 'org:Organization'],
}

const context: JsonLdValue = [
  'https://schema.org',
  { org: 'http://www.w3.org/ns/org#', cpov: 'http://data.europa.eu/m8g/' },
]

const inLanguages = (texts: readonly { language: string; value: string }[]): JsonLdValue =>
  texts.length === 0 ? undefined : texts.map(({ language, value }) => ({ '@language': language, '@value': value }))

const inAllLanguages = (text: Localized | null): JsonLdValue =>
  inLanguages(Object.entries(text?.texts ?? {}).map(([language, { value }]) => ({ language, value })))

/** An actor as linked data; `addressOf` makes the address of a page from its path. Only what the page itself shows. */
export function actorToJsonLd(actor: ActorDetail, addressOf: (path: string) => string): JsonLd {
  const names = (...kinds: string[]) => inLanguages(actor.names.filter((name) => kinds.includes(name.kind)))
  const url = addressOf(`/actors/${actor.slug}`)
  const links = actor.identifiers.flatMap(({ scheme, value }) =>
    scheme === 'domain' ? [] : (identifierLink(scheme, value) ?? []),
  )
  return {
    '@context': context,
    '@type': types[actor.kind],
    '@id': url,
    name: names('label'),
    legalName: names('official'),
    alternateName: names('acronym', 'alias'),
    description: inAllLanguages(actor.description),
    url: actor.website ?? url,
    mainEntityOfPage: url,
    email: actor.email ?? undefined,
    telephone: actor.phone ?? undefined,
    foundingDate: actor.founded ?? undefined,
    address: {
      '@type': 'PostalAddress',
      streetAddress: actor.address ?? undefined,
      postalCode: actor.postalCode ?? undefined,
      addressLocality: actor.city ?? undefined,
      addressCountry: actor.country,
    },
    location:
      actor.longitude === null || actor.latitude === null
        ? undefined
        : {
            '@type': 'Place',
            geo: { '@type': 'GeoCoordinates', longitude: actor.longitude, latitude: actor.latitude },
          },
    identifier: actor.identifiers.map(({ scheme, value }) => ({ '@type': 'PropertyValue', propertyID: scheme, value })),
    sameAs: links.length === 0 ? undefined : links,
    parentOrganization: actor.parent
      ? { '@id': addressOf(`/actors/${actor.parent.slug}`), name: actor.parent.name }
      : undefined,
  }
}
