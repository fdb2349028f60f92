import { join } from 'node:path'
import { ESLint } from 'eslint'
import { expect, test } from 'vitest'
import { root } from './files'

// Stands in place of a file the compiler knows, so that the rule sees types.
const place = join(root, 'src/platform/bulk.ts')
const around = (line: string) => `
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/platform/db'
export type Transaction = Prisma.TransactionClient
const countOf = (held: Transaction, id: string) => held.practice.count({ where: { id } })
export async function ask(held: Transaction, ids: string[], client: Transaction = db) {
  ${line}
}
`

const planted = [
  'return Promise.all([held.user.count(), held.actor.count()])',
  "return Promise.all([countOf(client, '1'), db.actor.count(), countOf(client, '2')])",
  'return Promise.all(ids.map((id) => countOf(held, id)))',
  'return ids.map(async (id) => (await held.user.count({ where: { id } })) > 0)',
  'const both = [held.user.count(), held.actor.count()]; return both',
]
const sound = [
  'return [await held.user.count(), await held.actor.count()]',
  'return Promise.all([db.user.count(), db.actor.count(), held.actor.count()])',
  "return Promise.all(ids.map((id) => db.practice.count({ where: { id } }))).then(() => countOf(held, '1'))",
  'for (const id of ids) await countOf(client, id); return ids.map((id) => ({ id, held }))',
]

test('the statements of a transaction are asked for one after the other', async () => {
  const linter = new ESLint({ cwd: root })
  const found = async (line: string) => {
    const [result] = await linter.lintText(around(line), { filePath: place })
    return (result?.messages ?? []).flatMap(({ ruleId, fatal, message }) =>
      fatal ? message : ruleId?.startsWith('house/') ? ruleId : [],
    )
  }
  for (const line of planted) expect(await found(line), line).toEqual(['house/one-at-a-time'])
  for (const line of sound) expect(await found(line), line).toEqual([])
})
