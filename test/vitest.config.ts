import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/** What runs in plain Node; what is asked of the packages for the stores; and what drives the two real browsers, one at a time. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'unit',
          setupFiles: ['test/unit/setup.ts'],
          include: ['test/{unit,rules,corpus,fuzz}/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'packages',
          globalSetup: ['test/browser/harness/global-setup.ts'],
          include: ['test/packages/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        root,
        test: {
          name: 'browser',
          globalSetup: ['test/browser/harness/global-setup.ts'],
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // A starved shared machine can miss a wait of 20 seconds once; the report names what was tried twice.
          retry: process.env.CI ? 1 : 0,
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
    ],
  },
});
