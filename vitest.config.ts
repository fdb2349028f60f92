import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname
const alias = { '@': join(root, 'src'), '@tests': join(root, 'tests') }
const excluded = ['**/node_modules/**', '**/.*/**', 'tests/e2e/**', 'tests/architecture/bad-house/**']
// Modules that open the database may be read in a unit test; only a database test may ask it.
const env = {
  DATABASE_URL: 'postgresql://none@127.0.0.1:1/none',
  AUTH_SECRET: 'a secret of the tests, never used elsewhere',
  LOG_LEVEL: 'silent',
}

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,scripts,tests,bench,prisma}/**/*.test.{ts,tsx}'],
          exclude: [
            ...excluded,
            '**/*.db.test.ts',
            'tests/permissions/**',
            'tests/server/**',
            'tests/timing/no-*',
            'tests/architecture*/**',
            'tests/architecture*.ts',
          ],
          env,
          globalSetup: ['tests/base-map-setup.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          include: ['tests/architecture.test.ts', 'tests/architecture/**/*.test.ts'],
          exclude: excluded,
          env,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['{src,scripts,tests}/**/*.db.test.ts'],
          exclude: [...excluded, 'tests/{permissions,server}/**'],
          env,
          globalSetup: ['tests/database-setup.ts'],
          setupFiles: ['tests/database-each.ts'],
          pool: 'forks',
          // Half of a test is spent waiting for the database: one worker for each processor.
          maxWorkers: availableParallelism(),
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'permissions',
          include: ['tests/{permissions,server}/**/*.test.ts'],
          exclude: excluded,
          env,
          globalSetup: ['tests/database-setup.ts'],
          setupFiles: ['tests/database-each.ts'],
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // On its own, so that nothing else of ours makes the machine busy while it measures.
        extends: true,
        test: {
          name: 'timing',
          include: ['tests/timing/no-*.test.ts'],
          exclude: excluded,
          env,
          globalSetup: ['tests/database-setup.ts'],
          setupFiles: ['tests/database-each.ts'],
          pool: 'forks',
        },
      },
    ],
  },
})
