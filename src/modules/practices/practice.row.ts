import { fold } from '@/core/fold'
import { inLanguage } from '@/core/localized'
import type { Columns, Row } from '@/core/row'
import type { NewPractice } from '@/modules/practices/practice.schema'
import type { PointPrecision } from '@/modules/taxonomy/taxonomy.schema'

/** Where a practice stands on the map: worked out from its place, region or country, whichever says most. */
export type PracticePoint = { longitude: number; latitude: number; precision: PointPrecision } | null

export const practiceColumns: Columns = {
  title: 'jsonb',
  folded_title: 'text',
  folded_titles: 'text[]',
  themes: 'text[]',
  axes: 'text[]',
  sectors: 'text[]',
  scope: 'geographical_scope',
  country: 'text',
  nuts_code: 'text',
  place_id: 'integer',
  longitude: 'double precision',
  latitude: 'double precision',
  precision: 'point_precision',
  in_charge_id: 'uuid',
  in_charge_is_author: 'boolean',
  from_project: 'text',
  summary: 'jsonb',
  detail: 'jsonb',
  resources: 'jsonb',
  started: 'text',
  ended: 'text',
  ongoing: 'boolean',
  evidence_of_success: 'jsonb',
  challenges: 'jsonb',
  potential: 'jsonb',
  further_information: 'jsonb',
  links: 'jsonb',
  keywords: 'text[]',
  internal_notes: 'text',
}

/** The title in its original language: what lists sort by and slugs are made of. */
export const labelOf = ({ title }: NewPractice): string => inLanguage(title, title.original).value

/** Columns of one practice, without those of the base. */
export const practiceRow = (practice: NewPractice, point: PracticePoint): Row => ({
  title: practice.title,
  folded_title: fold(labelOf(practice)),
  folded_titles: Object.values(practice.title.texts).map(({ value }) => fold(value)),
  themes: practice.themes,
  axes: practice.axes,
  sectors: practice.sectors,
  scope: practice.scope ?? null,
  country: practice.country ?? null,
  nuts_code: practice.nutsCode ?? null,
  place_id: practice.placeId ?? null,
  longitude: point?.longitude ?? null,
  latitude: point?.latitude ?? null,
  precision: point?.precision ?? null,
  in_charge_id: practice.inChargeId ?? null,
  in_charge_is_author: practice.inChargeIsAuthor,
  from_project: practice.fromProject ?? null,
  summary: practice.summary ?? null,
  detail: practice.detail ?? null,
  resources: practice.resources ?? null,
  started: practice.started ?? null,
  ended: practice.ended ?? null,
  ongoing: practice.ongoing,
  evidence_of_success: practice.evidenceOfSuccess ?? null,
  challenges: practice.challenges ?? null,
  potential: practice.potential ?? null,
  further_information: practice.furtherInformation ?? null,
  links: practice.links,
  keywords: practice.keywords,
  internal_notes: practice.internalNotes ?? null,
})

export const practiceActorColumns: Columns = { practice_id: 'uuid', actor_id: 'uuid' }
export const practiceRelationColumns: Columns = { practice_id: 'uuid', relation_id: 'uuid' }

export const practiceActorRows = (id: string, { actors }: NewPractice): Row[] =>
  actors.map((actorId) => ({ practice_id: id, actor_id: actorId }))
export const practiceRelationRows = (id: string, { relations }: NewPractice): Row[] =>
  relations.map((relationId) => ({ practice_id: id, relation_id: relationId }))
