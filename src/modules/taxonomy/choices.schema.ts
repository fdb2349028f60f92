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

/** Groups of relation types. Colour and icon belong to the group; the type is said in words. */
export const relationGroups = ['institutional', 'knowledge', 'economic', 'cultural', 'other'] as const

export type RelationGroup = (typeof relationGroups)[number]

export const directions = ['none', 'out', 'in'] as const

export type Direction = (typeof directions)[number]

export type TypeFacts = { group: RelationGroup; mustBeInternational: boolean; direction: Direction }
export const fact = (group: RelationGroup, direction: Direction = 'none', mustBeInternational = false): TypeFacts => ({
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

export const relationTypes = [
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
] as const

export type RelationType = (typeof relationTypes)[number]

export const groupOf = (type: RelationType): RelationGroup => relationTypeFacts[type].group
export const typesOf = (group: RelationGroup): RelationType[] => relationTypes.filter((type) => groupOf(type) === group)

export const partyRoles = ['lead', 'partner', 'signatory', 'host', 'sender', 'receiver', 'member', 'funder'] as const

export const relationStates = ['planned', 'active', 'dormant', 'suspended', 'ended'] as const

export const firmUses = ['yes', 'on_request', 'no'] as const

/** What a holder can offer to a firm. Labels: messages `taxonomy.offer`. */
export const offers = ['introduction', 'mission_slot', 'office', 'translator', 'fair_stand'] as const

export const pointPrecisions = ['exact', 'street', 'city', 'region', 'country'] as const

export const sizeClasses = ['micro', 'small', 'medium', 'large'] as const

export const legalStatuses = ['active', 'inactive', 'merged'] as const

export const nameKinds = ['label', 'official', 'acronym', 'alias'] as const

export const identifierSchemes = ['vat', 'register', 'lei', 'pic', 'oid', 'ror', 'isni', 'wikidata', 'domain'] as const

export const territoryLevels = ['city', 'province', 'region'] as const

/** ISCED-F 2013 broad fields. Labels: messages `taxonomy.isced`. */
export const iscedFields = ['00', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10'] as const

/** Sustainable Development Goals. Labels: messages `taxonomy.sdg`. */
export const sdgs = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17] as const

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

/** Lists that administrators add to. Kinds and types are closed: colours, icons and rules hang on them. */
export const codeLists = ['theme', 'tag'] as const
