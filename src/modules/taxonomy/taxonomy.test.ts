import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { countryCodes } from '@/core/country'
import { recordStatuses, visibilities } from '@/core/curated'
import { locales } from '@/core/localized'
import { reviewedStates, scopes } from '@/modules/taxonomy/filter.schema'
import nace from '@/modules/taxonomy/nace.json'
import { sectorName, sectorOf, sectorsIn } from '@/modules/taxonomy/nace.schema'
import * as taxonomy from '@/modules/taxonomy/taxonomy.schema'
import { countriesOf, worldRegions } from '@/modules/taxonomy/world-region.schema'

const lists: Record<string, readonly (string | number)[]> = {
  kind: taxonomy.actorKinds,
  kindPlural: taxonomy.actorKinds,
  group: taxonomy.relationGroups,
  type: taxonomy.relationTypes,
  role: taxonomy.partyRoles,
  state: taxonomy.relationStates,
  direction: taxonomy.directions,
  usable: taxonomy.usableByFirms.options,
  offer: taxonomy.offers,
  precision: taxonomy.pointPrecisions,
  size: taxonomy.sizeClasses,
  theme: taxonomy.themes,
  nameKind: taxonomy.nameKinds,
  identifier: taxonomy.identifierSchemes,
  legalStatus: taxonomy.legalStatus.options,
  visibility: visibilities,
  recordStatus: recordStatuses,
  territoryLevel: taxonomy.territoryLevels,
  scope: scopes,
  reviewed: reviewedStates,
  freshness: ['fresh', 'ageing', 'old', 'never'],
  sdg: taxonomy.sdgs,
  isced: taxonomy.iscedFields,
  worldRegion: worldRegions,
}
const messagesOf = (locale: string) =>
  z
    .record(z.string(), z.record(z.string(), z.string().min(1)))
    .parse(JSON.parse(readFileSync(`messages/${locale}/taxonomy.json`, 'utf8')))

test.each(locales)('every code of every list has its label, and nothing else has one (%s)', (locale) => {
  const messages = messagesOf(locale)
  expect(Object.keys(messages).sort()).toEqual(Object.keys(lists).sort())
  for (const [list, codes] of Object.entries(lists))
    expect(Object.keys(messages[list] ?? {}).sort(), list).toEqual(codes.map(String).sort())
})

test.each(locales)('no two codes of a list share a label (%s)', (locale) => {
  for (const [list, labels] of Object.entries(messagesOf(locale)))
    expect(new Set(Object.values(labels)).size, list).toBe(Object.keys(labels).length)
})

test('the lists have the lengths their sources say', () => {
  expect(taxonomy.sectorCodes.filter((code) => code.length === 1)).toHaveLength(21)
  expect(taxonomy.sectorCodes.filter((code) => code.length === 3)).toHaveLength(88)
  expect(taxonomy.iscedFields).toHaveLength(11)
  expect(taxonomy.sdgs).toHaveLength(17)
  expect(taxonomy.actorKinds).toHaveLength(7)
  expect(Object.keys(taxonomy.relationTypeFacts)).toEqual(taxonomy.relationTypes)
})

test('every sector has its title in five languages', () => {
  expect(nace.languages).toEqual([...locales])
  expect(Object.keys(nace.titles)).toEqual([...taxonomy.sectorCodes])
  for (const titles of Object.values<string[]>(nace.titles)) {
    expect(titles).toHaveLength(5)
    for (const title of titles) expect(title).toMatch(/^\p{Lu}.{3,}[\p{L}.)]$/u)
  }
  expect(sectorName('C28', 'it')).toBe('Fabbricazione di macchinari e apparecchiature n.c.a.')
  expect(sectorsIn('sv').at(-1)).toMatchObject({ code: 'U99', section: 'U' })
})

test.each([
  ['C28', 'C28'],
  ['28', 'C28'],
  ['1', 'A01'],
  ['28.41', 'C28'],
  ['c', 'C'],
  ['Industrie alimentari', 'C10'],
  ['A28', null],
  ['04', null],
  ['Z', null],
  ['', null],
])('%s in a file means the sector %s', (text, code) => {
  expect(sectorOf(text)).toBe(code)
})

test('a code that looks like a sector but is none is refused', () => {
  expect(taxonomy.sectorCode.safeParse('C34').success).toBe(false)
  expect(taxonomy.sectorCode.safeParse('C33').success).toBe(true)
  expect(taxonomy.sdg.safeParse(18).success).toBe(false)
})

test('every country lies in exactly one region of the world', () => {
  expect(worldRegions.flatMap(countriesOf).sort()).toEqual([...countryCodes])
  expect(countriesOf('southern_africa')).toContain('ZA')
})
