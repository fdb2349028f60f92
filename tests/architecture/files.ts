import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A text file of the repository; `path` is relative to the root, with slashes. */
export type SourceFile = { path: string; text: string }

const skipped = /^(node_modules|\.git|\.next.*|\.data.*|\.build.*|dist|test-results|playwright-report)$/
const machineMade = /^(src\/generated|public\/base|tests\/architecture\/bad-house)$/
const texts = /\.(tsx?|mjs|cjs|js|json|css|sql|prisma|md|ya?ml|sh|tsv|csv|txt)$/

/** All text files below `folder` (relative to the root) that people write and commit. */
export function filesBelow(folder: string): SourceFile[] {
  const absolute = join(root, folder)
  if (!statSync(absolute, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(absolute, { withFileTypes: true }).flatMap((entry) => {
    const path = relative(root, join(absolute, entry.name)).replaceAll('\\', '/')
    if (skipped.test(entry.name) || machineMade.test(path)) return []
    if (entry.isDirectory()) return filesBelow(path)
    return texts.test(entry.name) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : []
  })
}

/** The code without its comments, in which a banned word may well be explained. */
export const withoutComments = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/(^|\s)\/\/.*$/gm, '$1')
