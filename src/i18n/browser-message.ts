import type { ReactNode } from 'react'

// What next-intl formats messages with in a browser (next.config.ts): its own way, intl-messageformat, weighs 12 kB
// compressed on every page. This reads what our messages use of ICU: arguments, {n, number}, plural, selectordinal, select,
// # and tags. A test holds both against each other over every message in every language.

type Choice = 'plural' | 'selectordinal' | 'select'
type Part =
  | string
  | { as: 'argument'; name: string }
  | { as: 'number'; name: string }
  | { as: Choice; name: string; options: Map<string, Part[]> }
  | { as: 'tag'; name: string; parts: Part[] }
  | { as: 'pound' }

type Tagged = (chunks: ReactNode) => ReactNode
type Values = Record<string, ReactNode | Date | Tagged>
type Options = {
  locale: string
  formatters: {
    getNumberFormat: (locale: string) => Intl.NumberFormat
    getPluralRules: (locale: string, options: Intl.PluralRulesOptions) => Intl.PluralRules
  }
}

const choices: ReadonlySet<string> = new Set(['plural', 'selectordinal', 'select'])
const isChoice = (word: string): word is Choice => choices.has(word)

/** Reads one message from left to right. */
class Reader {
  private at = 0

  constructor(private readonly text: string) {}

  /** Parts up to the end, a closing brace or a closing tag. `inPlural`: # stands for the number. */
  parts(inPlural: boolean): Part[] {
    const found: Part[] = []
    let words = ''
    const flush = () => {
      if (words !== '') found.push(words)
      words = ''
    }
    while (this.at < this.text.length) {
      const rest = this.text.slice(this.at)
      const sign = rest.charAt(0)
      const opening = /^<([a-zA-Z][\w.-]*)>/.exec(rest)
      if (sign === '}' || /^<\/[a-zA-Z]/.test(rest)) break
      if (sign === "'") words += this.quoted(rest, inPlural)
      else if (sign === '{') {
        flush()
        found.push(this.argument())
      } else if (opening?.[1] !== undefined) {
        flush()
        this.at += opening[0].length
        const parts = this.parts(inPlural)
        found.push({ as: 'tag', name: opening[1], parts })
        this.take(/^<\/[a-zA-Z][\w.-]*>/)
      } else if (sign === '#' && inPlural) {
        flush()
        found.push({ as: 'pound' })
        this.at++
      } else {
        words += sign
        this.at++
      }
    }
    flush()
    return found
  }

  private quoted(rest: string, inPlural: boolean): string {
    if (rest.startsWith("''")) return this.skip(2, "'")
    const isQuote = /^'[{}<>]/.test(rest) || (inPlural && rest.startsWith("'#"))
    if (!isQuote) return this.skip(1, "'")
    const inside = /^'((?:''|[^'])*)'?/.exec(rest)
    return this.skip(inside?.[0].length ?? 1, (inside?.[1] ?? '').replaceAll("''", "'"))
  }

  private argument(): Part {
    const [, name = '', , as = ''] = this.take(/^\{\s*([\w.-]+)\s*(,\s*(\w+)\s*)?/)
    if (as === '' || as === 'number') {
      this.take(/^\}/)
      return as === '' ? { as: 'argument', name } : { as: 'number', name }
    }
    if (!isChoice(as)) throw new Error(`a message with ${as}`)
    this.take(/^,\s*/)
    const options = new Map<string, Part[]>()
    while (this.text[this.at] !== '}') {
      const [, key = ''] = this.take(/^(=?[\w.-]+)\s*\{/)
      options.set(key, this.parts(as !== 'select'))
      this.take(/^\}\s*/)
    }
    this.at++
    return { as, name, options }
  }

  private skip(length: number, words: string): string {
    this.at += length
    return words
  }

  private take(pattern: RegExp): RegExpExecArray {
    const found = pattern.exec(this.text.slice(this.at))
    if (found === null) throw new Error(`a message that is not closed: ${this.text}`)
    this.at += found[0].length
    return found
  }
}

const known = new Map<string, Part[]>()

function read(text: string): Part[] {
  const parts = known.get(text) ?? new Reader(text).parts(false)
  known.set(text, parts)
  return parts
}

/** Neighbouring texts become one. */
function joined(nodes: readonly ReactNode[]): ReactNode[] {
  const found: ReactNode[] = []
  for (const node of nodes) {
    const last = found.at(-1)
    if (typeof node === 'string' && typeof last === 'string') found[found.length - 1] = last + node
    else found.push(node)
  }
  return found
}

function filled(parts: readonly Part[], values: Values, options: Options, count?: number): ReactNode[] {
  const { locale, formatters } = options
  const numberText = (value: number) => formatters.getNumberFormat(locale).format(value)
  const valueOf = (name: string) => {
    if (!(name in values)) throw new Error(`no value for ${name}`)
    return values[name]
  }
  const nodes = parts.flatMap((part): ReactNode[] => {
    if (typeof part === 'string') return [part]
    if (part.as === 'pound') return [count === undefined ? '#' : numberText(count)]
    const value = valueOf(part.name)
    if (part.as === 'tag') {
      if (typeof value !== 'function') throw new Error(`no tag ${part.name}`)
      const made = value(filled(part.parts, values, options, count))
      return [made]
    }
    if (part.as === 'number') return [numberText(Number(value))]
    if (part.as === 'argument') return [typeof value === 'object' ? nodeOf(value) : String(value ?? '')]
    const chosen = optionOf(part, value, options)
    if (chosen === undefined) throw new Error(`no option for ${String(value)}`)
    return filled(chosen, values, options, part.as === 'select' ? count : Number(value))
  })
  return joined(nodes)
}

const nodeOf = (value: ReactNode | Date): ReactNode => (value instanceof Date ? String(value) : value)

function optionOf(
  { as, options }: { as: Choice; options: Map<string, Part[]> },
  value: Values[string],
  { locale, formatters }: Options,
): Part[] | undefined {
  if (as === 'select') return options.get(String(value)) ?? options.get('other')
  const rules = formatters.getPluralRules(locale, { type: as === 'plural' ? 'cardinal' : 'ordinal' })
  return options.get(`=${String(value)}`) ?? options.get(rules.select(Number(value))) ?? options.get('other')
}

/** The signature next-intl calls with: a message as it stands in the files, and its values. */
// eslint-disable-next-line no-restricted-syntax -- next-intl asks for it so
export default function formatMessage(key: string, message: unknown, values: Values | undefined, options: Options) {
  if (typeof message !== 'string') throw new Error(`${key} is no text`)
  if (values === undefined && !/['<{]/.test(message)) return message
  const nodes = filled(read(message), values ?? {}, options)
  return nodes.length > 1 ? nodes : (nodes[0] ?? '')
}
formatMessage.raw = true
