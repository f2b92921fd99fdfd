import { defineConfig } from 'vitest/config'

/** What is awaited comes in milliseconds on an idle machine; a busy one is no fault of what is tested. */
const PATIENT = { testTimeout: 60_000, hookTimeout: 90_000, expect: { poll: { timeout: 20_000 } } }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'code',
          include: [
            'src/**/*.test.ts',
            'src/**/*.test.tsx',
            'db/**/*.test.ts',
            'bench/**/*.test.ts',
            'test/architecture/**/*.test.ts',
            'test/integration/**/*.test.ts',
          ],
          globalSetup: ['test/support/global-setup.ts'],
          ...PATIENT,
        },
      },
      {
        test: {
          // Run again on the oldest server that is promised: TEST_POSTGRES=15.
          name: 'smoke',
          include: [
            'src/platform/migrate.test.ts',
            'src/platform/backup/{backup,plain-owner}.test.ts',
            'src/platform/jobs/jobs.test.ts',
            'src/platform/session/sign-in.test.ts',
            'src/modules/**/actions.test.ts',
          ],
          globalSetup: ['test/support/global-setup.ts'],
          ...PATIENT,
        },
      },
      {
        test: {
          name: 'processes',
          include: ['test/e2e/**/*.e2e.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          ...PATIENT,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'start',
          include: ['test/start/**/*.test.ts'],
          ...PATIENT,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
