import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { givenTerritory } from '@tests/builders/territory'
import { emptyDatabase } from '@tests/database'
import { search } from '@/modules/search/search.queries'

beforeEach(emptyDatabase)

const label = (value: string, language = 'it') => ({ kind: 'label' as const, language, value })

/** Names of the actors found, or of the territories, in their order. */
async function names(q: string, kind: 'actor' | 'territory' = 'actor'): Promise<string[]> {
  const { groups } = await search(q, { locale: 'en', limit: 10, kinds: [kind] })
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

test('one letter wrong finds the city before the region that shares a word with it', async () => {
  await givenTerritory({ slug: 'emilia-romagna', name: 'Emilia-Romagna' })
  await givenTerritory()
  await givenActor({ name: 'Regione Emilia-Romagna' })
  await givenActor({ name: 'Comune di Reggio Emilia' })
  for (const q of ['regio emilia', 'Regio Emilia', 'reggio emlia', 'regio emlia', 'reggio emilai']) {
    expect((await names(q, 'territory'))[0], q).toBe('Reggio Emilia')
    expect((await names(q))[0], q).toBe('Comune di Reggio Emilia')
  }
  const { didYouMean } = await search('regio emilia', { locale: 'en', limit: 10 })
  expect(didYouMean).toBe('reggio emilia')
  for (const q of ['regione emilia', 'regine emilia', 'region emilia', 'emilia romgna', 'emilia regio', 'regi emili'])
    expect((await names(q))[0], q).toBe('Regione Emilia-Romagna')
})

test('what hands do to names in a hurry is forgiven', async () => {
  const typed: Record<string, string[]> = {
    'Göteborgs universitet': [
      'goteborg univrsitet',
      'göteborg universtet',
      'gotebrogs universitet',
      'goteborgs univrsite',
    ],
    // Unfinished, with an error in what is typed so far.
    'Göteborgs Symfoniker': ['goteborgs smfonik', 'goteborgs symfnoi', 'goteborgs symofn', 'gotebrgs symfinik'],
    'Fédération universelle': ['federation univrs', 'federation unviers', 'federation unvrse', 'unvrsell'],
    'University of Gothenburg': [
      'gothenburg univrsity',
      'university gotenburg',
      'univeristy of gothenbrug',
      'gothenburg unvrsi',
    ],
    'University of Gävle': ['univeristy gavle', 'gävel university', 'unversity of gavle'],
    'Uniwersytet Medyczny w Lublinie': ['uniwersytet medyczny lublnie', 'medycny lublin', 'uniwersytet lubinie'],
    'Camera di Commercio di Reggio Emilia': ['camera comercio reggio', 'camra di commercio', 'camera commerico regio'],
    'Universitat Politècnica de València': ['politecnica valenica', 'universitat poltecnica valencia'],
  }
  for (const name of Object.keys(typed)) await givenActor({ name, country: 'IT' })
  for (const [name, questions] of Object.entries(typed))
    for (const q of questions) expect((await names(q))[0], q).toBe(name)
})
