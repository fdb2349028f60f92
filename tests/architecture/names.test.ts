import { describe, expect, test } from 'vitest'
import { filesBelow, type SourceFile } from './files'
import { clientFaults, crowdedComponents, misplaced, tooLong, unopened } from './names'

const source = filesBelow('src')
const file = (path: string, text = ''): SourceFile => ({ path, text })

describe('names and places', () => {
  test('every file is where its name says', () => {
    expect(source.flatMap(misplaced)).toEqual([])
  })

  test.each([
    'src/core/index.ts',
    'src/core/utils.ts',
    'src/ui/helpers/button.tsx',
    'src/platform/types/row.ts',
    'src/core/Mercator.ts',
    'src/modules/gossip/gossip.schema.ts',
    'src/modules/actors/actor.service.ts',
    'src/modules/actors/actor.ts',
    'src/modules/actors/forms/actor-form.client.tsx',
  ])('%s is refused', (path) => {
    expect(misplaced(file(path))).not.toEqual([])
  })

  test.each([
    'src/core/any-name.ts',
    'src/app/[locale]/(atlas)/page.tsx',
    'src/modules/actors/actor.queries.ts',
    'src/modules/taxonomy/nace.json',
    'src/modules/actors/actor.queries.db.test.ts',
    'src/modules/actors/actor.queries/find-actors.ts',
    'src/modules/open-data/feed.atom.ts',
    'src/modules/actors/ui/actor-form.client.tsx',
  ])('%s is at home', (path) => {
    expect(misplaced(file(path))).toEqual([])
  })

  test("'use client' stands in .client.tsx only, and never in src/app but its error pages", () => {
    expect(source.flatMap(clientFaults)).toEqual([])
    expect(clientFaults(file('src/ui/menu.tsx', "'use client'\n"))).toHaveLength(1)
    expect(clientFaults(file('src/ui/menu.client.tsx', 'export {}'))).toHaveLength(1)
    expect(clientFaults(file('src/app/[locale]/map.client.tsx', "// why\n'use client'\n"))).toHaveLength(1)
    expect(clientFaults(file('src/app/[locale]/error.tsx', "'use client'\n"))).toEqual([])
    expect(clientFaults(file('src/ui/menu.client.tsx', "'use client'\n"))).toEqual([])
  })

  test('one exported component a file', () => {
    expect(source.flatMap(crowdedComponents)).toEqual([])
    expect(
      crowdedComponents(file('src/ui/a.tsx', 'export function Menu() {}\nexport function MenuItem() {}')),
    ).toHaveLength(1)
  })

  test('what a file exports is opened by another', () => {
    expect(unopened(filesBelow(''))).toEqual([])
    const opener = file('src/core/b.ts', "import { opened } from './a'")
    expect(unopened([file('src/core/a.ts', 'export const opened = 1\nexport type Kept = 2'), opener])).toEqual([
      'src/core/a.ts: Kept',
    ])
  })

  test('no file is longer than 250 lines', () => {
    expect(filesBelow('').flatMap(tooLong)).toEqual([])
    expect(tooLong(file('src/core/a.ts', 'x\n'.repeat(251)))).toHaveLength(1)
    expect(tooLong(file('src/core/a.ts', 'x\n'.repeat(250)))).toEqual([])
  })
})
