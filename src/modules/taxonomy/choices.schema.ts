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
