import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { emptyDatabase } from '@tests/database'
import { search } from '@/modules/search/search.queries'

beforeEach(emptyDatabase)

const label = (value: string, language = 'it') => ({ kind: 'label' as const, language, value })

/** Names of the actors found, in their order. */
async function names(q: string): Promise<string[]> {
  const { groups } = await search(q, { locale: 'en', limit: 10, kinds: ['actor'] })
  return groups.flatMap(({ results }) => results.map(({ name }) => name))
}

test('typing errors are forgiven in Greek and Cyrillic, where one letter may be several of ours', async () => {
  await givenActor({ name: 'Δήμος Αθηναίων', originalLanguage: 'el', country: 'GR' })
  await givenActor({ name: 'Столична община', originalLanguage: 'bg', country: 'BG' })
  await givenActor({ name: 'Град Крагујевац', originalLanguage: 'sr', country: 'RS' })
  for (const q of ['Αθηνέων', 'δήμος αθηνών', 'ΔΗΜΟΣ ΑΘΗΝΑΙΟΝ', 'Διμος Αθηναιων', 'dimos athinaon'])
    expect(await names(q), q).toEqual(['Δήμος Αθηναίων'])
  for (const q of ['столичана община', 'столична обшина', 'stolichna obstchina'])
    expect(await names(q), q).toEqual(['Столична община'])
  for (const q of ['Крагуевац', 'Крагујевца', 'kragujevac']) expect(await names(q), q).toEqual(['Град Крагујевац'])
})

test('a short acronym is found with points, spaces and, from four letters, one error; of fewer every one is another', async () => {
  await givenActor({ names: [label('Agenzia delle energie'), { kind: 'acronym', language: 'it', value: 'E.N.E.A.' }] })
  await givenActor({ names: [label('Consiglio delle ricerche'), { kind: 'acronym', language: 'it', value: 'CNR' }] })
  for (const q of ['ENEA', 'e.n.e.a', 'E N E A', 'EENA', 'ENAE', 'ENE'])
    expect(await names(q), q).toEqual(['Agenzia delle energie'])
  for (const q of ['cnr', 'C.N.R.', 'CN']) expect(await names(q), q).toEqual(['Consiglio delle ricerche'])
  expect(await names('CRN')).toEqual([])
})
