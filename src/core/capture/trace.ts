// A trace of work as a tool wrote it down, and the piece of work that several traces are proposed as.

export type TraceKind = 'commit' | 'meeting' | 'change' | 'ticket'

export interface TraceOfWork {
  kind: TraceKind
  /** Names this trace for good, in its tool: a commit's hash, a meeting's id and day, an address. */
  origin: string
  /** The day where it happened, such as 2026-11-26. */
  day: string
  /** Milliseconds since 1970. */
  at: number
  /** One line: a subject, a title. */
  text: string
  /** How the person who did it is named there: name, address, account. */
  who: string[]
  /** Paths that were touched, with `/` between folders. */
  files: string[]
  /** Labels, components, sprints. */
  labels: string[]
  /** The branch it came in by, where that is known. */
  branch: string | null
  /** The title that was given to the whole branch when it was merged. */
  branchTitle: string | null
  /** Others who had a part in it. */
  people: string[]
  link: string | null
  /** Of a meeting. */
  minutes: number | null
}

/** A piece of work, proposed as one entry of evidence. */
export interface CapturedItem {
  title: string
  /** The first and the last day. */
  from: string
  to: string
  /** By time. */
  traces: TraceOfWork[]
  /** What the entry would say: the title, what is in it, how much and when. */
  text: string
  people: string[]
  links: string[]
  /** One sentence: what holds these traces together. */
  why: string
}

export const DAY_MS = 86_400_000

/** Days from one day to another; below 0 where the other one was before. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS
}
