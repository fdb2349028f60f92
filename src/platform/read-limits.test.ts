import { describe, expect, test } from 'vitest'
import { readClassOf, ReadLimits } from '@/platform/read-limits'

const most = { pages: 600, api: 600, map: 3000, exports: 10 }

describe('what kind of reading an address is', () => {
  test.each([
    ...['/', '/en/map', '/it/actors/x', '/api/auth/session', '/anything'].map((path) => [path, 'pages'] as const),
    ...['/api/v1/actors', '/api', '/api/suggest/actors', '/ogc', '/files/1/a.pdf'].map(
      (path) => [path, 'api'] as const,
    ),
    ...['/api/map/actors', '/tiles/actors/0/0/0.mvt'].map((path) => [path, 'map'] as const),
    ...['/export/actors.csv', '/export'].map((path) => [path, 'exports'] as const),
    ...['/_next/static/a.js', '/base/land.json', '/icon.svg', '/api/health/live'].map((path) => [path, null] as const),
  ])('%s: %s', (path, kind) => {
    expect(readClassOf(path)).toBe(kind)
  })
})

describe('how often', () => {
  const at = (start: number) => {
    let time = start
    const limits = new ReadLimits(most, () => time)
    const takeMany = (count: number, address = '192.0.2.1') =>
      Array.from({ length: count }, () => limits.take('pages', address)).filter((wait) => wait === 0).length
    return { limits, takeMany, wait: (seconds: number) => (time += seconds) }
  }

  test('600 pages a minute, then how long to wait, and after that time one more', () => {
    const { limits, takeMany, wait } = at(0)
    expect(takeMany(700)).toBe(600)
    const seconds = limits.take('pages', '192.0.2.1')
    expect(seconds).toBe(61)
    wait(seconds)
    expect(takeMany(1)).toBe(1)
  })

  test('around the turn of a minute nobody gets twice as many', () => {
    const { takeMany, wait } = at(59)
    expect(takeMany(600)).toBe(600)
    wait(2)
    expect(takeMany(600)).toBeLessThan(20)
    wait(29)
    expect(takeMany(600)).toBeLessThan(310)
  })

  test('others are not touched; neighbours in one IPv6 network are one', () => {
    const { limits, takeMany } = at(0)
    expect(takeMany(600, '2001:db8:1:2::1')).toBe(600)
    expect(takeMany(1, '2001:db8:1:2:ffff::9')).toBe(0)
    expect(takeMany(1, '2001:db8:1:3::1')).toBe(1)
    expect(takeMany(1, '::ffff:192.0.2.1')).toBe(1)
    expect(limits.take('api', '2001:db8:1:2::1')).toBe(0)
  })

  test('ten exports an hour; 0 lets everything through', () => {
    const { limits } = at(0)
    const exports = Array.from({ length: 12 }, () => limits.take('exports', '192.0.2.1'))
    expect(exports.filter((wait) => wait === 0)).toHaveLength(10)
    expect(exports.at(-1)).toBeGreaterThan(3000)
    const open = new ReadLimits({ ...most, pages: 0 })
    expect(Array.from({ length: 5000 }, () => open.take('pages', 'x')).every((wait) => wait === 0)).toBe(true)
  })

  test('what it costs does not grow with the number of visitors', () => {
    const { limits } = at(0)
    for (let index = 0; index < 250_000; index++)
      limits.take('map', `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`)
    const since = performance.now()
    for (let index = 0; index < 100_000; index++) limits.take('map', `11.0.${(index >> 8) & 255}.${index & 255}`)
    expect(performance.now() - since).toBeLessThan(2000)
  })
})
