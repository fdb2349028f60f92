import { fold } from './fold'

// Legal forms of the partners' countries and their neighbours, folded and without dots; longer ones first where one
// ends with another. Sources: the countries' company laws; European Company (SE) Council Regulation 2157/2001.
const forms = [
  'societa a responsabilita limitata', 'societa per azioni', 'societa cooperativa sociale', 'societa cooperativa',
  'soc coop sociale', 'soc coop arl', 'soc coop', 'scarl', 'scrl', 'srls', 'srl', 'spa', 'sapa', 'snc', 'sas', 'onlus',
  'spolka z ograniczona odpowiedzialnoscia', 'spolka akcyjna', 'sp z o o', 'sp z oo', 'spzoo', 'sp j', 'sp k', 's a', 'sa',
  'aktiebolag', 'aktiebolaget', 'ab', 'hb', 'kb', 'ek for', 'ideell forening',
  'sociedad limitada', 'sociedad anonima', 's coop', 'slu', 'sl', 'sau', 'scoop',
  'limited', 'ltd', 'plc', 'llp', 'llc', 'inc', 'cic', 'gmbh', 'ag', 'kg', 'ug', 'ev', 'sarl', 'sasu', 'bv', 'nv', 'oy', 'as', 'aps',
  'doo', 'd o o', 'sro', 's r o', 'kft', 'zrt', 'se',
] // prettier-ignore

const pattern = new RegExp(`(?:^| )(?:${[...forms].sort((a, b) => b.length - a.length).join('|')})$`)

/**
 * A name as it is compared with others: folded, without punctuation and without its legal form at the end or, as in
 * Swedish, at the beginning. `'Officine Esempio S.r.l.'` and `'OFFICINE ESEMPIO'` give the same text.
 */
export function withoutLegalForm(name: string): string {
  const words = fold(name)
    .replace(/\b(?:[a-z]\.\s?){2,}/g, (letters) => `${letters.replace(/[.\s]/g, '')} `) // S.r.l. → srl, Sp. z o.o. below
    .replace(/[.,()"'’&/\\-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const bare = words.replace(pattern, '').replace(/^ab /, '').trim()
  return bare === '' ? words : bare
}
