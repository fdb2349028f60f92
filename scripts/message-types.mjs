// Tells next-intl's types which messages exist: one namespace for each file of messages/en.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './dependencies.mjs'

/** Writes src/generated/messages.d.ts; a wrong message key is then an error of `npm run types`. */
export function writeMessageTypes() {
  const namespaces = readdirSync(join(root, 'messages/en'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
  const lines = namespaces.map((name) => `      '${name}': typeof import('../../messages/en/${name}.json')`)
  mkdirSync(join(root, 'src/generated'), { recursive: true })
  writeFileSync(
    join(root, 'src/generated/messages.d.ts'),
    `// Written by scripts/message-types.mjs.
import type { routing } from '../i18n/routing'

declare module 'next-intl' {
  interface AppConfig {
    Locale: (typeof routing.locales)[number]
    Messages: {
${lines.join('\n')}
    }
  }
}
`,
  )
}
