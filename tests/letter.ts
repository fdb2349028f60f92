// Reads a mail as it came over SMTP, as far as ours go: two parts, quoted-printable (RFC 2045 §6.7, RFC 2047).

export type Letter = { head: string; subject: string; text: string; html: string }

export function readLetter(source: string): Letter {
  const [head = '', body = ''] = cut(source)
  const headers = head.replace(/\r\n[ \t]+/g, ' ')
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(headers) ?? []
  const parts = body.split(`--${boundary}`).map((part) => cut(part.replace(/^\r\n/, '')))
  const partOf = (type: string) => decoded(parts.find(([partHead]) => partHead.includes(type))?.[1] ?? '')
  const [, subject = ''] = /^Subject: (.*)$/m.exec(headers) ?? []
  return { head: headers, subject: decodedWords(subject), text: partOf('text/plain'), html: partOf('text/html') }
}

/** The address behind the button. */
export const linkOf = ({ html }: Letter): string => /<a class="button" href="([^"]+)"/.exec(html)?.[1] ?? ''

function cut(text: string): [string, string] {
  const at = text.indexOf('\r\n\r\n')
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 4)]
}

const bytes = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

const decoded = (part: string) => bytes(part.replace(/=\r\n/g, '')).replaceAll('\r\n', '\n').trim()

const decodedWords = (header: string) =>
  header
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?(q|b)\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      /q/i.test(kind) ? bytes(text.replaceAll('_', ' ')) : Buffer.from(text, 'base64').toString('utf8'),
    )
