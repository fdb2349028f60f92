import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { inOriginal } from '@/core/localized'
import { systemViewer } from '@/core/viewer'
import { keepTerritory } from '@/modules/territories/territory-facts-form.commands'
import { getTerritoryFactsForm } from '@/modules/territories/territory-facts-form.queries'
import { territoryFactsFormSchema } from '@/modules/territories/territory-facts-form.schema'
import { db } from '@/platform/db'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

beforeEach(emptyDatabase)

const said = (id: string, version: number, more: Record<string, unknown> = {}) =>
  territoryFactsFormSchema.parse({
    ...{ id, version: String(version), original: 'it', name: { it: 'Reggio', en: 'Reggio in English' } },
    ...{ timeZone: 'Europe/Rome', languages: ['it', 'en'] },
    ...more,
  })

test('a coordinator changes names and description; what the form does not show stays', async () => {
  const { id, slug } = await givenTerritory()
  const instrument = { id: newId(), territoryId: id, name: inOriginal('it', 'POR FESR') }
  await db.policyInstrument.create({ data: instrument })
  const coordinator = await givenViewer('coordinator', { territoryId: id })
  await keepTerritory(coordinator, said(id, 1, { description: { pl: 'Prowincja' } }))
  const { version, values } = await getTerritoryFactsForm(coordinator, slug)
  expect(version).toBe(2)
  expect(values).toMatchObject({
    name: { it: 'Reggio', en: 'Reggio in English' },
    description: { pl: 'Prowincja' },
    languages: ['it', 'en'],
  })
  expect(await db.policyInstrument.findMany()).toMatchObject([{ id: instrument.id }])
  expect(await db.auditEntry.findMany()).toMatchObject([{ action: 'change', territoryId: id }])
})

test('of two who save, the second is told; nobody changes a territory that is not theirs', async () => {
  const { id } = await givenTerritory()
  const other = await givenTerritory({ slug: 'gavle', name: 'Gävle' })
  const coordinator = await givenViewer('coordinator', { territoryId: other.id })
  await keepTerritory(systemViewer, said(id, 1))
  await expect(keepTerritory(systemViewer, said(id, 1))).rejects.toMatchObject({ code: 'conflict' })
  await expect(keepTerritory(coordinator, said(id, 2))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(getTerritoryFactsForm(coordinator, 'reggio-emilia')).rejects.toMatchObject({ code: 'forbidden' })
})

test('a name in the original language is needed, and a time zone that exists', () => {
  const problems = (fields: Record<string, unknown>) =>
    territoryFactsFormSchema
      .safeParse({ id: newId(), version: '1', original: 'it', timeZone: 'Europe/Rome', languages: ['it'], ...fields })
      .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  expect(problems({ name: { en: 'Reggio' } })).toEqual(['name.it required'])
  expect(problems({ name: { it: 'Reggio' }, timeZone: 'Mars/Base' })).toEqual(['timeZone badTimeZone'])
  expect(problems({ name: { it: 'Reggio' }, slug: 'x' })).toHaveLength(1)
})
