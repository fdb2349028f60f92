import type { NewActor } from '@/modules/actors/actor.schema'
import type { MergeableKind } from '@/modules/curation/duplicate.schema'
import type { NewRelation } from '@/modules/relations/relation.schema'

export const sides = ['first', 'second'] as const

export type Side = (typeof sides)[number]

/** What is chosen together: the name of a control of the record's own form → the fields it stands for. */
export const actorParts = {
  kind: ['kind'],
  name: ['originalLanguage', 'names'],
  description: ['description'],
  place: ['placeId'],
  address: ['address'],
  postalCode: ['postalCode'],
  city: ['city'],
  country: ['country'],
  longitude: ['longitude', 'latitude', 'precision', 'geocodedFrom'],
  coarsened: ['coarsened'],
  homeTerritoryId: ['homeTerritoryId'],
  lau: ['lau'],
  size: ['size'],
  employeesBand: ['employeesBand'],
  founded: ['founded'],
  offers: ['offers'],
  seeks: ['seeks'],
  website: ['website'],
  email: ['email'],
  phone: ['phone'],
  parent: ['parentId'],
  legalStatus: ['legalStatus', 'legalStatusSince', 'successorId'],
  visibility: ['visibility'],
  source: ['source'],
  internalNotes: ['internalNotes'],
  fictitious: ['fictitious'],
} as const satisfies Record<string, readonly (keyof NewActor)[]>

export const relationParts = {
  started: ['started'],
  renewed: ['renewed'],
  ended: ['ended'],
  state: ['state'],
  direction: ['direction'],
  holder: ['holderId'],
  usableByFirms: ['usableByFirms'],
  title: ['title', 'originalLanguage'],
  description: ['description'],
  programme: ['programme'],
  call: ['call'],
  projectAcronym: ['projectAcronym'],
  projectNumber: ['projectNumber'],
  legalBasis: ['legalBasis'],
  eventsPerYear: ['eventsPerYear'],
  people: ['people'],
  amount: ['amount'],
  visibility: ['visibility'],
  source: ['source'],
  internalNotes: ['internalNotes'],
  fictitious: ['fictitious'],
} as const satisfies Record<string, readonly (keyof NewRelation)[]>

export const mergeParts: Record<MergeableKind, Record<string, readonly string[]>> = {
  actor: actorParts,
  relation: relationParts,
}

/** Lists of both records become one list, with the most each may hold: nothing is to be chosen. */
export const actorLists = {
  identifiers: 40,
  sectors: 20,
  iscedFields: 11,
  tags: 30,
  languagesSpoken: 40,
  targetCountries: 100,
}
export const relationLists = { themes: 14, sectors: 20, sdgs: 17, offer: 5, evidence: 40 }
export const mergedLists: Record<MergeableKind, readonly string[]> = {
  actor: ['names', ...Object.keys(actorLists)],
  relation: ['parties', ...Object.keys(relationLists)],
}
