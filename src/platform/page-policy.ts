type Circumstances = { isHttps: boolean; isEmbed: boolean; isDev: boolean }

/** The one address of pages that other sites may frame. */
export const isEmbedded = (path: string): boolean => /^\/[a-z]{2}\/embed\/map$/.test(path)

/** Content security policy of a page with a nonce of its own. */
export function pagePolicy(nonce: string, { isHttps, isEmbed, isDev }: Circumstances): string {
  const tiles = tileHost(process.env.MAP_TILE_URL)
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ''}`,
    // Next's overlay in development writes style attributes; a nonce would switch 'unsafe-inline' off.
    isDev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:${tiles}`,
    "font-src 'self'",
    `connect-src 'self'${tiles}${isDev ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "worker-src 'self' blob:",
    "form-action 'self'",
    isEmbed ? 'frame-ancestors *' : "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** ` https://tiles.example.org` of an operator's tile address, or nothing. */
function tileHost(address: string | undefined): string {
  return address && URL.canParse(address) ? ` ${new URL(address).origin}` : ''
}
