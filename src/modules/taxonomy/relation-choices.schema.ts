/** Groups of relation types. Colour and icon belong to the group; the type is said in words. */
export const relationGroups = ['institutional', 'knowledge', 'economic', 'cultural', 'other'] as const

export type RelationGroup = (typeof relationGroups)[number]

export const directions = ['none', 'out', 'in'] as const

export type Direction = (typeof directions)[number]

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
