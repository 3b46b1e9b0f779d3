// What traces of work are compared by: their paths, words, scope, tickets and branch, each as rare as it is.
import { readSubject, type Subject, termsOf } from './read-subject.ts'
import type { TraceOfWork } from './trace.ts'

/** Weights by feature. The first letter of a feature says what it is: see FAMILIES. */
export type Vector = Map<string, number>

export interface ReadTrace {
  trace: TraceOfWork
  subject: Subject
  /** Features, not weighted yet. */
  features: string[]
  /** Of length 1; what no other trace has counts for the length and is left out. */
  vector: Vector
}

/** How much each family of features counts, relative to the others; chosen on the histories of bench/capture.ts. */
const FAMILIES: Record<string, number> = {
  /** A file. */
  f: 0.8,
  /** A folder, and the ones around it. */
  d: 1,
  /** A word. */
  w: 1,
  /** A scope or an area. */
  s: 0.5,
  /** A ticket. */
  t: 1.4,
  /** A branch. */
  b: 1.4,
  /** A label. */
  l: 0.7,
  /** Who had a part in it. */
  p: 0.5,
}
/** Of one trace: a change of everything tells nothing by its paths. */
const MOST_FILES = 60
const DEEPEST = 5

export function readTraces(traces: readonly TraceOfWork[]): ReadTrace[] {
  const read = traces.map((trace) => {
    const subject = readSubject(trace.text)
    return { trace, subject, features: featuresOf(trace, subject) }
  })
  const counts = new Map<string, number>()
  for (const { features } of read)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return read.map((one) => ({ ...one, vector: vectorOf(one.features, counts, read.length) }))
}

function featuresOf(trace: TraceOfWork, subject: Subject): string[] {
  const files = trace.files.length > MOST_FILES ? [] : trace.files
  const folders = trace.files.slice(0, 2000).flatMap(foldersOf)
  return [
    ...new Set([
      ...files.map((file) => `f${file}`),
      ...folders.map((folder) => `d${folder}`),
      ...termsOf(subject.text).map((term) => `w${term}`),
      ...(subject.scope === null ? [] : [`s${subject.scope.toLowerCase()}`]),
      ...subject.tickets.map((ticket) => `t${ticket}`),
      ...(trace.branch === null ? [] : [`b${trace.branch}`]),
      ...trace.labels.map((label) => `l${label.toLowerCase()}`),
      ...trace.people.map((person) => `p${person.toLowerCase()}`),
    ]),
  ]
}

/** `src/core/capture/trace.ts` lies in `src`, `src/core` and `src/core/capture`. */
export function foldersOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1).slice(0, DEEPEST)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** Rare features weigh more (inverse document frequency); each family has its own length, whatever its number. */
function vectorOf(features: readonly string[], counts: ReadonlyMap<string, number>, total: number): Vector {
  const squares = new Map<string, number>()
  const raw = features.map((feature) => {
    const count = counts.get(feature) ?? 1
    const weight = Math.max(0.05, Math.log(total / count))
    const family = feature.charAt(0)
    squares.set(family, (squares.get(family) ?? 0) + weight * weight)
    return { feature, family, weight, alone: count === 1 }
  })
  const length = Math.hypot(...[...squares.keys()].map((family) => FAMILIES[family] ?? 1))
  return new Map(
    raw
      .filter(({ alone }) => !alone)
      .map(({ feature, family, weight }) => [
        feature,
        ((FAMILIES[family] ?? 1) * weight) / Math.sqrt(squares.get(family) ?? 1) / length,
      ]),
  )
}

/** Changes `sum`. */
export function addTo(sum: Vector, other: Vector): void {
  for (const [feature, weight] of other) sum.set(feature, (sum.get(feature) ?? 0) + weight)
}

export function dot(a: Vector, b: Vector): number {
  const [large, small] = a.size >= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [feature, weight] of small) sum += weight * (large.get(feature) ?? 0)
  return sum
}
