// Which tests run where: everything but the browser journeys by default, the journeys as a project of their own.
import { defineConfig } from 'vitest/config'

const setupFiles = ['tests/property-seed.ts']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rooms',
          setupFiles,
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/**/*.test.ts'],
          exclude: ['tests/journeys/**', 'tests/guards/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: { name: 'guards', setupFiles, include: ['tests/guards/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        test: {
          name: 'journeys',
          setupFiles,
          include: ['tests/journeys/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
