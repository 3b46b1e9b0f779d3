// Tells one process from another that later got the same number.

import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** The current boot, and the container if any; null where the system does not say. */
export function machine(): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return null
  }
}

/** When a process started, in its machine's own count; null where unknown or no such process. */
export function startOf(pid: number): string | null {
  try {
    if (process.platform === 'darwin') {
      const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
        encoding: 'utf8',
        timeout: 500,
      }).trim()
      return started === '' ? null : started
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may hold anything; start time is the 22nd field, the 20th after the name.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

/** What tells a process from every other one, as far as the system says. */
export interface ProcessIdentity {
  pid: number
  /** When that process started, as its machine counts; tells a reused pid apart. Null where unknown. */
  processStart: string | null
  /** The boot or container it runs in; null where unknown. */
  machine: string | null
  host: string
}

export function thisProcess(): ProcessIdentity {
  const { pid } = process
  return { pid, processStart: startOf(pid), machine: machine(), host: hostname() }
}

/**
 * Whether a process may still be there. In doubt it is: a lock is never taken from the living. A process of an
 * earlier boot of this very machine is gone; one on another machine cannot be looked up from here.
 */
export function isAlive(holder: ProcessIdentity): boolean {
  const here = machine()
  if (holder.machine !== here) {
    const bootOf = (name: string | null): string | null => name?.split(' ')[0] ?? null
    const rebooted = holder.host === hostname() && bootOf(holder.machine) !== bootOf(here)
    return !rebooted
  }
  if (holder.host !== hostname() && here === null) return true
  if (!exists(holder.pid)) return false
  const start = startOf(holder.pid)
  return holder.processStart === null || start === null || start === holder.processStart
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Not allowed to signal it means that it is there, under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
