// The part of the program's API that is about capturing: a file read for proposals, and what is known already.
import type { CaptureReading } from '../../core/capture/capture-reading.ts'
import type { Result } from '../../core/result.ts'
import { type Problem, read, send } from '../api.ts'

export interface CaptureAsked {
  name: string
  /** Days, both included. */
  since: string
  until: string
  /** One's own names and addresses in a calendar, parted by commas; empty where they are not said. */
  me: string
}

export function readCapture(
  file: Blob,
  asked: CaptureAsked,
  signal: AbortSignal,
): Promise<Result<CaptureReading, Problem>> {
  return send(`/captures?${new URLSearchParams({ ...asked })}`, { method: 'POST', file, signal })
}

/** Short keys of what the journal was captured from. */
export async function readCapturedKeys(): Promise<string[]> {
  return (await read<{ keys: string[] }>('/captures')).keys
}
