import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import compile from 'icu-minify/compile'
import format, { type FormatValues } from 'icu-minify/format'
import { createTranslator } from 'next-intl'
import { createElement, type ReactNode } from 'react'
import { expect, test } from 'vitest'
import { locales } from '@/core/localized'
import { filled } from './filled'
import { loadCompiledMessages } from './messages'

const formatters = {
  getDateTimeFormat: (locale: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
  getNumberFormat: (locale: string) => new Intl.NumberFormat(locale),
  getPluralRules: (locale: string, options: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options),
}

/** Every text of an object of messages, with its path. */
function textsIn(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`))
}

const textsOf = (locale: string) =>
  readdirSync(join('messages', locale)).flatMap((file) =>
    textsIn(JSON.parse(readFileSync(join('messages', locale, file), 'utf8')), file),
  )

/** What a message asks for: numbers, words with the options it knows, tags. */
function asksFor(elements: readonly MessageFormatElement[], found = new Map<string, readonly unknown[]>()) {
  const tag = (chunks: ReactNode) => createElement('b', null, chunks)
  for (const element of elements) {
    if (element.type === TYPE.argument) found.set(element.value, found.get(element.value) ?? ['Città', 3])
    if (element.type === TYPE.number) found.set(element.value, [0, 1, 1234.5])
    if (element.type === TYPE.select) found.set(element.value, [...Object.keys(element.options), 'strange'])
    if (element.type === TYPE.plural) found.set(element.value, [0, 1, 2, 3, 5, 12, 22, 1234])
    if (element.type === TYPE.select || element.type === TYPE.plural)
      for (const { value } of Object.values(element.options)) asksFor(value, found)
    if (element.type !== TYPE.tag) continue
    found.set(element.value, [tag])
    asksFor(element.children, found)
  }
  return found
}

/** So many sets of values that every option of every choice is taken. */
function samplesOf(text: string): Record<string, unknown>[] {
  const asked = [...asksFor(parse(text))]
  const most = Math.max(1, ...asked.map(([, values]) => values.length))
  return Array.from({ length: most }, (_, turn) =>
    Object.fromEntries(asked.map(([name, values]) => [name, values[turn % values.length]])),
  )
}

const partsOf = (element: object) => {
  const { type, props } = Object.assign({ type: '', props: { children: null } }, element)
  return { type, children: props.children }
}

const shown = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(shown)
  if (typeof node !== 'object' || node === null || !('props' in node)) return node
  const { type, children } = partsOf(node)
  return { type, children: shown(children) }
}

for (const locale of locales)
  test(`${locale}: every message says the same compiled and whole`, () => {
    const texts = textsOf(locale)
    expect(texts.length).toBeGreaterThan(500)
    for (const [path, text] of texts) {
      const fail = (error: Error) => {
        throw error
      }
      const translate = createTranslator({ locale, messages: { text }, onError: fail })
      for (const values of samplesOf(text)) {
        const given = Object.keys(values).length > 0 ? { ...values } : undefined
        // @ts-expect-error The values are of any kind: which ones a text asks for is read from the text.
        const expected: unknown = translate.rich('text', given)
        // @ts-expect-error The same values, of any kind.
        const asked: FormatValues<ReactNode> | undefined = given
        const found = format(compile(text), locale, asked, { formatters })
        expect(shown(found), `${path}: ${text}`).toEqual(shown(expected))
      }
    }
  })

test('what is sent to a browser is plain: objects with a prototype, and texts without arguments as they are', async () => {
  const { layout, map } = await loadCompiledMessages('en')
  expect(layout.nav.map).toBe('Map')
  expect(JSON.parse(JSON.stringify(map))).toStrictEqual(map)
})

test('quotes as ICU reads them, in and outside of a plural', () => {
  expect(filled('en', "It''s '{name}' of d'Este", {})).toBe("It's {name} of d'Este")
  expect(filled('en', "{count, plural, one {'#' #} other {# of '{'#'}'}}", { count: 1 })).toBe('# 1')
})

test('a value that is missing is a fault, not a hole, unless its words are not said', () => {
  expect(() => filled('en', 'Hello {name}', {})).toThrow('name')
  expect(filled('en', '{kind, select, a {Hello {name}} other {Hello}}', { kind: 'b' })).toBe('Hello')
})
