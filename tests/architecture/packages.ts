export type Lock = { packages: Record<string, { version?: string; resolved?: string; link?: boolean }> }
export type Manifest = {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  overrides?: Record<string, unknown>
}

/** Packages of the lock file, at any depth, below the version from which their known holes are closed. */
export function belowFloor(lock: Lock, floor: Record<string, string>): string[] {
  return Object.entries(lock.packages).flatMap(([path, { version }]) => {
    const name = path.split('node_modules/').at(-1) ?? ''
    const minimum = path.includes('node_modules/') ? floor[name] : undefined
    return minimum && version && isOlder(version, minimum)
      ? [`${path} is ${version}, at least ${minimum} is needed`]
      : []
  })
}

// semver: a pre-release (1.2.0-rc.1) comes before its release (1.2.0).
function isOlder(version: string, minimum: string): boolean {
  const [release = '', preRelease] = version.split(/-(.*)/)
  const ours = release.split('.').map(Number)
  const theirs = minimum.split('.').map(Number)
  const at = theirs.findIndex((part, index) => part !== ours[index])
  return at === -1 ? preRelease !== undefined : (ours[at] ?? 0) < (theirs[at] ?? 0)
}

/** Dependencies not pinned to one version. */
export function unpinned({ dependencies, devDependencies, overrides }: Manifest): string[] {
  return Object.entries({ ...dependencies, ...devDependencies, ...overrides })
    .filter(([, version]) => typeof version !== 'string' || !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))
    .map(([name, version]) => `${name}: ${String(version)}`)
}

/** Lock entries that name the registry they came from: the next machine may use another one. */
export function namesRegistry({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([path, { resolved }]) =>
    resolved && /^[a-z+]+:\/\//.test(resolved) ? [path] : [],
  )
}
