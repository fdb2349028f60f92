import type { JsonLd, JsonLdValue } from '@/core/json-ld'
import type { Localized } from '@/core/localized'
import type { RelationDetail, ShownParty } from '@/modules/relations/relation.schema'

const context: JsonLdValue = ['https://schema.org', { org: 'http://www.w3.org/ns/org#' }]

const inAllLanguages = (text: Localized | null): JsonLdValue =>
  text === null
    ? undefined
    : Object.entries(text.texts).map(([language, { value }]) => ({ '@language': language, '@value': value }))

/**
 * A relation as linked data: a collaboration of organisations (W3C ORG, OrganizationalCollaboration), an EU project also
 * as a schema.org Project. `addressOf` makes the address of a page from its path; `name` is what its page calls it.
 */
export function relationToJsonLd(relation: RelationDetail, name: string, addressOf: (path: string) => string): JsonLd {
  const url = addressOf(`/relations/${relation.slug}`)
  const member = (party: ShownParty): JsonLd =>
    party.actor === null
      ? {
          '@type': 'Place',
          name: party.name.value,
          address: { '@type': 'PostalAddress', addressCountry: party.country },
        }
      : { '@type': 'Organization', '@id': addressOf(`/actors/${party.actor.slug}`), name: party.name.value }
  return {
    '@context': context,
    '@type':
      relation.type === 'eu_project'
        ? ['Project', 'org:OrganizationalCollaboration']
        : 'org:OrganizationalCollaboration',
    '@id': url,
    url,
    name: relation.title === null ? name : inAllLanguages(relation.title),
    description: inAllLanguages(relation.description),
    additionalType: relation.type,
    startDate: relation.started ?? undefined,
    endDate: relation.ended ?? undefined,
    'org:hasMember': relation.parties.map(member),
    maintainer:
      relation.holder === null
        ? undefined
        : { '@id': addressOf(`/actors/${relation.holder.slug}`), name: relation.holder.name },
    identifier: relation.projectNumber ?? undefined,
    citation: relation.evidence.length === 0 ? undefined : relation.evidence.map(({ url: link }) => link),
  }
}
