import { expect, test } from 'vitest'
import { like } from './like'

test('the signs of a pattern are letters like others where somebody typed them', () => {
  expect(like('100%_a\\b')).toBe('%100\\%\\_a\\\\b%')
})
