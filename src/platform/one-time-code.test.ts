import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { authenticatorAddress, codeAt, newAuthenticatorKey, stepOfCode } from '@/platform/one-time-code'

// RFC 6238, appendix B: the secret of its SHA-1 rows, and the last six of its eight digits.
const key = Secret.fromUTF8('12345678901234567890').base32
const rows = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
] as const

test.each(rows)('at second %i the code is %s', (second, code) => {
  expect(codeAt(key, second * 1000)).toBe(code)
  expect(stepOfCode(key, code, second * 1000)).toBe(Math.floor(second / 30))
})

test('a code is good one step early and one step late, no further', () => {
  const at = 1_234_567_890_000
  const step = Math.floor(at / 30_000)
  const found = [-2, -1, 0, 1, 2].map((late) => stepOfCode(key, codeAt(key, at + late * 30_000), at))
  expect(found).toEqual([null, step - 1, step, step + 1, null])
})

test('what is no code is none', () => {
  for (const text of ['', '12345', '1234567', 'abcdef', '٠٠٥٩٢٤', '-05924'])
    expect(stepOfCode(key, text, 1_234_567_890_000)).toBeNull()
})

test('a new key has 160 bits, and its address names the account', () => {
  expect(newAuthenticatorKey()).toMatch(/^[A-Z2-7]{32}$/)
  expect(authenticatorAddress(key, 'ada@example.eu')).toBe(
    `otpauth://totp/COMPETE%20IN%20Atlas:ada%40example.eu?issuer=COMPETE%20IN%20Atlas&secret=${key}&algorithm=SHA1&digits=6&period=30`,
  )
})
