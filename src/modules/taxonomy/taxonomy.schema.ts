import { z } from 'zod'

/** The seven kinds of actor (closed list), in the order of legends and filters. Labels: messages `taxonomy.kind`. */
export const actorKinds = [
  'enterprise',
  'public_authority',
  'university',
  'research_centre',
  'association',
  'cultural_actor',
  'other',
] as const
export const actorKind = z.enum(actorKinds, { error: 'choose' })
export type ActorKind = z.output<typeof actorKind>

/** Groups of relation types. Colour and icon belong to the group; the type is said in words. */
export const relationGroups = ['institutional', 'knowledge', 'economic', 'cultural', 'other'] as const
export const relationGroup = z.enum(relationGroups)
export type RelationGroup = z.output<typeof relationGroup>

export const directions = ['none', 'out', 'in'] as const
export const direction = z.enum(directions, { error: 'choose' })
export type Direction = z.output<typeof direction>

type TypeFacts = { group: RelationGroup; mustBeInternational: boolean; direction: Direction }
const fact = (group: RelationGroup, direction: Direction = 'none', mustBeInternational = false): TypeFacts => ({
  group,
  direction,
  mustBeInternational,
})

/**
 * Relation types (closed list) with their group, their direction by default, and whether they must join two countries
 * (9-decisions, Relation types). Labels: messages `taxonomy.type`.
 */
export const relationTypeFacts = {
  twinning: fact('institutional'),
  friendship_pact: fact('institutional'),
  memorandum: fact('institutional'),
  decentralised_cooperation: fact('institutional'),
  network_membership: fact('institutional'),
  consular: fact('institutional', 'none', true),
  governance: fact('institutional', 'out'),
  eu_project: fact('knowledge'),
  research_cooperation: fact('knowledge'),
  student_mobility: fact('knowledge', 'out'),
  staff_mobility: fact('knowledge', 'out'),
  joint_degree: fact('knowledge'),
  export: fact('economic', 'out', true),
  import: fact('economic', 'in', true),
  inward_investment: fact('economic', 'in', true),
  outward_investment: fact('economic', 'out', true),
  branch_abroad: fact('economic', 'out', true),
  trade_mission: fact('economic', 'out', true),
  cluster_cooperation: fact('economic'),
  membership: fact('economic'),
  supply: fact('economic', 'out'),
  cultural_exchange: fact('cultural'),
  festival_exhibition: fact('cultural'),
  diaspora: fact('cultural', 'none', true),
  other: fact('other'),
} as const satisfies Record<string, TypeFacts>

export const relationType = z.enum(
  [
    'twinning',
    'friendship_pact',
    'memorandum',
    'decentralised_cooperation',
    'network_membership',
    'consular',
    'governance',
    'eu_project',
    'research_cooperation',
    'student_mobility',
    'staff_mobility',
    'joint_degree',
    'export',
    'import',
    'inward_investment',
    'outward_investment',
    'branch_abroad',
    'trade_mission',
    'cluster_cooperation',
    'membership',
    'supply',
    'cultural_exchange',
    'festival_exhibition',
    'diaspora',
    'other',
  ],
  { error: 'choose' },
)
export type RelationType = z.output<typeof relationType>
export const relationTypes = relationType.options

export const groupOf = (type: RelationType): RelationGroup => relationTypeFacts[type].group
export const typesOf = (group: RelationGroup): RelationType[] => relationTypes.filter((type) => groupOf(type) === group)

export const partyRoles = ['lead', 'partner', 'signatory', 'host', 'sender', 'receiver', 'member', 'funder'] as const
export const partyRole = z.enum(partyRoles, { error: 'choose' })
export type PartyRole = z.output<typeof partyRole>

export const relationStates = ['planned', 'active', 'dormant', 'suspended', 'ended'] as const
export const relationState = z.enum(relationStates, { error: 'choose' })
export type RelationState = z.output<typeof relationState>

export const usableByFirms = z.enum(['yes', 'on_request', 'no'], { error: 'choose' })
export type UsableByFirms = z.output<typeof usableByFirms>

/** What a holder can offer to a firm. Labels: messages `taxonomy.offer`. */
export const offers = ['introduction', 'mission_slot', 'office', 'translator', 'fair_stand'] as const
export const offer = z.enum(offers, { error: 'choose' })
export type Offer = z.output<typeof offer>

export const pointPrecisions = ['exact', 'street', 'city', 'region', 'country'] as const
export const pointPrecision = z.enum(pointPrecisions, { error: 'choose' })
export type PointPrecision = z.output<typeof pointPrecision>

export const sizeClasses = ['micro', 'small', 'medium', 'large'] as const
export const sizeClass = z.enum(sizeClasses, { error: 'choose' })

export const legalStatus = z.enum(['active', 'inactive', 'merged'], { error: 'choose' })

export const nameKinds = ['label', 'official', 'acronym', 'alias'] as const
export const nameKind = z.enum(nameKinds, { error: 'choose' })

export const identifierSchemes = ['vat', 'register', 'lei', 'pic', 'oid', 'ror', 'isni', 'wikidata', 'domain'] as const
export const identifierScheme = z.enum(identifierSchemes, { error: 'choose' })
export type IdentifierScheme = z.output<typeof identifierScheme>

export const territoryLevels = ['city', 'province', 'region'] as const
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

/** ISCED-F 2013 broad fields. Labels: messages `taxonomy.isced`. */
export const iscedFields = ['00', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10'] as const
export const iscedField = z.enum(iscedFields, { error: 'unknownStudyField' })

/** Sustainable Development Goals. Labels: messages `taxonomy.sdg`. */
export const sdgs = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17] as const
export const sdg = z.literal(sdgs, { error: 'choose' })

/** Themes of relations and practices that come with the product. Labels: messages `taxonomy.theme`. */
export const themes = [
  'agri_food',
  'mechanics',
  'energy_environment',
  'water',
  'digital',
  'health_social',
  'education_skills',
  'research_innovation',
  'start_ups',
  'tourism_territorial_brand',
  'culture_creativity',
  'human_rights_peace',
  'internationalisation_services',
  'investment_attraction',
] as const
/** A theme by its code: one of the product's, or one that administrators added (code-entry); a save looks it up. */
export const theme = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'choose' })
