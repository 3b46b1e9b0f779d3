// The part of the program's API that is about versions of frameworks, and moves between them.
import type { Result } from '../../core/result.ts'
import type { Decision } from '../../core/revision/carry-over.ts'
import type { CarryOver } from '../../core/revision/carry-over-record.ts'
import { type Problem, read, send } from '../api.ts'
import type { FrameworkList } from './api-frameworks.ts'

/** One version of a framework, and what was said when it was published. */
export interface FrameworkVersion {
  digest: string
  id: string
  name: string
  version: string
  firstUsedAt: string
  /** Null where it only came with data. */
  publishedAt: string | null
  /** ISO date from which it holds; null: from its publication. */
  effectiveFrom: string | null
}

/** Of every framework, each framework's newest first. */
export function versionsIn({ frameworks }: FrameworkList): FrameworkVersion[] {
  return frameworks.flatMap(({ id, name, versions }) => versions.map((one) => ({ ...one, id, name })))
}

/** Moves between versions, newest first. */
export function listCarryOvers(): Promise<CarryOver[]> {
  return read('/carry-overs')
}

export function makeCarryOver(
  command: {
    beforeDigest: string
    afterDigest: string
    role: string
    decisions: { revisionId: string; decision: Decision }[]
  },
  key: string,
): Promise<Result<CarryOver, Problem>> {
  return send('/carry-overs', { method: 'POST', body: command, headers: { 'idempotency-key': key } })
}

export function undoCarryOver(id: string): Promise<Result<CarryOver, Problem>> {
  return send(`/carry-overs/${encodeURIComponent(id)}/undo`, { method: 'POST', body: {} })
}
