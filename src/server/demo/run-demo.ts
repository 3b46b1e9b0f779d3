// Runs a company that does not exist, on this computer and in a folder that is thrown away.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, startServer, toldToStop } from '../main.ts'
import { DEMO_PATH } from './demo-door.ts'

export interface DemoSettings {
  port?: number
  webRoot?: string | null
  templateFile?: string
  log?: (line: string) => void
  /** How many steps are done, of how many. */
  progress?: (done: number, of: number) => void
}

export interface RunningDemo extends RunningServer {
  /** The page on which one chooses as whom to look. */
  choiceUrl: string
}

/** Seeds and serves; whoever opens it before it is ready waits. */
async function startDemo(settings: DemoSettings): Promise<RunningDemo> {
  const dataDir = mkdtempSync(join(tmpdir(), 'skillmap-demo-'))
  try {
    const server = await startServer({
      ...settings,
      dataDir,
      demo: { progress: settings.progress ?? (() => {}) },
    })
    return {
      ...server,
      choiceUrl: `${server.url}${DEMO_PATH}`,
      async stop() {
        await server.stop()
        rmSync(dataDir, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true })
    throw error
  }
}

/** Until it is told to stop. */
export async function runDemo(port: number | undefined): Promise<void> {
  const demo = await startDemo({
    ...(port === undefined ? {} : { port }),
    log: (line) => process.stderr.write(`${line}\n`),
    progress: (done, of) => {
      if (process.stderr.isTTY) process.stderr.write(`\rWriting two years of a company: ${done} of ${of}`)
      if (done === of) process.stderr.write('\n')
    },
  })
  process.stdout.write(
    `\nA company that does not exist is at ${demo.choiceUrl}\n\nChoose there as whom you look. It is thrown away when you stop it: Ctrl+C.\n`,
  )
  await toldToStop()
  await demo.stop()
}
