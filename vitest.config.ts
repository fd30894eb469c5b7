import { defineConfig } from 'vitest/config'

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } } as const

/** Tests that need a database or the whole service: they share one embedded server, and have a database a file. */
const WHOLE = [
  'test/**/*.test.ts',
  'src/**/pages.test.{ts,tsx}',
  'src/platform/database/*.test.ts',
  'src/record/log*.test.ts',
]

export default defineConfig({
  ...jsx,
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Each file stands by itself, and to load the product anew for each of them took half of the time.
    isolate: false,
    maxWorkers: 2,
    projects: [
      {
        ...jsx,
        test: {
          name: 'pure',
          isolate: false,
          testTimeout: 60_000,
          include: ['src/**/*.test.{ts,tsx}', 'test/house.test.ts', 'test/cases.test.ts'],
          exclude: WHOLE.slice(1),
        },
      },
      {
        ...jsx,
        test: {
          name: 'whole',
          isolate: false,
          include: [...WHOLE, 'e2e/**/*.spec.ts'],
          exclude: ['test/house.test.ts', 'test/cases.test.ts'],
          globalSetup: ['test/one-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
