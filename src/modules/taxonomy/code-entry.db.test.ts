import { beforeEach, expect, test } from 'vitest'
import { locales } from '@/core/localized'
import { systemViewer } from '@/core/viewer'
import { retireCode, saveCode } from '@/modules/taxonomy/code-entry.commands'
import { findCodeEntries, tagCodes, tagWords } from '@/modules/taxonomy/code-entry.queries'
import { newCodeSchema } from '@/modules/taxonomy/code-entry.schema'
import { db } from '@/platform/db'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

beforeEach(emptyDatabase)

const labels = {
  en: 'Circular economy',
  it: 'Economia circolare',
  es: 'Economía circular',
  sv: 'Cirkulär ekonomi',
  pl: 'Gospodarka obiegu zamkniętego',
}
const circular = (list: 'theme' | 'tag') => newCodeSchema.parse({ list, code: 'circular_economy', label: labels })

test('a tag written in one language is read in every other', async () => {
  await saveCode(systemViewer, circular('tag'))
  expect(await tagCodes(['economia CIRCOLARE', 'Cirkular ekonomi', 'legno'])).toEqual(['circular_economy', 'legno'])
  expect(await tagWords(['circular_economy', 'legno'], 'pl')).toEqual(['Gospodarka obiegu zamkniętego', 'legno'])
})

test('entries are added, changed, retired and offered again, each written down', async () => {
  await saveCode(systemViewer, circular('theme'))
  await saveCode(systemViewer, { ...circular('theme'), label: { ...labels, en: 'Circularity' } })
  await retireCode(systemViewer, { list: 'theme', code: 'circular_economy', isRetired: 'yes' })
  await retireCode(systemViewer, { list: 'theme', code: 'water', isRetired: 'yes' })
  expect(await findCodeEntries('theme')).toMatchObject([
    { code: 'circular_economy', label: { en: 'Circularity' }, retiredAt: expect.any(Date) },
    { code: 'water', retiredAt: expect.any(Date) },
  ])
  await retireCode(systemViewer, { list: 'theme', code: 'water', isRetired: 'no' })
  expect(await db.auditEntry.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
    { action: 'save-code', fields: ['theme.circular_economy'] },
    { action: 'save-code' },
    { action: 'retire-code' },
    { action: 'retire-code', fields: ['theme.water'] },
    { action: 'retire-code' },
  ])
  await expect(retireCode(systemViewer, { list: 'tag', code: 'none', isRetired: 'yes' })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('a theme of the product keeps its words, and every label is needed', async () => {
  await expect(saveCode(systemViewer, { ...circular('theme'), code: 'water' })).rejects.toMatchObject({
    code: 'invalid',
  })
  for (const missing of locales) {
    const { [missing]: _, ...others } = labels
    expect(newCodeSchema.safeParse({ list: 'tag', code: 'x', label: others }).success).toBe(false)
  }
  for (const code of ['Ä', 'a b', '__proto__', 'A', '_a', 'x'.repeat(41)])
    expect(newCodeSchema.safeParse({ list: 'tag', code, label: labels }).success).toBe(false)
})

test('only administrators change lists', async () => {
  const viewer = { ...(await givenViewer('admin')), isAdmin: false }
  await expect(saveCode(viewer, circular('tag'))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(retireCode(null, { list: 'theme', code: 'water', isRetired: 'yes' })).rejects.toMatchObject({
    code: 'unauthenticated',
  })
})
