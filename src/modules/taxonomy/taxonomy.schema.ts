import { z } from 'zod'
import {
  actorKinds,
  pointPrecisions,
  sizeClasses,
  legalStatuses,
  nameKinds,
  identifierSchemes,
  territoryLevels,
  iscedFields,
  sdgs,
} from '@/modules/taxonomy/choices.schema'
import {
  relationGroups,
  directions,
  relationTypes,
  partyRoles,
  relationStates,
  firmUses,
  offers,
} from '@/modules/taxonomy/relation-choices.schema'

export {
  actorKinds,
  pointPrecisions,
  sizeClasses,
  nameKinds,
  identifierSchemes,
  territoryLevels,
  iscedFields,
  sdgs,
  themes,
} from '@/modules/taxonomy/choices.schema'
export {
  relationGroups,
  type RelationGroup,
  directions,
  type Direction,
  relationTypeFacts,
  relationTypes,
  type RelationType,
  groupOf,
  typesOf,
  partyRoles,
  relationStates,
  offers,
} from '@/modules/taxonomy/relation-choices.schema'

export const actorKind = z.enum(actorKinds, { error: 'choose' })
export type ActorKind = z.output<typeof actorKind>

export const relationGroup = z.enum(relationGroups)

export const direction = z.enum(directions, { error: 'choose' })

export const relationType = z.enum(relationTypes, { error: 'choose' })

export const partyRole = z.enum(partyRoles, { error: 'choose' })
export type PartyRole = z.output<typeof partyRole>

export const relationState = z.enum(relationStates, { error: 'choose' })
export type RelationState = z.output<typeof relationState>

export const usableByFirms = z.enum(firmUses, { error: 'choose' })

export const offer = z.enum(offers, { error: 'choose' })

export const pointPrecision = z.enum(pointPrecisions, { error: 'choose' })
export type PointPrecision = z.output<typeof pointPrecision>

export const sizeClass = z.enum(sizeClasses, { error: 'choose' })

export const legalStatus = z.enum(legalStatuses, { error: 'choose' })

export const nameKind = z.enum(nameKinds, { error: 'choose' })

export const identifierScheme = z.enum(identifierSchemes, { error: 'choose' })
export type IdentifierScheme = z.output<typeof identifierScheme>

export const territoryLevel = z.enum(territoryLevels, { error: 'choose' })

// NACE Rev. 2 (Regulation (EC) No 1893/2006, Annex I): the divisions of each section. Titles are in nace.schema, so
// that a form can check a code without carrying 109 titles in five languages.
const divisions = {
  A: '01 02 03',
  B: '05 06 07 08 09',
  C: '10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33',
  D: '35',
  E: '36 37 38 39',
  F: '41 42 43',
  G: '45 46 47',
  H: '49 50 51 52 53',
  I: '55 56',
  J: '58 59 60 61 62 63',
  K: '64 65 66',
  L: '68',
  M: '69 70 71 72 73 74 75',
  N: '77 78 79 80 81 82',
  O: '84',
  P: '85',
  Q: '86 87 88',
  R: '90 91 92 93',
  S: '94 95 96',
  T: '97 98',
  U: '99',
}

/** The version of NACE that sector codes are of, as stored in `nace_version`. */
export const naceVersion = '2'

/** Codes of NACE sections (`C`), each followed by its divisions (`C28`), in the order of the classification. */
export const sectorCodes: readonly string[] = Object.entries(divisions).flatMap(([section, codes]) => [
  section,
  ...codes.split(' ').map((code) => section + code),
])
const knownSectors = new Set(sectorCodes)

/** NACE section (`C`), or section and division (`C28`). */
export const sectorCode = z.string().refine((code) => knownSectors.has(code), { error: 'unknownSector' })
/** The section a sector code belongs to: `C28` → `C`. */
export const sectionOf = (code: string): string => code.charAt(0)

/** A section stands for its divisions too: `C` → `C`, `C10` … `C33`; a division for itself. */
export const withDivisions = (code: string): string[] =>
  code.length === 1 ? sectorCodes.filter((known) => sectionOf(known) === code) : [code]

export const iscedField = z.enum(iscedFields, { error: 'unknownStudyField' })

export const sdg = z.literal(sdgs, { error: 'choose' })

/** A theme by its code: one of the product's, or one that administrators added (code-entry); a save looks it up. */
export const theme = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'choose' })
