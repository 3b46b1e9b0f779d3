// The part of the program's API that is about capturing: a file read for proposals, and keeping what was chosen.
import type { CaptureReading } from '../core/capture/capture-reading.ts'
import type { Evidence, EvidenceContent } from '../core/evidence/evidence.ts'
import type { Result } from '../core/result.ts'
import { type Problem, precondition, read, send } from './api.ts'

export interface CaptureAsked {
  name: string
  /** Days, both included. */
  since: string
  until: string
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

export function keepCaptured(
  id: string,
  command: EvidenceContent & { revisionId: string; frameworkDigest: string },
): Promise<Result<Evidence, Problem>> {
  return send(`/evidence/${id}`, { method: 'PUT', body: command, headers: precondition(null) })
}

export function takeCapturedBack({ id, revisionId }: Evidence): Promise<Result<void, Problem>> {
  return send(`/evidence/${id}`, { method: 'DELETE', headers: precondition(revisionId) })
}
