import { expect, test } from 'vitest'
import { readDoors } from './all-doors'
import { knockers, nameOf } from './door'
import { actionsIn, findDoors } from './found-doors'

const missingIn = (listed: readonly string[], found: readonly string[]) =>
  found.filter((name) => !listed.includes(name))

test('every page, action, route and mail has a row, and every row has its door', async () => {
  const listed = (await readDoors()).map(({ door }) => door)
  const found = findDoors()
  const unlisted = missingIn(listed, found)
  console.log(`${found.length} doors, ${unlisted.length} unlisted`)
  expect({ unlisted, gone: missingIn(found, listed) }).toEqual({ unlisted: [], gone: [] })
})

test('a door without a row is told', () => {
  expect(missingIn(findDoors(), [...findDoors(), 'route GET /api/v1/secrets'])).toEqual(['route GET /api/v1/secrets'])
})

test('no row stands twice, and every letter is somebody', async () => {
  const rows = await readDoors()
  const names = rows.map(nameOf)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  const letters: readonly string[] = knockers
  expect(rows.filter(({ may, who = '' }) => [...may, ...who].some((letter) => !letters.includes(letter)))).toEqual([])
})

test('an action is seen wherever it is written', () => {
  const text = "// why\n'use server'\nexport const one = formAction(schema, work)\nexport async function two() {}\n"
  expect(actionsIn('src/modules/actors/actor.actions.ts', text)).toEqual([
    'action actors/actor.actions#one',
    'action actors/actor.actions#two',
  ])
  expect(actionsIn('src/app/[locale]/x.ts', "'use server'\nexport { one as three } from './y'\n")).toEqual([
    'action app/[locale]/x#three',
  ])
  expect(actionsIn('src/modules/actors/actor.commands.ts', 'export const one = 1\n')).toEqual([])
})
