import { expect, test } from 'vitest'
import { jsonLdText } from '@/core/json-ld'
import { actorToJsonLd } from '@/modules/actors/actor.jsonld'
import { actorDetailSchema } from '@/modules/actors/actor.schema'

const actor = actorDetailSchema.parse({
  id: '01890000-0000-7000-8000-000000000001',
  slug: 'x-y1234',
  status: 'published',
  visibility: 'public',
  version: 1,
  territory: null,
  demo: true,
  fictitious: false,
  verifiedAt: null,
  source: null,
  sentBackReason: null,
  publishedAt: null,
  updatedAt: new Date(0),
  kind: 'public_authority',
  originalLanguage: 'it',
  names: [{ kind: 'label', language: 'it', value: 'Comune </script><b>', machine: false }],
  description: null,
  homeTerritory: null,
  address: null,
  postalCode: null,
  city: 'Reggio Emilia',
  country: 'IT',
  nutsCode: null,
  nutsVersion: null,
  longitude: null,
  latitude: null,
  precision: null,
  coarsened: false,
  identifiers: [
    { scheme: 'wikidata', value: 'Q1' },
    { scheme: 'vat', value: 'IT123' },
  ],
  sectors: [],
  iscedFields: [],
  tags: [],
  size: null,
  employeesBand: null,
  founded: null,
  languagesSpoken: [],
  targetCountries: [],
  offers: null,
  seeks: null,
  legalStatus: 'active',
  legalStatusSince: null,
  parent: null,
  successor: null,
  predecessors: [],
  email: null,
  phone: null,
  website: null,
})

test('a name cannot end the element that carries the data', () => {
  const text = jsonLdText(actorToJsonLd(actor, (path) => `https://atlas.example${path}`))
  expect(text).not.toContain('<')
  expect(JSON.parse(text)).toMatchObject({
    '@type': ['GovernmentOrganization', 'cpov:PublicOrganisation'],
    '@id': 'https://atlas.example/actors/x-y1234',
    name: [{ '@language': 'it', '@value': 'Comune </script><b>' }],
    sameAs: ['https://www.wikidata.org/wiki/Q1'],
  })
})
