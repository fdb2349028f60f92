import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/browser.mjs'
import { freePort } from './scripts/postgres.mjs'

const browser = await findBrowser()
// Workers read this file again and must come to the same address.
const port = (process.env.E2E_PORT ??= String(await freePort()))

// The mails of the server under test: tests/e2e/mailbox.ts.
const mailPort = (process.env.E2E_MAIL_PORT ??= String(await freePort()))
const servicePort = (process.env.E2E_OIDC_PORT ??= String(await freePort()))

/** Address of the server under test: a real `npm start` with a database of its own and the demonstration data. */
export const baseURL = `http://localhost:${port}`

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/mailbox-setup.ts',
  outputDir: '.data-test/e2e-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL,
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: browser.path,
      args: browser.arguments,
      env: { ...process.env, ...browser.env },
    },
  },
  webServer: {
    command: 'node scripts/start.mjs --fresh',
    url: `${baseURL}/api/health/ready`,
    timeout: 600_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: {
      PORT: port,
      DATA_DIR: '.data-test/e2e',
      BUILD_DIR: '.build-e2e',
      // Blank: whatever the environment of this machine says, the tests use the embedded database.
      DATABASE_URL: '',
      DATABASE_OWNER_URL: '',
      ATLAS_URL: '',
      DEMO: '1',
      LOG_LEVEL: 'warn',
      // All tests come from one address; the limits have tests of their own (tests/server).
      ...{ LIMIT_PAGES: '0', LIMIT_API: '0', LIMIT_MAP: '0', LIMIT_EXPORTS: '0' },
      JOBS: 'worker',
      SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
      MAIL_FROM: 'Atlas <atlas@example.eu>',
      // The other sign-in service is opened by the test that needs it.
      OIDC_ISSUER: `http://localhost:${servicePort}`,
      OIDC_CLIENT_ID: 'atlas',
      OIDC_CLIENT_SECRET: 'a secret between the two',
    },
  },
})
