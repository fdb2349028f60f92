import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Messages } from 'next-intl'
import type { Locale } from './routing'

const known = new Map<Locale, Promise<Messages>>()

/** All messages of a language: each file of messages/{locale} is a namespace. Read once; on every call in development. */
export function loadMessages(locale: Locale): Promise<Messages> {
  const found = known.get(locale)
  if (found && process.env.NODE_ENV !== 'development') return found
  const loading = readMessages(join(process.cwd(), 'messages', locale))
  known.set(locale, loading)
  return loading
}

async function readMessages(folder: string): Promise<Messages> {
  const messages: Record<string, unknown> = {}
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.json')) continue
    messages[name.slice(0, -'.json'.length)] = JSON.parse(await readFile(join(folder, name), 'utf8'))
  }
  if (!isMessages(messages)) throw new Error(`no messages in ${folder}`)
  return messages
}

// The shape is that of messages/en; a test proves that the other languages have it too.
const isMessages = (value: object): value is Messages => Object.keys(value).length > 0
