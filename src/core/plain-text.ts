// Words that were copied out of Word or a page bring their markup along where a program pastes its source. Only what is
// written there is meant (practices: the programme's own form takes plain text).

const elements =
  'a|abbr|b|big|blockquote|body|br|center|code|col|colgroup|div|dl|dt|dd|em|font|footer|h[1-6]|head|header|hr|html|i|img|' +
  'li|link|main|meta|nav|ol|p|pre|s|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|' +
  'title|tr|tt|u|ul|xml'
// Office writes elements of its own: <o:p>, <w:WordDocument>.
const tag = new RegExp(`</?(?:${elements}|[a-z][a-z0-9]*:[a-z][\\w-]*)(?:\\s[^<>]*)?/?>`, 'gi')
const blocks = /<\/?(?:p|div|li|tr|h[1-6]|ul|ol|table|blockquote)(?:\s[^<>]*)?>/gi
const breaks = /<br(?:\s[^<>]*)?\/?>|<\/(?:p|div|li|tr|h[1-6]|blockquote)(?:\s[^<>]*)?>/gi
const items = /<li(?:\s[^<>]*)?>/gi
/** Comments and declarations: `<!--…-->`, `<![endif]>`, `<?xml …?>`. */
const declared = /<[!?][^<>]*>/g

const marks: Record<string, string> = {
  ...{ grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303', uml: '\u0308', ring: '\u030A' },
  ...{ cedil: '\u0327', caron: '\u030C' },
}
const named: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', euro: '€', hellip: '…', bull: '•' },
  ...{ rsquo: '’', lsquo: '‘', rdquo: '”', ldquo: '“', ndash: '–', mdash: '—', middot: '·', laquo: '«', raquo: '»' },
  ...{ aelig: 'æ', oslash: 'ø', lstrok: 'ł', szlig: 'ß' },
}

const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')

const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi

/** The characters that an entity stands for; one that is unknown, as it is. */
function meant([whole, decimal, hex, name = '']: RegExpExecArray): string {
  if (decimal !== undefined) return character(Number(decimal))
  if (hex !== undefined) return character(Number.parseInt(hex, 16))
  const mark = marks[name.slice(1)]
  return mark === undefined ? (named[name] ?? whole) : `${name.charAt(0)}${mark}`.normalize('NFC')
}

function decoded(text: string): string {
  let read = ''
  let at = 0
  for (const found of text.matchAll(entity)) {
    read += text.slice(at, found.index) + meant(found)
    at = found.index + found[0].length
  }
  return read + text.slice(at)
}

/** Leaves out all from an opening to its closing; in one pass, however often one stands without the other. */
function without(text: string, opening: string, closing: string): string {
  const small = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  let kept = ''
  let at = 0
  for (;;) {
    const from = small.indexOf(opening, at)
    const to = from === -1 ? -1 : small.indexOf(closing, from)
    if (to === -1) return kept + text.slice(at)
    kept += text.slice(at, from)
    at = to + closing.length
  }
}

/** The words of a text that brought its HTML or Word markup along; any other text, `a < b` too, as it is. */
export function plainText(text: string): string {
  if (text.search(tag) === -1 && !text.includes('<!--')) return text
  const hidden = [['<!--', '-->'], ...['style', 'script', 'xml', 'title'].map((name) => [`<${name}`, `</${name}>`])]
  const shown = hidden.reduce((rest, [opening = '', closing = '']) => without(rest, opening, closing), text)
  // In markup a line break is a blank; without blocks the text's own lines stay.
  const lines = shown.search(blocks) === -1 ? shown : shown.replace(/\s+/g, ' ')
  const words = lines.replace(breaks, '\n').replace(items, '• ').replace(declared, '').replace(tag, '')
  return decoded(words)
    .replace(/[ \t\u00A0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
