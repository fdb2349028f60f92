import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import compile from 'icu-minify/compile'
import type { Messages } from 'next-intl'
import type { Locale } from './routing'

const known = new Map<Locale, Promise<Messages>>()
const compiled = new Map<Locale, Promise<Messages>>()

/** All messages of a language: each file of messages/{locale} is a namespace. Read once; on every call in development. */
export const loadMessages = (locale: Locale): Promise<Messages> =>
  keptIn(known, locale, () => readMessages(join(process.cwd(), 'messages', locale)))

/**
 * The same messages as next-intl formats them in Next, server and browser (the alias of next.config.ts): texts without
 * arguments as they are, others taken apart.
 */
export const loadCompiledMessages = (locale: Locale): Promise<Messages> =>
  keptIn(compiled, locale, async () => checked(compiledTexts(await loadMessages(locale)), locale))

function keptIn(kept: Map<Locale, Promise<Messages>>, locale: Locale, read: () => Promise<Messages>) {
  const found = kept.get(locale)
  if (found && process.env.NODE_ENV !== 'development') return found
  const loading = read()
  kept.set(locale, loading)
  return loading
}

async function readMessages(folder: string): Promise<Messages> {
  const messages: Record<string, unknown> = {}
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.json')) continue
    messages[name.slice(0, -'.json'.length)] = JSON.parse(await readFile(join(folder, name), 'utf8'))
  }
  return checked(messages, folder)
}

// Through JSON, because objects without a prototype cannot be sent to client components.
const plainMessage = (text: string): unknown => JSON.parse(JSON.stringify(compile(text)))

function compiledTexts(messages: unknown): unknown {
  if (typeof messages === 'string') return /['<{]/.test(messages) ? plainMessage(messages) : messages
  return Object.fromEntries(Object.entries(objectOf(messages)).map(([key, value]) => [key, compiledTexts(value)]))
}

const objectOf = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})

function checked(messages: unknown, source: string): Messages {
  if (!isMessages(messages)) throw new Error(`no messages in ${source}`)
  return messages
}

// The shape is that of messages/en; a test proves that the other languages have it too.
const isMessages = (value: unknown): value is Messages =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0
