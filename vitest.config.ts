// Which tests run where: everything but the browser journeys by default, the journeys as a project of their own.
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/longest-first.ts'

const setupFiles = ['tests/property-seed.ts']
/** Milliseconds after which a test is taken for stuck. Long, because no verdict may depend on how busy a machine is. */
const PATIENCE = 180_000

export default defineConfig({
  test: {
    // One for each processor; by itself Vitest would leave one of them idle, which is half of a small machine.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'rooms',
          setupFiles,
          // Loading the program again for each file took longer than most files. So nothing may belong to a module
          // that one file of tests could leave behind for the next.
          isolate: false,
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/**/*.test.ts'],
          exclude: ['tests/journeys/**', 'tests/guards/**', 'tests/postgres/**'],
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
        },
      },
      {
        test: {
          // Real processes on a real Postgres, from the build; part of `npm test -- postgres` alone.
          name: 'postgres',
          setupFiles,
          include: ['tests/postgres/**/*.test.ts'],
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
          expect: { poll: { timeout: PATIENCE / 3 } },
        },
      },
      {
        test: { name: 'guards', setupFiles, include: ['tests/guards/**/*.test.ts'], testTimeout: PATIENCE },
      },
      {
        test: {
          name: 'journeys',
          setupFiles,
          // The server and its database engine are loaded once for each processor, and not once for each file.
          isolate: false,
          include: ['tests/journeys/**/*.test.ts'],
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
          // By itself Vitest gives a page one second to show something.
          expect: { poll: { timeout: PATIENCE / 3 } },
        },
      },
    ],
  },
})
