import { expect, test } from 'vitest'
import { byLikeness, likenessOf, sharedWith, wordsAsWritten } from '@/modules/practices/similar-practice.schema'

const sharing = { id: 'a', keywords: [], rarity: 0, kind: null, ownKind: null, traits: [] }
const title = (value: string) => ({ title: { value, language: 'it', machine: false } })

test('words that two practices share are said as a reader sees them', () => {
  const texts = ['L’università accanto alle imprese', 'Śląskie Centrum', 'first export']
  expect(wordsAsWritten(['imprese', 'universita', 'slaskie', 'export'], texts)).toEqual([
    ...['imprese', 'università', 'Śląskie', 'export'],
  ])
  expect(wordsAsWritten(['mission'], texts)).toEqual([])
})

test('a word of a shared keyword is not said twice, and counted once', () => {
  const likeness = likenessOf({
    ...sharing,
    ...{ keywords: ['Export', 'Asia'], traits: ['=export', 'export', 'imprese', '#water', '/C28'] },
    ...{ kind: 'enterprise', ownKind: 'university' },
  })
  expect(likeness.points).toBe(3 + 2 + 2 + 2)
  expect(sharedWith(title('Le imprese fuori'), likeness)).toEqual({
    ...{ themes: ['water'], sectors: ['C28'], kind: null, words: ['Export', 'imprese'] },
  })
})

test('a title in many languages says one thing many times: three words count, those of the shown language are said', () => {
  const likeness = likenessOf({ ...sharing, traits: ['imprese', 'foretag', 'empresas', 'entreprises'] })
  expect(likeness.points).toBe(6)
  expect(sharedWith(title('Le imprese'), likeness).words).toEqual(['imprese'])
  expect(sharedWith(title('Uno'), likeness).words).toEqual(['empresas', 'entreprises', 'foretag', 'imprese'])
})

test('what shares more comes first, among equals what is rarer, then what is newer', () => {
  const given = (id: string, traits: string[], rarity = 0) => likenessOf({ ...sharing, id, traits, rarity })
  const all = [given('a', ['word']), given('b', ['word']), given('c', ['other'], 0.5), given('d', ['#water'])]
  expect(all.sort(byLikeness).map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a'])
})
