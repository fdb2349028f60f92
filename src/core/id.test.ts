import { expect, test } from 'vitest'
import { isId, newId } from './id'
import { newSlug, slugWords } from './slug'

test('an id is a version 7 uuid and sorts by its birth', () => {
  const [older, newer] = [newId(1_700_000_000_000), newId(1_700_000_000_001)]
  expect(older).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(older.slice(0, 13)).toBe('018bcfe5-6800')
  expect(older < newer).toBe(true)
  expect(isId(older)).toBe(true)
})

test('a slug keeps the words of the label in ASCII', () => {
  expect(slugWords('Università degli Studi di Modena e Reggio Emilia')).toBe(
    'universita-degli-studi-di-modena-e-reggio-emilia',
  )
  expect(newSlug('Gävle kommun')).toMatch(/^gavle-kommun-[0-9a-hjkmnp-tv-z]{5}$/)
  expect(slugWords('a'.repeat(30) + ' ' + 'b'.repeat(40)).length).toBeLessThanOrEqual(60)
})
