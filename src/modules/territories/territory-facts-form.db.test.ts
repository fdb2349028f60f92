import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import type { FormFields } from '@/core/form-fields'
import { inOriginal } from '@/core/localized'
import { systemViewer } from '@/core/viewer'
import { keepTerritory } from '@/modules/territories/territory-facts-form.commands'
import { getTerritoryFactsForm } from '@/modules/territories/territory-facts-form.queries'
import { territoryFactsFormSchema } from '@/modules/territories/territory-facts-form.schema'
import { db } from '@/platform/db'
import { givenActor } from '@tests/builders/actor'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

beforeEach(emptyDatabase)

const fields = (id: string, version: number, more: FormFields = {}): FormFields => ({
  ...{ id, version: String(version), timeZone: 'Europe/Rome', languages: ['it', 'en'] },
  name: { original: 'it', texts: { it: { value: 'Reggio' }, en: { value: 'Reggio in English', machine: '1' } } },
  ...more,
})
const said = (id: string, version: number, more?: FormFields) =>
  territoryFactsFormSchema.parse(fields(id, version, more))

test('a coordinator says what the territory is, its partner and its policy instruments; the form shows them again', async () => {
  const { id, slug } = await givenTerritory()
  const coordinator = await givenViewer('coordinator', { territoryId: id })
  const partner = await givenActor({ names: [{ kind: 'label', language: 'it', value: 'Fondazione E35' }] })
  const instrument = {
    name: { original: 'it', texts: { it: { value: 'POR FESR' }, en: { value: 'ERDF programme' } } },
    ...{ body: 'Regione Emilia-Romagna', started: '2021', ended: '2027' },
  }
  const facts = {
    description: { original: 'pl', texts: { pl: { value: 'Prowincja' } } },
    ...{ partner: partner.id, partnerText: 'Fondazione E35', partnerFor: 'Fondazione E35' },
    ...{ sourceName: 'Wikidata', sourceUrl: 'wikidata.org', instruments: [instrument] },
  }
  expect(await keepTerritory(coordinator, said(id, 1, facts), 'it')).toEqual({ slug })
  const { version, values } = await getTerritoryFactsForm(coordinator, { slug }, 'it')
  const [stored] = await db.policyInstrument.findMany()
  expect(version).toBe(2)
  expect(values).toEqual({
    ...facts,
    ...{ timeZone: 'Europe/Rome', languages: ['it', 'en'], sourceUrl: 'https://wikidata.org' },
    name: { original: 'it', texts: { it: { value: 'Reggio' }, en: { value: 'Reggio in English', machine: '1' } } },
    instruments: [{ id: stored?.id, ...instrument }],
  })
  expect(await db.auditEntry.findMany({ where: { recordId: id } })).toMatchObject([
    { action: 'change', territoryId: id },
  ])
  // What was shown, sent back with another word, keeps its id.
  const again = said(id, 2, { ...values, instruments: [{ ...instrument, id: stored?.id ?? '', body: 'Regione' }] })
  await keepTerritory(coordinator, { ...again, version: 2 }, 'it')
  expect(await db.policyInstrument.findMany()).toMatchObject([{ id: stored?.id, body: 'Regione' }])
})

test('an instrument goes when nothing rests on it, else it is named; a partner must be one everybody reads', async () => {
  const { id } = await givenTerritory()
  const instrument = { id: newId(), territoryId: id, name: inOriginal('it', 'POR FESR') }
  await db.policyInstrument.create({ data: instrument })
  const plan = {
    id: newId(),
    slug: 'piano',
    territoryId: id,
    title: inOriginal('it', 'Piano'),
    foldedTitle: '',
    originalLanguage: 'it',
  }
  await db.plan.create({ data: { ...plan, instruments: { create: { instrumentId: instrument.id } } } })
  await expect(keepTerritory(systemViewer, said(id, 1), 'it')).rejects.toMatchObject({
    fields: [{ field: 'instruments', message: 'instrumentInUse', values: { name: 'POR FESR' } }],
  })
  await db.plan.delete({ where: { id: plan.id } })
  await keepTerritory(systemViewer, said(id, 1), 'it')
  expect(await db.policyInstrument.count()).toBe(0)
  const hidden = await givenActor({ visibility: 'territory' })
  const partner = { partner: hidden.id, partnerText: 'X', partnerFor: 'X' }
  await expect(keepTerritory(systemViewer, said(id, 2, partner), 'it')).rejects.toMatchObject({
    fields: [{ field: 'partner', message: 'unknown' }],
  })
})

test('of two who save, the second reads what the first wrote; nobody changes a territory that is not theirs', async () => {
  const { id } = await givenTerritory()
  const other = await givenTerritory({ slug: 'gavle', name: 'Gävle' })
  const coordinator = await givenViewer('coordinator', { territoryId: other.id })
  await keepTerritory(systemViewer, said(id, 1), 'it')
  expect(await keepTerritory(systemViewer, said(id, 1, { timeZone: 'Europe/Stockholm' }), 'it')).toMatchObject({
    stale: { version: 2, values: { timeZone: 'Europe/Rome' } },
  })
  await expect(keepTerritory(coordinator, said(id, 2), 'it')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(getTerritoryFactsForm(coordinator, { slug: 'reggio-emilia' }, 'it')).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('what is wrong is told at the control that holds it', () => {
  const problems = (more: FormFields) =>
    territoryFactsFormSchema
      .safeParse(fields(newId(), 1, more))
      .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  const english = { original: 'it', texts: { en: { value: 'Reggio' }, sv: { value: 'Reggio' } } }
  expect(problems({ name: english })).toEqual(['name.texts.it.value originalMissing'])
  expect(problems({ timeZone: 'Mars/Base' })).toEqual(['timeZone badTimeZone'])
  expect(problems({ slug: 'x' })).toHaveLength(1)
  expect(problems({ partner: '', partnerText: 'Fondazione' })).toEqual(['partner unknown'])
  const until = { name: { original: 'it', texts: { it: { value: 'POR' } } }, started: '2027', ended: '2021' }
  expect(problems({ instruments: [{ name: { original: 'sv' } }, until] })).toEqual([
    'instruments.0.name.texts.sv.value Invalid input: expected object, received undefined',
    'instruments.1.ended endBeforeStart',
  ])
})
