import { expect, test } from 'vitest'
import { isGuessable } from './guessable'

test.each([
  'passwordpassword',
  'Password123456',
  'aaaaaaaaaaaa',
  '123456789012',
  'abcabcabcabc',
  'Qwerty-2026!',
  'Atlas2026Atlas',
  'Lösenord1234',
  'Passw0rd!Passw0rd!',
  '1q2w3e4r5t6y',
  'ReggioEmilia2026',
  'juventus1897',
  'Correct horse battery staple',
])('%s is guessable', (password) => {
  expect(isGuessable(password)).toBe(true)
})

test.each([
  'träd i blåst över Gävle',
  'kotu-mari-beno-suda-levi',
  'Żółw kręci młynek',
  'R7#kq92!vLw0',
  '密码是很长的一句话没有人知道',
])('%s is not', (password) => {
  expect(isGuessable(password)).toBe(false)
})

test('what stands around the account does not count', () => {
  expect(isGuessable('Marta.Nowak.1987', ['marta.nowak@example.eu', 'Marta Nowak'])).toBe(true)
  expect(isGuessable('Marta.Nowak.1987')).toBe(false)
})
