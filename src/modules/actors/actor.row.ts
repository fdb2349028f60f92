import type { Columns, Row } from '@/core/row'
import { fold } from '@/core/fold'
import { withoutLegalForm } from '@/core/legal-form'
import { nutsVersion } from '@/modules/places/place.schema'
import type { NewActor } from '@/modules/actors/actor.schema'
import { naceVersion } from '@/modules/taxonomy/taxonomy.schema'

/** What is worked out from an actor's content when it is saved. */
type ActorFacts = { homeTerritoryId: string | null; nutsCode: string | null }

/** The original label: the name lists sort by and slugs are made of. */
export const labelOf = (actor: Pick<NewActor, 'names' | 'originalLanguage'>): string =>
  actor.names.find((name) => name.kind === 'label' && name.language === actor.originalLanguage)?.value ?? ''

export const actorColumns: Columns = {
  kind: 'actor_kind',
  folded_label: 'text',
  description: 'jsonb',
  home_territory_id: 'uuid',
  home_set_by_hand: 'boolean',
  address: 'text',
  postal_code: 'text',
  city: 'text',
  folded_city: 'text',
  place_id: 'integer',
  country: 'text',
  nuts_code: 'text',
  nuts_version: 'text',
  lau: 'text',
  longitude: 'double precision',
  latitude: 'double precision',
  precision: 'point_precision',
  geocoded_from: 'text',
  coarsened: 'boolean',
  sectors: 'text[]',
  nace_version: 'text',
  isced_fields: 'text[]',
  tags: 'text[]',
  size: 'size_class',
  employees_band: 'text',
  founded: 'text',
  languages_spoken: 'text[]',
  target_countries: 'text[]',
  offers: 'jsonb',
  seeks: 'jsonb',
  legal_status: 'legal_status',
  legal_status_since: 'text',
  successor_id: 'uuid',
  parent_id: 'uuid',
  email: 'text',
  phone: 'text',
  website: 'text',
  internal_notes: 'text',
}

/** Columns of one actor, without those of the base. */
export const actorRow = (actor: NewActor, facts: ActorFacts): Row => ({
  kind: actor.kind,
  folded_label: fold(labelOf(actor)),
  description: actor.description ?? null,
  home_territory_id: facts.homeTerritoryId,
  home_set_by_hand: actor.homeTerritoryId !== undefined,
  address: actor.address ?? null,
  postal_code: actor.postalCode ?? null,
  city: actor.city ?? null,
  folded_city: actor.city === undefined ? null : fold(actor.city),
  place_id: actor.placeId ?? null,
  country: actor.country,
  nuts_code: facts.nutsCode,
  nuts_version: facts.nutsCode === null ? null : nutsVersion,
  lau: actor.lau ?? null,
  longitude: actor.longitude ?? null,
  latitude: actor.latitude ?? null,
  precision: actor.longitude === undefined ? null : (actor.precision ?? 'exact'),
  geocoded_from: actor.geocodedFrom ?? null,
  coarsened: actor.coarsened,
  sectors: actor.sectors,
  nace_version: actor.sectors.length === 0 ? null : naceVersion,
  isced_fields: actor.iscedFields,
  tags: actor.tags,
  size: actor.size ?? null,
  employees_band: actor.employeesBand ?? null,
  founded: actor.founded ?? null,
  languages_spoken: actor.languagesSpoken,
  target_countries: actor.targetCountries,
  offers: actor.offers ?? null,
  seeks: actor.seeks ?? null,
  legal_status: actor.legalStatus,
  legal_status_since: actor.legalStatusSince ?? null,
  successor_id: actor.successorId ?? null,
  parent_id: actor.parentId ?? null,
  email: actor.email ?? null,
  phone: actor.phone ?? null,
  website: actor.website ?? null,
  internal_notes: actor.internalNotes ?? null,
})

export const nameColumns: Columns = {
  actor_id: 'uuid',
  kind: 'actor_name_kind',
  language: 'text',
  value: 'text',
  folded: 'text',
  compared: 'text',
  is_original: 'boolean',
  machine: 'boolean',
}

/** Rows of an actor's names; exactly one label is the original (9-decisions, Texts). */
export function nameRows(actorId: string, actor: NewActor): Row[] {
  const original = actor.names.findIndex((name) => name.kind === 'label' && name.language === actor.originalLanguage)
  return actor.names.map((name, index) => ({
    actor_id: actorId,
    kind: name.kind,
    language: name.language,
    value: name.value,
    folded: fold(name.value),
    compared: withoutLegalForm(name.value),
    is_original: index === original,
    machine: name.machine,
  }))
}

export const identifierColumns: Columns = { actor_id: 'uuid', scheme: 'identifier_scheme', value: 'text' }

export const identifierRows = (actorId: string, actor: NewActor): Row[] =>
  actor.identifiers.map(({ scheme, value }) => ({ actor_id: actorId, scheme, value }))
