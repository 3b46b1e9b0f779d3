// Takes in a file that evidence is captured from, has it read apart, and removes it: none is kept.
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type CaptureReading, unreadable } from '../../core/capture/capture-reading.ts'
import type { CalendarWindow } from '../../core/capture/read-calendar.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { problemOf } from './import-desk.ts'
import { readApart } from './read-apart.ts'
import { type ReceiveFailure, saveUpload } from './save-upload.ts'

export interface CaptureDesk {
  /** `name` is for showing and for its ending. Whatever the file holds becomes a reading, never an error. */
  read(
    upload: ReadableStream<Uint8Array>,
    asked: { name: string; window: CalendarWindow; signal?: AbortSignal },
  ): Promise<Result<CaptureReading, ReceiveFailure>>
}

/** `root` belongs to it alone: what a crash left there is removed. */
export function captureDesk(root: string): CaptureDesk {
  rmSync(root, { recursive: true, force: true })
  return {
    async read(upload, { name, window, signal }) {
      const file = join(root, randomUUID())
      mkdirSync(root, { recursive: true, mode: 0o700 })
      try {
        const failure = await saveUpload(file, upload)
        if (failure !== null) return fail(failure)
        const task = { task: 'capture' as const, file, name, window }
        const read = await readApart<CaptureReading>(task, signal === undefined ? {} : { signal })
        if (read.ok) return read
        const { message } = problemOf(name, read.failure)
        return succeed(unreadable(message, 'Export a shorter time, or fewer columns.'))
      } finally {
        rmSync(file, { force: true })
      }
    },
  }
}
