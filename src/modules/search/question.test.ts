import { expect, test } from 'vitest'
import { identifierGuesses, questionOf, runsOf } from '@/modules/search/question.schema'

test('a question is its first twelve words, folded, whatever was typed', () => {
  expect(questionOf(' Città di  Reggio-Emilia ')).toEqual({
    text: 'Città di  Reggio-Emilia',
    words: ['citta', 'di', 'reggio', 'emilia'],
    name: 'citta di reggio emilia',
  })
  expect(questionOf('a '.repeat(40)).words).toHaveLength(12)
  expect(questionOf('\0%_\\').words).toEqual([])
  expect(questionOf('x'.repeat(5000)).text).toHaveLength(200)
})

test('runs of words are what a name of several words may be', () => {
  expect(runsOf(['new', 'york', 'city'], 2).map(({ text, at }) => [text, at])).toEqual([
    ['new', 0],
    ['new york', 0],
    ['york', 1],
    ['york city', 1],
    ['city', 2],
  ])
})

test.each([
  ['999840887', 'pic', '999840887'],
  ['PIC 999 840 887', 'pic', '999840887'],
  ['pic:999840887', 'pic', '999840887'],
  ['PIC no. 999-840-887', 'pic', '999840887'],
  ['pic999840887', 'pic', '999840887'],
  ['IT00427620364', 'vat', 'IT00427620364'],
  ['P.IVA IT 00427620364', 'vat', 'IT00427620364'],
  ['Codice fiscale 00427620364', 'vat', '00427620364'],
  ['momsnr SE202100289001', 'vat', 'SE202100289001'],
  ['NIP: PL 123-456-32-18', 'vat', 'PL1234563218'],
  ['USt-IdNr. DE 123456789', 'vat', 'DE123456789'],
  ['VAT: IT 00427620364', 'vat', 'IT00427620364'],
  ['Partita IVA 00427620364', 'vat', 'IT00427620364'],
  ['IT00427620364', 'vat', '00427620364'],
  ['https://ror.org/02d4c4y02', 'ror', '02d4c4y02'],
  ['https://www.ror.org/02d4c4y02/', 'ror', '02d4c4y02'],
  ['ror.org/02d4c4y02', 'ror', '02d4c4y02'],
  ['ROR: https://ror.org/02d4c4y02', 'ror', '02d4c4y02'],
  ['ROR 02D4C4Y02', 'ror', '02d4c4y02'],
  ['wikidata.org/entity/Q1072197', 'wikidata', 'Q1072197'],
  ['https://www.wikidata.org/wiki/q1072197', 'wikidata', 'Q1072197'],
  ['5493001KJTIIGC8Y1R12', 'lei', '5493001KJTIIGC8Y1R12'],
  ['lei 5493-001K-JTII-GC8Y-1R12', 'lei', '5493001KJTIIGC8Y1R12'],
  ['0000 0001 2353 1945', 'isni', '0000000123531945'],
  ['E10201234', 'oid', 'E10201234'],
  ['https://www.unimore.it/en', 'domain', 'unimore.it'],
  ['REA RE-123456', 'register', 'REA RE-123456'],
])('%s may be %s %s', (text, scheme, value) => {
  expect(identifierGuesses(text)).toContainEqual({ scheme, value })
})

test('a name is no identifier', () => {
  for (const name of ['Volvo', 'Comune di Reggio Emilia', 'ART-ER', '3M', ''])
    expect(identifierGuesses(name), name).toEqual([])
})
