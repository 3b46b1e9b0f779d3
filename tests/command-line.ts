// A command line with data of its own for a whole file of tests.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Ran, runCommand, type Setting } from './recording-terminal.ts'
import { openEmbeddedStore, templateFile, temporaryFolder } from './test-store.ts'

export const dataDir = temporaryFolder()
export const nowhere = join(dataDir, 'not-made')

let template = ''

beforeAll(async () => {
  template = await templateFile()
  const { store } = await openEmbeddedStore({ dataDir })
  await store.close()
})

afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true })
})

/** Against the data of this file, unless `env` says otherwise. */
export function run(
  line: string | string[],
  { env, ...setting }: Setting & { env?: Record<string, string> } = {},
): Promise<Ran> {
  const words = typeof line === 'string' ? line.split(' ') : line
  return runCommand(words, { SKILLMAP_DATA: dataDir, SKILLMAP_TEMPLATE: template, ...env }, setting)
}

/** The commands that need no data must not even make its folder. */
export const withoutData = { env: { SKILLMAP_DATA: nowhere } }
