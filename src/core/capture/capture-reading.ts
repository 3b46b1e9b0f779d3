// What was found in a file that somebody captures from: its traces, who is named in it, and what was left out.
import type { TraceOfWork } from './trace.ts'

/** Why some of it is not proposed; `line` is where the first of them begins. */
export interface LeftOut {
  what: string
  why: string
  line: number | null
}

export interface CaptureReading {
  /** What the file was taken for, such as “a calendar”; null where it was not understood. */
  source: string | null
  traces: TraceOfWork[]
  /** Who did what is in it, the most first; one person, or none, where there is nothing to choose. */
  people: { name: string; count: number }[]
  leftOut: LeftOut[]
  /** Why nothing could be read of it. */
  problem: { message: string; mend: string; line: number | null } | null
}

export const CAPTURE_LIMITS = {
  /** Of one file. */
  traces: 5000,
  rows: 20_000,
  /** Of a calendar's file. */
  events: 20_000,
  /** Of one event that comes again, inside the time that is asked for. */
  occurrences: 400,
  /** Steps of its rule that are followed to get there. */
  steps: 30_000,
  /** Characters of one line as it is shown. */
  text: 300,
} as const

export function unreadable(message: string, mend: string, line: number | null = null): CaptureReading {
  return { source: null, traces: [], people: [], leftOut: [], problem: { message, mend, line } }
}

/** Those for whom one is looked up by any name that they have there. */
export function isBy(trace: Pick<TraceOfWork, 'who'>, names: readonly string[]): boolean {
  const wanted = names.map((name) => name.trim().toLowerCase())
  return trace.who.some((one) => wanted.includes(one.toLowerCase()))
}

/** Counts what was left out for one reason, and remembers where it began. */
export class LeftOutCounter {
  private readonly reasons = new Map<string, { count: number; line: number | null }>()

  add(why: string, line: number | null): void {
    const known = this.reasons.get(why)
    if (known === undefined) this.reasons.set(why, { count: 1, line })
    else known.count += 1
  }

  list(noun: (count: number) => string): LeftOut[] {
    return [...this.reasons].map(([why, { count, line }]) => ({ what: noun(count), why, line }))
  }
}
