const somewhere = 'http://atlas.invalid'

/**
 * Where to go after a form: a path of this site, or `fallback`. Whatever a browser could read as another host is not
 * one (`//host`, `/\host`, `https:…`, characters that browsers drop on the way).
 */
export function ownPath(path: string | null | undefined, fallback: string): string {
  if (typeof path !== 'string' || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(path) || !URL.canParse(path, somewhere))
    return fallback
  const url = new URL(path, somewhere)
  return url.origin === somewhere && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}${url.hash}`
    : fallback
}
