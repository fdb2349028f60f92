import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const below = (folder: string, at: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [`${at}${join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/')}`] : [],
  )

/** Every file that Next serves as it is: those of the build and those of `public`. */
export const builtFiles = (build: string): ReadonlySet<string> =>
  new Set([...below(join(build, 'static'), '/_next/static'), ...below('public', '')])

// What the proxy leaves alone (src/proxy.ts): no page stands there.
const FILES = /^\/(_next|base)\/|^\/[^/]+\.[a-z0-9]+$/

/** An address of a file that is none: Next would answer it with a page of its own, under a policy that breaks it. */
export function isNoFile(path: string, files: ReadonlySet<string>): boolean {
  return FILES.test(path) && !files.has(decodeURIComponent(path))
}
