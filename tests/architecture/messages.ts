import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'

export const languages = ['en', 'it', 'es', 'sv', 'pl']

/** Plural forms a language needs for whole numbers (CLDR); `other` is always needed. */
const pluralForms: Record<string, string[]> = {
  en: ['one'],
  it: ['one'],
  es: ['one'],
  sv: [], // ett förslag, två förslag: one form may do
  pl: ['one', 'few', 'many'],
}

/** The messages of one namespace: language → key path → text. */
export type Namespace = { name: string; texts: Record<string, Map<string, string>> }

/** Flattens nested messages to `part.intent` → text; what is not text is reported as a fault elsewhere. */
export function flatten(messages: unknown, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>()
  if (typeof messages !== 'object' || messages === null) return flat
  for (const [key, value] of Object.entries(messages)) {
    const path = prefix ? `${prefix}.${key}` : key
    if (typeof value === 'string') flat.set(path, value)
    else for (const [inner, text] of flatten(value, path)) flat.set(inner, text)
  }
  return flat
}

/** Faults of one namespace over all languages: keys missing or too many, blank, unparsable, other placeholders. */
export function messageFaults({ name, texts }: Namespace): string[] {
  const original = texts.en ?? new Map<string, string>()
  return languages.flatMap((language) => {
    const translated = texts[language]
    if (!translated) return [`${language}/${name}.json is missing`]
    const missing = [...original.keys()]
      .filter((key) => !translated.has(key))
      .map((key) => `${language}/${name}: ${key} is missing`)
    const extra = [...translated.keys()]
      .filter((key) => !original.has(key))
      .map((key) => `${language}/${name}: ${key} is not in English`)
    const wrong = [...translated].flatMap(([key, text]) =>
      textFaults(language, text, original.get(key)).map((fault) => `${language}/${name}: ${key} ${fault}`),
    )
    return [...missing, ...extra, ...wrong]
  })
}

function textFaults(language: string, text: string, original: string | undefined): string[] {
  if (text.trim() === '') return ['is blank']
  try {
    const placeholders = placeholdersOf(parse(text))
    const expected = placeholdersOf(parse(original ?? text))
    const faults =
      placeholders.join() === expected.join()
        ? []
        : [`takes ${placeholders.join(', ') || 'nothing'}, English takes ${expected.join(', ') || 'nothing'}`]
    return [...faults, ...missingPlurals(language, parse(text))]
  } catch (error) {
    return [`cannot be read as ICU: ${error instanceof Error ? error.message : String(error)}`]
  }
}

/** Names with their kind, sorted, each once: `count:plural`, `b:tag`. */
function placeholdersOf(elements: MessageFormatElement[]): string[] {
  const found = new Set<string>()
  const visit = (element: MessageFormatElement): void => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return
    // `{count}` in one language and `{count, plural, …}` in another take the same value.
    const kind = element.type === TYPE.tag ? 'tag' : 'value'
    found.add(`${element.value}:${kind}`)
    if (element.type === TYPE.tag) element.children.forEach(visit)
    if (element.type === TYPE.plural || element.type === TYPE.select)
      Object.values(element.options).forEach((option) => option.value.forEach(visit))
  }
  elements.forEach(visit)
  return [...found].sort()
}

/** Names of the values and tags a text takes. */
export const placeholdersIn = (text: string): string[] =>
  placeholdersOf(parse(text)).map((placeholder) => placeholder.split(':')[0] ?? '')

function missingPlurals(language: string, elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element): string[] => {
    if (element.type === TYPE.tag) return missingPlurals(language, element.children)
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return []
    const inner = Object.values(element.options).flatMap((option) => missingPlurals(language, option.value))
    if (element.type === TYPE.select || element.pluralType === 'ordinal') return inner
    const missing = (pluralForms[language] ?? []).filter((form) => !(form in element.options))
    return missing.length > 0 ? [...inner, `has no plural form ${missing.join(', ')} for ${element.value}`] : inner
  })
}

/** The namespaces a source text asks for: `useTranslations('actors.list')` asks for `actors`. */
export const namespacesAskedBy = (code: string): string[] =>
  [...code.matchAll(/\b(?:use|get)Translations\(\s*(?:\{[^}]*namespace:\s*)?['"]([\w-]+)/g)].flatMap(([, name]) =>
    name ? [name] : [],
  )

/** Where `.rich` gives a function for what is no tag of that message: its source would be printed. `texts` by key path. */
export function tagFaults(text: string, texts: ReadonlyMap<string, string>): string[] {
  return [...text.matchAll(/\.rich\(\s*'([\w.]+)'/g)].flatMap(({ 1: key = '', index }) => {
    const given = [...upToItsEnd(text, index).matchAll(/(\w+): \([^()]*\) =>/g)].map(([, name]) => name ?? '')
    const said = [...texts].filter(([path]) => path === key || path.endsWith(`.${key}`)).map(([, words]) => words)
    return given.filter((name) => !said.some((words) => words.includes(`<${name}>`))).map((name) => `${key}: ${name}`)
  })
}

/** The call that begins at `from`, up to the parenthesis that closes it. */
function upToItsEnd(text: string, from: number): string {
  let depth = 0
  for (let at = text.indexOf('(', from); at < text.length; at += 1) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')') depth -= 1
    if (depth === 0) return text.slice(from, at)
  }
  return text.slice(from)
}
