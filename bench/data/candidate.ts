import type { IdentifierScheme } from '@/modules/taxonomy/taxonomy.schema'
import type { NewActorInput } from '@/modules/actors/actor.schema'

/** A body of a published file, before it is placed. */
export type Candidate = {
  source: string
  recordId: string
  kind: NewActorInput['kind']
  name: string
  language: string
  country: string
  /** Spelling of a place, looked up in the gazetteer. */
  city?: string | undefined
  /** Degrees east and north. */
  point?: [number, number] | undefined
  /** A city of the country, by population, when neither is known: the source only names a region. */
  anywhere?: boolean
  otherNames?: NewActorInput['names']
  address?: string | undefined
  postalCode?: string | undefined
  identifiers?: { scheme: IdentifierScheme; value: string }[]
  website?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  founded?: string | undefined
}

const languages: Record<string, string> = {
  ...{ AT: 'de', BE: 'nl', BG: 'bg', CH: 'de', CY: 'el', CZ: 'cs', DE: 'de', DK: 'da', EE: 'et', ES: 'es', FI: 'fi' },
  ...{ FR: 'fr', GR: 'el', HR: 'hr', HU: 'hu', IT: 'it', LT: 'lt', LU: 'fr', LV: 'lv', NL: 'nl', NO: 'no', PL: 'pl' },
  ...{ PT: 'pt', RO: 'ro', SE: 'sv', SI: 'sl', SK: 'sk' },
}

/** The language names of a country are most often in; English where files write in English. */
export const languageOf = (country: string): string => languages[country] ?? 'en'

/** The European Commission writes two countries in its own way. */
export const isoCountry = (code: string): string => ({ EL: 'GR', UK: 'GB' })[code] ?? code
