import { fold } from '@/core/fold'
import type { Columns, Row } from '@/core/row'
import { inLanguage } from '@/core/localized'
import type { NewRelation } from '@/modules/relations/relation.schema'
import { relationTypeFacts } from '@/modules/taxonomy/taxonomy.schema'

export const relationColumns: Columns = {
  type: 'relation_type',
  direction: 'direction',
  state: 'relation_state',
  title: 'jsonb',
  folded_title: 'text',
  description: 'jsonb',
  started: 'text',
  ended: 'text',
  renewed: 'text',
  legal_basis: 'text',
  programme: 'text',
  call: 'text',
  project_acronym: 'text',
  project_number: 'text',
  events_per_year: 'integer',
  people: 'integer',
  amount: 'numeric',
  amount_currency: 'text',
  amount_year: 'integer',
  themes: 'text[]',
  sectors: 'text[]',
  sdgs: 'integer[]',
  holder_id: 'uuid',
  usable_by_firms: 'usable_by_firms',
  offer: 'text[]',
  evidence: 'jsonb',
  internal_notes: 'text',
}

/** The title in its original language, or the names of the parties: what lists sort by and slugs are made of. */
export const labelOf = (relation: NewRelation, partyNames: readonly string[]): string =>
  relation.title === undefined
    ? partyNames.slice(0, 4).join(' – ')
    : inLanguage(relation.title, relation.title.original).value

/** Columns of one relation, without those of the base. */
export const relationRow = (relation: NewRelation, partyNames: readonly string[]): Row => ({
  type: relation.type,
  direction: relation.direction ?? relationTypeFacts[relation.type].direction,
  state: relation.state,
  title: relation.title ?? null,
  folded_title: fold(labelOf(relation, partyNames)),
  description: relation.description ?? null,
  started: relation.started ?? null,
  ended: relation.ended ?? null,
  renewed: relation.renewed ?? null,
  legal_basis: relation.legalBasis ?? null,
  programme: relation.programme ?? null,
  call: relation.call ?? null,
  project_acronym: relation.projectAcronym ?? null,
  project_number: relation.projectNumber ?? null,
  events_per_year: relation.eventsPerYear ?? null,
  people: relation.people ?? null,
  amount: relation.amount?.value ?? null,
  amount_currency: relation.amount?.currency ?? null,
  amount_year: relation.amount?.year ?? null,
  themes: relation.themes,
  sectors: relation.sectors,
  sdgs: relation.sdgs,
  holder_id: relation.holderId ?? null,
  usable_by_firms: relation.usableByFirms ?? null,
  offer: relation.offer,
  evidence: relation.evidence,
  internal_notes: relation.internalNotes ?? null,
})

export const partyColumns: Columns = {
  relation_id: 'uuid',
  position: 'integer',
  actor_id: 'uuid',
  place_id: 'integer',
  country: 'text',
  place_name: 'text',
  longitude: 'double precision',
  latitude: 'double precision',
  home_territory_id: 'uuid',
  role: 'party_role',
}

/** Rows of the parties, in their order. `homes`: the territory each place lies in; an actor has its own. */
export const partyRows = (relationId: string, relation: NewRelation, homes: readonly (string | null)[]): Row[] =>
  relation.parties.map((end, position) => ({
    relation_id: relationId,
    position,
    role: end.role,
    actor_id: 'actorId' in end ? end.actorId : null,
    place_id: 'placeId' in end ? end.placeId : null,
    country: 'country' in end ? end.country : null,
    place_name: 'country' in end ? (end.placeName ?? null) : null,
    longitude: 'country' in end ? (end.longitude ?? null) : null,
    latitude: 'country' in end ? (end.latitude ?? null) : null,
    home_territory_id: 'actorId' in end ? null : (homes[position] ?? null),
  }))
