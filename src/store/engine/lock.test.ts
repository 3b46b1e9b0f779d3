// One process per folder: the second is told who holds it, and a dead holder is inherited by one process only.

import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { processorTime } from '../../../tests/processor-time.ts'
import { FolderInUseError } from '../failures.ts'
import { type LockHolder, takeLock } from './lock.ts'
import { machine, startOf } from './process-identity.ts'

describe('The lock of a data folder', () => {
  let folder: string
  let lock: string
  const children: ChildProcess[] = []
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'skillmap-lock-'))
    lock = join(folder, 'lock')
  })
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  function writeHolder(change: Partial<LockHolder>): LockHolder {
    const own = { pid: process.pid, processStart: startOf(process.pid), machine: machine(), host: hostname() }
    const holder = { id: randomUUID(), address: null, takenAt: '2026-11-01T09:00:00.000Z', ...own, ...change }
    writeFileSync(lock, JSON.stringify(holder))
    return holder
  }

  /** A process that has ended, so that its number is free. */
  async function deadPid(): Promise<number> {
    const child = spawn(process.execPath, ['-e', ''])
    await new Promise((resolve) => child.once('exit', resolve))
    return child.pid as number
  }

  test('goes to the first, and to the next one once it is given back', () => {
    const first = takeLock(lock, new Date())
    expect(() => takeLock(lock, new Date())).toThrow(FolderInUseError)
    first.release()
    expect(existsSync(lock)).toBe(false)
    takeLock(lock, new Date()).release()
  })

  test('names the holder, where it runs and where it listens, in less than a second', () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
    children.push(child)
    writeHolder({
      pid: child.pid as number,
      processStart: startOf(child.pid as number),
      address: 'http://127.0.0.1:4310',
    })
    const took = processorTime(() =>
      expect(() => takeLock(lock, new Date())).toThrow(
        new RegExp(`process ${child.pid} on ${hostname()}, at http://127.0.0.1:4310`),
      ),
    )
    expect(took).toBeLessThan(1000)
  })

  test('is inherited from a process that is gone', async () => {
    writeHolder({ pid: await deadPid(), processStart: '1' })
    const taken = takeLock(lock, new Date())
    expect(JSON.parse(readFileSync(lock, 'utf8')).id).toBe(taken.holder.id)
    expect(readdirSync(folder)).toEqual(['lock'])
    taken.release()
  })

  test('is inherited when another process has got the number of the dead one', () => {
    if (startOf(process.pid) === null) return
    writeHolder({ pid: process.ppid, processStart: '1' })
    takeLock(lock, new Date()).release()
  })

  test('is inherited from before this machine was restarted', () => {
    if (machine() === null) return
    writeHolder({ machine: 'an-earlier-boot pid:[1]' })
    takeLock(lock, new Date()).release()
  })

  test('is never taken from a machine that cannot be looked into', async () => {
    writeHolder({ pid: await deadPid(), machine: 'elsewhere pid:[1]', host: 'another-host' })
    expect(() => takeLock(lock, new Date())).toThrow(/another-host.*cannot be looked into/)
  })

  test('is inherited along a line of successors that died while succeeding', async () => {
    const first = writeHolder({ pid: await deadPid(), processStart: '1' })
    const second = { ...first, id: randomUUID() }
    writeFileSync(`${lock}.after-${first.id}`, JSON.stringify(second))
    takeLock(lock, new Date()).release()
  })

  test('is not taken while a living successor is about to take it', async () => {
    const first = writeHolder({ pid: await deadPid(), processStart: '1' })
    const living = { ...first, id: randomUUID(), pid: process.pid, processStart: startOf(process.pid) }
    writeFileSync(`${lock}.after-${first.id}`, JSON.stringify(living))
    expect(() => takeLock(lock, new Date())).toThrow(FolderInUseError)
  })

  test('is not removed by a process that lost it', () => {
    const mine = takeLock(lock, new Date())
    writeHolder({})
    mine.release()
    expect(existsSync(lock)).toBe(true)
  })

  test('goes to one process only when many find the same dead holder', async () => {
    for (let round = 0; round < 10; round++) {
      writeHolder({ pid: 999_999_9, processStart: '1' })
      const winners = await race(8)
      expect(winners).toBe(1)
      rmSync(lock)
    }
  })

  /** Threads share a process, but not its turn: they take the lock at the same moment. */
  async function race(count: number): Promise<number> {
    const code = `
      const { workerData, parentPort } = require('node:worker_threads')
      import(workerData.module).then(({ takeLock }) => {
        Atomics.add(workerData.gate, 1, 1)
        while (Atomics.load(workerData.gate, 1) < workerData.count) {}
        try { takeLock(workerData.lock, new Date()); parentPort.postMessage(1) } catch (error) {
          parentPort.postMessage(error.code === 'folder-in-use' ? 0 : error.stack)
        }
      })`
    const gate = new Int32Array(new SharedArrayBuffer(8))
    const module = new URL('../../../build/store/engine/lock.js', import.meta.url).href
    const results = await Promise.all(
      Array.from(
        { length: count },
        () =>
          new Promise<unknown>((resolve, reject) => {
            const worker = new Worker(code, { eval: true, workerData: { gate, count, lock, module } })
            worker.once('message', resolve)
            worker.once('error', reject)
          }),
      ),
    )
    expect(results.filter((result) => typeof result === 'string')).toEqual([])
    return results.filter((result) => result === 1).length
  }
})
