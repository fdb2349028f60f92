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
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const entries = files.map(async (name) => [name.slice(0, -5), JSON.parse(await readFile(join(folder, name), 'utf8'))])
  return Object.fromEntries(await Promise.all(entries))
}
