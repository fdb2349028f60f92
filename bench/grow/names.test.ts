import { describe, expect, test } from 'vitest'
import { acronymOf, joinHalves, nameRows } from './names'

describe('names made of the words of others', () => {
  test('two halves', () => {
    expect(joinHalves('Università di Bologna', 'Conservatorio di Musica Arrigo Boito')).toBe(
      'Università di Arrigo Boito',
    )
  })

  test('a legal form alone makes no other name', () => {
    expect(joinHalves('Meware Srl', 'Officine Esempio SpA')).toBe('Meware Officine SpA')
  })

  test('no word twice where they meet', () => {
    expect(joinHalves('Ente Parco', 'Museo di Ente Nazionale')).toBe('Ente Nazionale')
  })

  test('acronyms have three to seven letters', () => {
    expect(acronymOf('Istituto Nazionale di Fisica')).toBe('INF')
    expect(acronymOf('Istituto nazionale')).toBe('')
  })

  test('the same name folded is one row, the first one the original', () => {
    const rows = nameRows(
      [
        { kind: 'label', language: 'sv', value: 'Göteborgs AB' },
        { kind: 'label', language: 'sv', value: 'GÖTEBORGS AB' },
        { kind: 'alias', language: 'sv', value: 'Göteborgs AB' },
      ],
      'sv',
    )
    expect(rows).toEqual([
      ['label', 'sv', 'Göteborgs AB', 'goteborgs ab', true, 'goteborgs'],
      ['alias', 'sv', 'Göteborgs AB', 'goteborgs ab', false, 'goteborgs'],
    ])
  })
})
