import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { overwriteHeaders, readVisitor } from '@/platform/visitor'

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

test('a port that a proxy wrote is no part of the address', () => {
  const addressIn = (entry: string) => readVisitor(requestWith({ 'x-forwarded-for': entry }), 1).address
  expect(addressIn('203.0.113.7:52100')).toBe('203.0.113.7')
  expect(addressIn('[2001:db8::1]:52100')).toBe('2001:db8::1')
  expect(addressIn('2001:db8::1')).toBe('2001:db8::1')
  expect(addressIn('unknown')).toBe('unknown')
})

test('fewer entries than proxies: the farthest there is', () => {
  expect(readVisitor(requestWith({}), 3)).toEqual({ address: '10.0.0.9', isHttps: false })
})

test('what a visitor writes under our names is gone from the parsed and from the raw headers', () => {
  const request = requestWith({ host: 'atlas.example', 'x-client-address': '1.1.1.1' })
  request.rawHeaders = ['Host', 'atlas.example', 'X-Client-Address', '1.1.1.1', 'Accept', 'x-client-address']
  overwriteHeaders(request, { 'x-client-address': '192.0.2.7' })
  expect(request.headers['x-client-address']).toBe('192.0.2.7')
  expect(request.rawHeaders).toEqual([
    ...['Host', 'atlas.example', 'Accept', 'x-client-address'],
    ...['x-client-address', '192.0.2.7'],
  ])
})
