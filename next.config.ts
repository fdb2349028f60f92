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
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ['pg', 'pino', '@prisma/adapter-pg'],
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: '1mb' } },
}

export default createNextIntlPlugin('./src/i18n/request.ts')(config)
