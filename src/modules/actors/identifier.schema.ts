import type { IdentifierScheme } from '@/modules/taxonomy/taxonomy.schema'

/** One way of writing each identifier, so that the same body is found however it was typed. */
export function normalIdentifier(scheme: IdentifierScheme, value: string): string {
  const text = value.trim()
  switch (scheme) {
    case 'ror':
      return text.toLowerCase().replace(/^(https?:\/\/)?(www\.)?ror\.org\/([^/]+)\/?$/, '$3')
    case 'wikidata':
      return text.replace(/^(https?:\/\/)?(www\.)?wikidata\.org\/(wiki|entity)\//i, '').toUpperCase()
    case 'isni':
      return text
        .replace(/^(https?:\/\/)?(www\.)?isni\.org\/(isni\/)?/i, '')
        .replace(/[\s-]/g, '')
        .toUpperCase()
    case 'domain':
      return text
        .toLowerCase()
        .replace(/^[a-z]+:\/\//, '')
        .replace(/^www\./, '')
        .replace(/[/?#:].*$/, '')
    case 'lei':
    case 'oid':
    case 'vat':
      return text.replace(/[\s.-]/g, '').toUpperCase()
    case 'pic':
      return text.replace(/[\s.-]/g, '')
    case 'register':
      return text
  }
}

const forms: Partial<Record<IdentifierScheme, RegExp>> = {
  lei: /^[A-Z0-9]{18}\d{2}$/, // ISO 17442-1
  pic: /^\d{9}$/, // EU Funding & Tenders participant identification code
  oid: /^E\d{8}$/, // Erasmus+ organisation ID
  ror: /^0[a-hj-km-np-tv-z0-9]{6}\d{2}$/, // ROR identifier pattern
  isni: /^\d{15}[\dX]$/, // ISO 27729
  wikidata: /^Q[1-9]\d*$/,
  domain: /^[a-z0-9-]+(\.[a-z0-9-]+)+$/,
  vat: /^[A-Z0-9]{4,15}$/,
}

/** ISO/IEC 7064 MOD 97-10, as ISO 17442 asks of an LEI. */
function leiChecks(value: string): boolean {
  let rest = 0
  for (const char of value)
    for (const digit of String(Number.parseInt(char, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

/** ISO/IEC 7064 MOD 11-2, as ISO 27729 asks of an ISNI. */
function isniChecks(value: string): boolean {
  let total = 0
  for (const digit of value.slice(0, 15)) total = (total + Number(digit)) * 2
  const check = (12 - (total % 11)) % 11
  return value.at(-1) === (check === 10 ? 'X' : String(check))
}

/** Why a normalised identifier cannot be one of its scheme: a message key, or null. */
export function identifierProblem(scheme: IdentifierScheme, value: string): string | null {
  if (forms[scheme]?.test(value) === false) return 'badIdentifier'
  if (scheme === 'lei' && !leiChecks(value)) return 'badIdentifier'
  if (scheme === 'isni' && !isniChecks(value)) return 'badIdentifier'
  return null
}

const resolvers: Partial<Record<IdentifierScheme, string>> = {
  ror: 'https://ror.org/',
  wikidata: 'https://www.wikidata.org/wiki/',
  isni: 'https://isni.org/isni/',
  lei: 'https://search.gleif.org/#/record/',
  pic: 'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/how-to-participate/org-details/',
  domain: 'https://',
}

/** Page of the register that gave a normalised identifier, or null where it has none. */
export function identifierLink(scheme: IdentifierScheme, value: string): string | null {
  const register = resolvers[scheme]
  return register === undefined ? null : register + encodeURI(value)
}
