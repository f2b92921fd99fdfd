import { defineConfig } from 'vitest/config'

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
          testTimeout: 20_000,
          hookTimeout: 30_000,
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
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'processes',
          include: ['test/e2e/**/*.e2e.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'start',
          include: ['test/start/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
