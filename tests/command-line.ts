// A command line with data of its own for a whole file of tests.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type RunningServer, startServer } from '../src/server/main.ts'
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

/**
 * Each command opens the data by itself, as in a terminal while nothing else runs. Called once at the top of a file of
 * tests: files share a process, so nothing here may belong to the module.
 */
export function commandLine(): CommandLine {
  return commandLineOn(temporaryFolder(), async (dataDir) => {
    const { store } = await openEmbeddedStore({ dataDir })
    await store.close()
    return null
  })
}

/**
 * A server holds the data, and the commands ask it, as beside an open browser. For files of many commands: none of them
 * starts a database of its own, which takes a hundred times as long as the rest of a command.
 */
export function commandLineBesideServer(): CommandLine {
  return commandLineOn(temporaryFolder(), async (dataDir) =>
    startServer({ dataDir, port: 0, webRoot: null, templateFile: await templateFile() }),
  )
}

function commandLineOn(
  dataDir: string,
  begin: (dataDir: string) => Promise<RunningServer | null>,
): CommandLine {
  const nowhere = join(dataDir, 'not-made')
  let template = ''
  let server: RunningServer | null = null
  beforeAll(async () => {
    template = await templateFile()
    server = await begin(dataDir)
  })
  afterAll(async () => {
    await server?.stop()
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
