import { expect, test } from 'vitest'
import { keyedHash, seal, unseal } from '@/platform/seal'

test('a sealed text is read again, for the same purpose and the same row only', () => {
  const sealed = seal('totp', 'ada', 'JBSWY3DPEHPK3PXP')
  expect(sealed).not.toContain('JBSWY3DPEHPK3PXP')
  expect(unseal('totp', 'ada', sealed)).toBe('JBSWY3DPEHPK3PXP')
  expect(unseal('totp', 'bo', sealed)).toBeNull()
  expect(unseal('sign-in', 'ada', sealed)).toBeNull()
})

test('two seals of one text differ, and a changed or foreign one does not open', () => {
  const sealed = seal('totp', 'ada', 'secret')
  expect(seal('totp', 'ada', 'secret')).not.toBe(sealed)
  for (const wrong of ['', 'x', `${sealed.slice(0, -2)}AA`, sealed.slice(0, 30), 'made up by somebody else entirely'])
    expect(unseal('totp', 'ada', wrong)).toBeNull()
})

test('a keyed hash is the same for the same text and purpose, and short', () => {
  expect(keyedHash('recovery', 'abc')).toBe(keyedHash('recovery', 'abc'))
  expect(keyedHash('recovery', 'abc')).not.toBe(keyedHash('other', 'abc'))
})
