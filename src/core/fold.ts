import anyAscii from 'any-ascii'

/**
 * The only folding in the house (9-decisions, Texts): Latin letters without accents, lower case, one space between
 * words. `fold('  Göteborgs  UNIVERSITET ')` is `'goteborgs universitet'`. Also used before COPY, so that what the
 * database holds and what the browser typed always fold alike.
 */
export function fold(text: string): string {
  return anyAscii(text.normalize('NFC')).toLowerCase().replace(/\s+/g, ' ').trim()
}
