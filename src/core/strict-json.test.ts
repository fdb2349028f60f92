import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAppError } from './app-error'
import { parseStrictJson } from './strict-json'

const refusal = (text: string) => {
  try {
    return parseStrictJson(text)
  } catch (error) {
    return isAppError(error) ? [error.messageKey, ...error.fields.map(({ field }) => field)] : error
  }
}

test('whatever JSON writes is read back', () => {
  const clear = (value: unknown): boolean => !JSON.stringify(value).includes('"__proto__"')
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }).filter(clear), fc.integer({ min: 0, max: 4 }), (value, indent) => {
      const text = JSON.stringify(value, null, indent)
      expect(parseStrictJson(text)).toEqual(JSON.parse(text))
    }),
  )
})

test('a name said twice is refused where it stands, however it is written', () => {
  expect(refusal('{"a":1,"b":2,"a":3}')).toEqual(['duplicateKey', 'a'])
  expect(refusal('{"a":1,"\\u0061":3}')).toEqual(['duplicateKey', 'a'])
  expect(refusal('{"a":[{"b":1},{"c":{"d":1,"d":2}}]}')).toEqual(['duplicateKey', 'a.1.c.d'])
  expect(refusal('{"a":{"x":1},"b":{"x":1},"c":"a","d":["a","a"]}')).toMatchObject({ c: 'a' })
})

test('the names of every object are no names of ours', () => {
  expect(refusal('{"names":[{"__proto__":{"isAdmin":true}}]}')).toEqual(['unknownField', 'names.0.__proto__'])
})

test.each(['', '{', '{"a"', '{a:1}', "{'a':1}", '{"a":1,}', '[1', '"\\x"', 'NaN', '{"a":01}', '\u0000', '{"a":"\n"}'])(
  '%j is no JSON',
  (text) => {
    expect(refusal(text)).toEqual(['badJson'])
  },
)

test('nests at most 32 deep, and ten thousand levels are refused at once', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  expect(() => parseStrictJson(nested(32))).not.toThrow()
  expect(refusal(nested(33))).toEqual(['badJson'])
  expect(refusal('{"a":'.repeat(10_000))).toEqual(['badJson'])
})
