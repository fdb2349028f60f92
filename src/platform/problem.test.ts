import { expect, test } from 'vitest'
import { AppError } from '@/core/app-error'
import { isUnavailable } from '@/platform/problem'

test('a database that does not answer is told from a fault of ours', () => {
  expect(isUnavailable(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))).toBe(true)
  expect(isUnavailable(new Error('Connection terminated unexpectedly'))).toBe(true)
  expect(isUnavailable({ code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '57P01' } } } })).toBe(
    true,
  )
  expect(isUnavailable({ code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '57014' } } } })).toBe(
    true,
  )
  expect(isUnavailable(new AppError('unavailable', 'unavailable'))).toBe(true)
  expect(isUnavailable(new TypeError('x is not a function'))).toBe(false)
  expect(isUnavailable({ code: 'P2002' })).toBe(false)
  expect(isUnavailable(undefined)).toBe(false)
})
