import { existsSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { relative } from 'node:path'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const distDir = process.env.BUILD_DIR || '.next'
// Next writes into the tsconfig it is given; it gets one of its own, so that the committed one stays as it is.
const tsconfigPath = `${distDir}.tsconfig.json`
if (!existsSync(tsconfigPath)) writeFileSync(tsconfigPath, '{ "extends": "./tsconfig.json" }\n')

/** Turbopack takes an alias to a file, not to a path within a package. */
const pathOf = (name: string) =>
  `./${relative(import.meta.dirname, createRequire(import.meta.url).resolve(name)).replaceAll('\\', '/')}`

const config: NextConfig = {
  distDir,
  typescript: { tsconfigPath, ignoreBuildErrors: true }, // `npm run types` looks, once
  poweredByHeader: false,
  images: { unoptimized: true },
  outputFileTracingRoot: import.meta.dirname,
  turbopack: {
    root: import.meta.dirname,
    // Messages come compiled (src/i18n/messages.ts), so that nobody carries a parser of them.
    resolveAlias: { 'use-intl/format-message': pathOf('use-intl/format-message/format-only') },
  },
  serverExternalPackages: ['pg', 'pino', '@prisma/adapter-pg'],
  // The ground of the map changes with a release, not with the data: a day old is as good, and later it comes while
  // the old one is shown.
  headers: async () => [
    {
      source: '/base/:path*',
      headers: [{ key: 'cache-control', value: 'public, max-age=86400, stale-while-revalidate=2592000' }],
    },
  ],
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: '1mb' } },
}

export default createNextIntlPlugin('./src/i18n/request.ts')(config)
