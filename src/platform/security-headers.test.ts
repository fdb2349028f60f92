import { describe, expect, test } from 'vitest'
import { isEmbedded, pagePolicy } from '@/platform/page-policy'
import { pageCacheControl, securityHeaders } from '@/platform/security-headers'

describe('headers of every answer', () => {
  test('only open data may be read by other sites', () => {
    const reader = (path: string) => securityHeaders(path, false)['cross-origin-resource-policy']
    for (const path of [
      '/api/v1/actors',
      '/api/map/actors',
      '/tiles/actors/0/0/0.mvt',
      '/ogc',
      '/export/map.svg',
      '/it/embed/map',
    ])
      expect(reader(path), path).toBe('cross-origin')
    for (const path of ['/en/map', '/api/auth/session', '/api/v10', '/files/1/a.pdf', '/ogcx', '/it/embed/maps'])
      expect(reader(path), path).toBe('same-origin')
  })

  test('a browser is bound to https only where it came by https', () => {
    expect(securityHeaders('/en/map', true)).toHaveProperty('strict-transport-security')
    expect(securityHeaders('/en/map', false)).not.toHaveProperty('strict-transport-security')
  })
})

describe('what may be kept of a page', () => {
  test('with a session nothing', () => {
    for (const cookie of ['atlas.session=x', 'a=b; __Host-atlas.session=x'])
      expect(pageCacheControl('/en/desk', cookie)).toBe('private, no-store')
  })

  test('without one it is asked for again', () => {
    for (const cookie of [undefined, '', 'NEXT_LOCALE=it', 'not-atlas.session=x'])
      expect(pageCacheControl('/it/map', cookie), cookie).toBe('no-cache')
  })

  test('the embedded map knows no session', () => {
    expect(pageCacheControl('/it/embed/map', 'atlas.session=x')).toBe('no-cache')
  })

  test('files and doors speak for themselves', () => {
    for (const page of ['privacy/own', 'privacy/request', 'message'])
      expect(pageCacheControl(`/it/${page}/${'a'.repeat(22)}`, undefined), page).toBe('private, no-store')
    for (const path of ['/_next/static/a.js', '/base/land.json', '/icon.svg', '/api/v1/actors'])
      expect(pageCacheControl(path, 'atlas.session=x'), path).toBeUndefined()
  })
})

describe('the policy of a page', () => {
  const usual = { isHttps: false, isEmbed: false, isDev: false }

  test('runs no script and no style without its nonce', () => {
    const policy = pagePolicy('abc', usual)
    expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';")
    expect(policy).toContain("style-src 'self' 'nonce-abc';")
    expect(policy).not.toMatch(/unsafe|ws:|upgrade/)
  })

  test('lets others frame the embedded map only', () => {
    expect(pagePolicy('abc', usual)).toContain("frame-ancestors 'none'")
    const usualPolicy = pagePolicy('abc', usual)
    expect(pagePolicy('abc', { ...usual, isEmbed: true })).toBe(
      usualPolicy.replace("frame-ancestors 'none'", 'frame-ancestors *'),
    )
    for (const path of ['/en/map', '/en/embed', '/en/embed/map/x', '/en/embed/maps', '/x/en/embed/map', '/embed/map'])
      expect(isEmbedded(path), path).toBe(false)
    for (const path of ['/en/embed/map', '/pl/embed/map']) expect(isEmbedded(path), path).toBe(true)
  })
})
