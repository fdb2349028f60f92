import { globSync } from 'node:fs'
import { basename } from 'node:path'
import type { Door } from './door'

/** The rows of every room, in tests/permissions/doors. */
export async function readDoors(): Promise<Door[]> {
  const files = globSync('tests/permissions/doors/*.ts').sort()
  const rooms = await Promise.all(
    files.map(async (path): Promise<{ doors: readonly Door[] }> => import(`./doors/${basename(path, '.ts')}.ts`)),
  )
  return rooms.flatMap(({ doors }) => doors)
}
