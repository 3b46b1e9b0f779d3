// run/server.json: where the running server can be reached, readable by its owner only.
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What the command line needs to reach a running server. */
export interface ServerFile {
  /** Such as `http://127.0.0.1:4747`. */
  address: string
  pid: number
  /** Sent as `Authorization: Bearer …`. */
  secret: string
}

function serverFileIn(dataDir: string): string {
  return join(dataDir, 'run', 'server.json')
}

/** Whole or not at all: a reader never meets half a file. */
export function saveServerFile(dataDir: string, content: ServerFile): void {
  const file = serverFileIn(dataDir)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const fresh = `${file}.${content.pid}.tmp`
  writeFileSync(fresh, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  chmodSync(fresh, 0o600)
  renameSync(fresh, file)
}

/** Null when no server says that it is there. One that crashed may have left the file behind. */
export function findServerFile(dataDir: string): ServerFile | null {
  try {
    const content = JSON.parse(readFileSync(serverFileIn(dataDir), 'utf8')) as Partial<ServerFile>
    const { address, pid, secret } = content
    if (typeof address !== 'string' || typeof pid !== 'number' || typeof secret !== 'string') return null
    return { address, pid, secret }
  } catch {
    return null
  }
}

/** Removes the file if it is still ours. */
export function removeServerFile(dataDir: string, secret: string): void {
  if (findServerFile(dataDir)?.secret === secret) rmSync(serverFileIn(dataDir), { force: true })
}
