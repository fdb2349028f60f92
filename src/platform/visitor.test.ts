import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { readVisitor } from '@/platform/visitor'

function requestWith(headers: Record<string, string>) {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: '10.0.0.9' })
  return Object.assign(new IncomingMessage(socket), { headers })
}

const forged = { 'x-forwarded-for': '1.1.1.1, 203.0.113.7', 'x-forwarded-proto': 'https' }

test('without a trusted proxy nothing that was forwarded is believed', () => {
  expect(readVisitor(requestWith(forged), 0)).toEqual({ address: '10.0.0.9', isHttps: false })
})

test('one proxy: the last address it saw', () => {
  expect(readVisitor(requestWith(forged), 1)).toEqual({ address: '203.0.113.7', isHttps: true })
})

test('two proxies: the address before the last', () => {
  expect(readVisitor(requestWith(forged), 2).address).toBe('1.1.1.1')
})

test('fewer entries than proxies: the farthest there is', () => {
  expect(readVisitor(requestWith({}), 3)).toEqual({ address: '10.0.0.9', isHttps: false })
})
