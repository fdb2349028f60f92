import { layers, rooms, translators } from './rules/order.mjs'
import type { SourceFile } from './files'
import { withoutComments } from './files'

const bag = /(^|\/)(utils?|helpers?|types|misc|common|shared|lib)(\/|\.tsx?$)/
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/
const roomFile = new RegExp(`^[a-z0-9-]+\\.(${[...layers, ...translators].join('|')})\\.ts$`)
const roomFolder = new RegExp(`^[a-z0-9-]+\\.(${[...layers, ...translators].join('|')})$`)
const errorPages = /^src\/app\/(.*\/)?(global-)?error\.tsx$/

/** What is wrong with the name or place of a file in src; nothing when it is where a newcomer would look for it. */
export function misplaced({ path }: SourceFile): string[] {
  const parts = path.split('/')
  const name = parts.at(-1) ?? ''
  const faults: string[] = []
  if (/^index\.tsx?$/.test(name)) faults.push('a barrel hides where things are')
  if (bag.test(path)) faults.push('a bag: say what it is about')
  if (!name.split('.').every((part) => kebab.test(part))) faults.push('file names are kebab-case')
  if (parts[1] === 'modules') faults.push(...misplacedInRoom(parts.slice(2)))
  return faults.map((fault) => `${path}: ${fault}`)
}

function misplacedInRoom([room = '', first = '', ...rest]: string[]): string[] {
  if (!rooms.includes(room)) return [`${room} is not in the list of rooms`]
  if (/^[a-z0-9-]+(\.[a-z0-9]+)?(\.db)?\.test\.ts$/.test(rest.at(-1) ?? first)) return []
  if (first === 'ui') return rest.length > 0 && /\.tsx?$/.test(rest.at(-1) ?? '') ? [] : ['ui/ holds components']
  const isKnown = rest.length > 0 ? roomFolder.test(first) : roomFile.test(first) || /^[a-z0-9-]+\.json$/.test(first)
  return isKnown ? [] : [`${first} is no furniture of a room (${layers.join(', ')}, a translator or ui/)`]
}

/** The directive and the name must say the same, and pages are not client components. */
export function clientFaults({ path, text }: SourceFile): string[] {
  const isClient = /^\s*['"]use client['"]/.test(withoutComments(text))
  if (isClient && !/\.client\.tsx?$/.test(path) && !errorPages.test(path))
    return [`${path}: 'use client' belongs in .client.tsx`]
  if (isClient && path.startsWith('src/app/') && !errorPages.test(path))
    return [`${path}: src/app holds no client component`]
  if (!isClient && /\.client\.tsx$/.test(path)) return [`${path}: named .client but says no 'use client'`]
  return []
}

/** One exported component a file: the file is found by the component's name. */
export function crowdedComponents({ path, text }: SourceFile): string[] {
  if (!path.endsWith('.tsx') || path.endsWith('.test.tsx')) return []
  const exported = [
    ...withoutComments(text).matchAll(/^export (?:default )?(?:async )?(?:function|const) ([A-Z]\w*[a-z]\w*)/gm),
  ]
  return exported.length > 1 ? [`${path}: exports ${exported.map(([, name]) => name).join(', ')}`] : []
}

const longest = 250

/** Past 250 lines a file becomes a folder of the same name. */
export function tooLong({ path, text }: SourceFile): string[] {
  const lines = text.trimEnd().split('\n').length
  return /\.(tsx?|mjs)$/.test(path) && lines > longest ? [`${path}: ${lines} lines`] : []
}

// What Next and the runner of the tests open by its place.
const openedByPlace = /^src\/(app\/|(proxy|instrumentation)\.ts$)|\.d\.ts$/
const exportedName = /^export (?:async )?(?:const|function\*?|class|type|interface) (\w+)/gm

/** What files of src export though its name stands in no other of `files`: it belongs to its own file, or to nobody. */
export function unopened(files: readonly SourceFile[]): string[] {
  const code = files.filter(({ path }) => /\.(tsx?|mjs)$/.test(path))
  const places = new Map<string, number>()
  for (const { text } of code)
    for (const name of new Set(withoutComments(text).match(/\w+/g))) places.set(name, (places.get(name) ?? 0) + 1)
  return code
    .filter(({ path }) => path.startsWith('src/') && !openedByPlace.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(exportedName)]
        .filter(([, name = '']) => places.get(name) === 1)
        .map(([, name]) => `${path}: ${name}`),
    )
}
