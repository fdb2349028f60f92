// Tells next-intl's types which messages exist: one namespace for each file of messages/en. The result is committed,
// so that a checkout is right without running anything; after a merge conflict in it, run this file again.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './dependencies.mjs'

const target = join(root, 'src/i18n/namespaces.d.ts')

/** The text of src/i18n/namespaces.d.ts as messages/en wants it. */
function messageTypes() {
  const namespaces = readdirSync(join(root, 'messages/en'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort()
  const key = (name) => (/^\w+$/.test(name) ? name : `'${name}'`)
  const lines = namespaces.map((name) => `      ${key(name)}: typeof import('../../messages/en/${name}.json')`)
  return `// Written by scripts/message-types.mjs; commit it.
import type { Locale } from './routing'

declare module 'next-intl' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface can be extended
  interface AppConfig {
    Locale: Locale
    Messages: {
${lines.join('\n')}
    }
  }
}
`
}

/** Writes the file when a namespace came or went. */
export function writeMessageTypes() {
  const text = messageTypes()
  if (readFileSync(target, { encoding: 'utf8', flag: 'a+' }) !== text) writeFileSync(target, text)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeMessageTypes()
