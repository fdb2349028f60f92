import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import securityFloor from '../../security-floor.json'
import { root } from './files'
import { belowFloor, namesRegistry, unpinned, type Lock, type Manifest } from './packages'

describe('packages', () => {
  const lock: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const manifest: Manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

  test('none is older than its security floor', () => {
    expect(belowFloor(lock, securityFloor)).toEqual([])
    const old = (version: string) =>
      belowFloor({ packages: { 'node_modules/a/node_modules/next': { version } } }, { next: '16.3.3' })
    expect(old('16.3.2')).toHaveLength(1)
    expect(old('9.9.9')).toHaveLength(1)
    expect(old('16.3.3-canary.1')).toHaveLength(1)
    expect(['16.3.3', '16.10.0', '17.0.0-rc.1'].flatMap(old)).toEqual([])
  })

  test('each is pinned to one version', () => {
    expect(unpinned(manifest)).toEqual([])
    expect(unpinned({ dependencies: { a: '^1.0.0', b: 'latest', c: '1.0.0-beta.2' } })).toHaveLength(2)
  })

  test('the lock file names no registry', () => {
    expect(namesRegistry(lock)).toEqual([])
    expect(
      namesRegistry({ packages: { 'node_modules/a': { resolved: 'https://registry.example/a.tgz' } } }),
    ).toHaveLength(1)
  })
})
