// A command line with data of its own for a whole file of tests.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Ran, runCommand, type Setting } from './recording-terminal.ts'
import { openEmbeddedStore, templateFile, temporaryFolder } from './test-store.ts'

export interface CommandLine {
  dataDir: string
  /** A folder that is not there, and must not be made. */
  nowhere: string
  /** The commands that need no data must not even make its folder. */
  withoutData: { env: Record<string, string> }
  /** Against the data of this file, unless `env` says otherwise. */
  run(line: string | string[], setting?: Setting & { env?: Record<string, string> }): Promise<Ran>
}

/** Called once at the top of a file of tests: files share a process, so nothing here may belong to the module. */
export function commandLine(): CommandLine {
  const dataDir = temporaryFolder()
  const nowhere = join(dataDir, 'not-made')
  let template = ''
  beforeAll(async () => {
    template = await templateFile()
    const { store } = await openEmbeddedStore({ dataDir })
    await store.close()
  })
  afterAll(() => {
    rmSync(dataDir, { recursive: true, force: true })
  })
  return {
    dataDir,
    nowhere,
    withoutData: { env: { SKILLMAP_DATA: nowhere } },
    run(line, { env, ...setting } = {}) {
      const words = typeof line === 'string' ? line.split(' ') : line
      return runCommand(words, { SKILLMAP_DATA: dataDir, SKILLMAP_TEMPLATE: template, ...env }, setting)
    },
  }
}
