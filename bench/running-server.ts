// Skillmap as `npm start` runs it, in a process of its own, for measuring from outside.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

export interface RunningServer {
  /** Without a trailing slash. */
  url: string
  /** For `Authorization: Bearer`. */
  secret: string
  /** From starting the process to the first answer. */
  startMs: number
  stop: () => Promise<void>
}

/** A folder for data that nobody else uses. */
export function freshFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'skillmap-bench-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

async function answered(dataDir: string, child: ChildProcess): Promise<{ url: string; secret: string }> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('Skillmap ended before it answered.')
    try {
      const { address, secret } = JSON.parse(readFileSync(join(dataDir, 'run', 'server.json'), 'utf8'))
      const reply = await fetch(`${address}/api/me`, { headers: { authorization: `Bearer ${secret}` } })
      if (reply.ok) return { url: address, secret }
    } catch {
      // Not yet: the file or the port is missing for another moment.
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Runs `npm start` on the folder and waits for the first answer of the data, not only of the port. */
export async function startServerProcess(dataDir: string): Promise<RunningServer> {
  const begun = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    cwd: projectRoot,
    env: { ...process.env, SKILLMAP_DATA: dataDir, SKILLMAP_PORT: '0' },
    stdio: 'ignore',
    detached: true,
  })
  const { url, secret } = await answered(dataDir, child)
  const startMs = performance.now() - begun
  return {
    url,
    secret,
    startMs,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        // The whole group: npm, and the server that it started.
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
      }),
  }
}
