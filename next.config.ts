import { existsSync, writeFileSync } from 'node:fs'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const distDir = process.env.BUILD_DIR || '.next'
// Next writes into the tsconfig it is given; it gets one of its own, so that the committed one stays as it is.
const tsconfigPath = `${distDir}.tsconfig.json`
if (!existsSync(tsconfigPath)) writeFileSync(tsconfigPath, '{ "extends": "./tsconfig.json" }\n')

const config: NextConfig = {
  distDir,
  typescript: { tsconfigPath, ignoreBuildErrors: true }, // `npm run types` looks, once
  poweredByHeader: false,
  images: { unoptimized: true },
  outputFileTracingRoot: import.meta.dirname,
  turbopack: {
    root: import.meta.dirname,
    resolveAlias: { 'use-intl/format-message': { browser: './src/i18n/browser-message.ts' } },
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
