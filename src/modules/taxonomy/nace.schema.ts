import { fold } from '@/core/fold'
import { locales } from '@/core/localized'
import nace from '@/modules/taxonomy/nace.json'
import { sectionOf, sectorCodes } from '@/modules/taxonomy/taxonomy.schema'

// Titles of NACE Rev. 2. Read on the server only: a page passes down the titles it shows.
const titles = new Map(Object.entries<string[]>(nace.titles))

/** Title of a NACE section or division in the reader's language, else in English; the code itself when unknown. */
export function sectorName(code: string, locale: string): string {
  const title = titles.get(code)
  return title?.[locales.findIndex((one) => one === locale)] ?? title?.[0] ?? code
}

/** One entry of a sector list: `{ code: 'C28', section: 'C', name: 'Manufacture of machinery …' }`. */
type Sector = { code: string; section: string; name: string }

/** All sections, each followed by its divisions, with titles in one language. */
export const sectorsIn = (locale: string): Sector[] =>
  sectorCodes.map((code) => ({ code, section: sectionOf(code), name: sectorName(code, locale) }))

const byCode = new Map(sectorCodes.map((code) => [code.slice(-2), code]))

/** The sector of a code as files write it (`C28`, `28`, `28.1`, `c`), or of its title in one of the five languages; or null. */
export function sectorOf(text: string): string | null {
  const [, section = '', digits] = /^\s*([a-u])?\.?\s*(\d{1,2})?(?:\.\d{1,2})?\s*$/i.exec(text) ?? []
  if (digits !== undefined) {
    const code = byCode.get(digits.padStart(2, '0')) ?? null
    return code === null || section === '' || sectionOf(code) === section.toUpperCase() ? code : null
  }
  if (section !== '') return section.toUpperCase()
  const folded = fold(text)
  return sectorCodes.find((code) => titles.get(code)?.some((title) => fold(title) === folded)) ?? null
}
