import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const below = (folder: string, at: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [`${at}${join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/')}`] : [],
  )

const build = () => process.env.BUILD_DIR ?? '.next'

/** Every file that Next serves as it is: those of the build and those of `public`. */
export const builtFiles = (): ReadonlySet<string> =>
  new Set([...below(join(build(), 'static'), '/_next/static'), ...below('public', '')])

let styles: readonly string[] | undefined

/** The style sheets of the build; none while developing, where Next writes them as they are asked for. */
export const builtStyles = (): readonly string[] =>
  (styles ??= existsSync(join(build(), 'static')) ? [...builtFiles()].filter((file) => file.endsWith('.css')) : [])

// What the proxy leaves alone (src/proxy.ts): no page stands there.
const FILES = /^\/(_next|base)\/|^\/[^/]+\.[a-z0-9]+$/

/** An address of a file that is none: Next would answer it with a page of its own, under a policy that breaks it. */
export function isNoFile(path: string, files: ReadonlySet<string>): boolean {
  return FILES.test(path) && !files.has(decodeURIComponent(path))
}
