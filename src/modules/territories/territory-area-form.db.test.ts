import { beforeEach, expect, test } from 'vitest'
import { systemViewer } from '@/core/viewer'
import { keepArea } from '@/modules/territories/territory-area-form.commands'
import { territoryAreaFormSchema } from '@/modules/territories/territory-area-form.schema'
import { getBoundary } from '@/modules/territories/territory.queries'
import { db } from '@/platform/db'
import { givenActor } from '@tests/builders/actor'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

beforeEach(emptyDatabase)

const square = (west: number) => [
  [west, 44],
  [west + 1, 44],
  [west + 1, 45],
  [west, 45],
  [west, 44],
]
const said = (id: string, version: number, more: object = {}) =>
  territoryAreaFormSchema.parse({ id, version: String(version), level: 'province', country: 'IT', ...more })
const drawn = (west: number) => ({ boundary: JSON.stringify({ type: 'Polygon', coordinates: [square(west)] }) })

test('a boundary moves, and homes with it; without a file it stays as it is', async () => {
  const { id } = await givenTerritory()
  const actor = await givenActor({ longitude: 10.5, latitude: 44.5, precision: 'city' })
  const home = async () => (await db.actor.findUniqueOrThrow({ where: { id: actor.id } })).homeTerritoryId
  await keepArea(systemViewer, said(id, 1, drawn(10)))
  expect(await home()).toBe(id)
  await keepArea(systemViewer, said(id, 2, { level: 'region' }))
  expect(await getBoundary(id)).toEqual([[square(10)]])
  expect(await home()).toBe(id)
  await keepArea(systemViewer, said(id, 3, { level: 'region', ...drawn(12) }))
  expect(await home()).toBeNull()
  expect(await db.territory.findUniqueOrThrow({ where: { id } })).toMatchObject({ level: 'region', version: 4 })
})

test('what was never drawn needs a code or a file; an old version, a wrong code and another role are refused', async () => {
  const { id } = await givenTerritory()
  await expect(keepArea(systemViewer, said(id, 1))).rejects.toMatchObject({ fields: [{ field: 'nutsCode' }] })
  await expect(keepArea(systemViewer, said(id, 1, { nutsCode: 'ITZZZ' }))).rejects.toMatchObject({
    fields: [{ field: 'nutsCode', message: 'unknownNuts' }],
  })
  await expect(keepArea(systemViewer, said(id, 9, drawn(10)))).rejects.toMatchObject({ messageKey: 'recordMoved' })
  const coordinator = await givenViewer('coordinator', { territoryId: id })
  await expect(keepArea(coordinator, said(id, 1, drawn(10)))).rejects.toMatchObject({ code: 'forbidden' })
  expect(() => said(id, 1, { boundary: '{"type":"Point","coordinates":[10,44]}' })).toThrow('badBoundary')
})
