// run/server.json: where the running server can be reached, readable by its owner only.
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isAlive, type ProcessIdentity } from '../../store/engine/process-identity.ts'

/** What the command line needs to reach a running server. */
export interface ServerFile extends ProcessIdentity {
  /** Such as `http://127.0.0.1:4747`. */
  address: string
  /** Sent as `Authorization: Bearer …`. */
  secret: string
  /** For the people of an organisation, rather than for one person. */
  isTeam: boolean
}

function serverFileIn(dataDir: string): string {
  return join(dataDir, 'run', 'server.json')
}

/** Whole or not at all: a reader never meets half a file. */
export function saveServerFile(dataDir: string, server: ServerFile): void {
  const file = serverFileIn(dataDir)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const fresh = `${file}.${server.pid}.tmp`
  writeFileSync(fresh, `${JSON.stringify(server, null, 2)}\n`, { mode: 0o600 })
  chmodSync(fresh, 0o600)
  renameSync(fresh, file)
}

/**
 * Null when no server says that it is there, and when the one that says so is gone: a crash leaves the file behind, and
 * whatever listens at its address since must not be sent what is meant for it.
 */
export function findServerFile(dataDir: string): ServerFile | null {
  try {
    const server = JSON.parse(readFileSync(serverFileIn(dataDir), 'utf8')) as Partial<ServerFile>
    return isWhole(server) && isAlive(server) ? server : null
  } catch {
    return null
  }
}

function isWhole(server: Partial<ServerFile>): server is ServerFile {
  const { address, pid, secret, host, machine, processStart, isTeam } = server
  const known = [address, secret, host].every((value) => typeof value === 'string') && typeof pid === 'number'
  return known && typeof isTeam === 'boolean' && machine !== undefined && processStart !== undefined
}

/** Removes the file if it is still ours. */
export function removeServerFile(dataDir: string, secret: string): void {
  if (findServerFile(dataDir)?.secret === secret) rmSync(serverFileIn(dataDir), { force: true })
}
