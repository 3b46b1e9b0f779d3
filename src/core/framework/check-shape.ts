// Holds a value against a schema: reports every deviation with its line, and keeps what is usable.
import type * as z from 'zod'
import { describeIssue, describeUnknownKey, memberOf } from './describe-issue.ts'
import { errorAt, type Problem } from './problem.ts'
import type { Lines, YamlValue } from './read-yaml.ts'
import { entryName } from './source-map.ts'

export interface Shaped<T> {
  /** Undefined where nothing usable is left. */
  value: T | undefined
  /** The value before defaults and trimming, less what was refused; its members still have their lines. */
  raw: unknown
  /**
   * Ids of entries that were left out, and keys such as `/roles/baker/week` of things from which something was left
   * out: what follows from that is no second problem.
   */
  dropped: string[]
}

type Issue = z.core.$ZodIssue

/** More passes than any file has layers of optional parts. */
const PASSES = 12

/** What does not fit is reported once and left out, so that the rest of the framework can still be checked. */
export function checkShape<T extends z.ZodType>(
  schema: T,
  yaml: YamlValue,
  file: string,
  problems: Problem[],
): Shaped<z.infer<T>> {
  const dropped: string[] = []
  for (let pass = 0; pass < PASSES; pass++) {
    const result = schema.safeParse(yaml.value)
    if (result.success) return { value: result.data, raw: yaml.value, dropped }
    if (pass === 0)
      problems.push(...result.error.issues.flatMap((issue) => issueProblems(issue, schema, yaml, file)))
    if (!prune(yaml, result.error.issues, dropped)) break
  }
  return { value: undefined, raw: yaml.value, dropped }
}

function issueProblems(issue: Issue, schema: z.ZodType, yaml: YamlValue, file: string): Problem[] {
  const place = (path: PropertyKey[]) => ({ file, line: lineOfPath(path, yaml) })
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, issue.path, yaml.value)
    return issue.keys.map((key) => {
      const { message, mend } = describeUnknownKey(key, known, issue.path, yaml.value)
      return errorAt(place([...issue.path, key]), message, mend)
    })
  }
  const { message, mend } = describeIssue(issue, valueAt(yaml.value, issue.path), issue.path, yaml.value)
  return [errorAt(place(issue.path), message, mend)]
}

function valueAt(root: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => memberOf(value, step), root)
}

/** The line of the value, or of the nearest thing around it that was written. */
function lineOfPath(path: PropertyKey[], yaml: YamlValue): number {
  let line = yaml.firstLine
  let value = yaml.value
  for (const step of path) {
    const own = lineOfMember(yaml.lines, value, step)
    if (own === undefined) break
    line = own
    value = memberOf(value, step)
  }
  return line
}

export function lineOfMember(lines: Lines, holder: unknown, step: PropertyKey): number | undefined {
  if (typeof holder !== 'object' || holder === null) return undefined
  const members = lines.get(holder)
  return Array.isArray(members) ? members[Number(step)] : members?.get(String(step))
}

/** Takes away what the issues name; false where the root itself does not fit. */
function prune(yaml: YamlValue, issues: Issue[], dropped: string[]): boolean {
  const entries = new Map<unknown[], Set<number>>()
  for (const issue of issues) {
    const paths =
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
    for (const path of paths) if (!pruneAt(yaml.value, path, entries, dropped)) return false
  }
  for (const [list, indices] of entries) dropEntries(list, indices, yaml.lines, dropped)
  return true
}

/** A missing value takes its holder along: the holder cannot stand without it. */
function pruneAt(
  root: unknown,
  path: PropertyKey[],
  entries: Map<unknown[], Set<number>>,
  dropped: string[],
): boolean {
  for (let length = path.length; length > 0; length--) {
    const holder = valueAt(root, path.slice(0, length - 1))
    const step = path[length - 1] ?? ''
    if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, step)) continue
    dropped.push(nameOfPath(root, path.slice(0, length - 1)))
    if (!Array.isArray(holder)) return delete (holder as Record<PropertyKey, unknown>)[step]
    const marked = entries.get(holder) ?? new Set()
    entries.set(holder, marked.add(Number(step)))
    return true
  }
  return false
}

function nameOfPath(root: unknown, path: PropertyKey[]): string {
  let value = root
  let name = ''
  for (const step of path) {
    const member = memberOf(value, step)
    name += `/${Array.isArray(value) ? entryName(member, String(step)) : String(step)}`
    value = member
  }
  return name
}

function dropEntries(list: unknown[], indices: Set<number>, lines: Lines, dropped: string[]): void {
  const members = lines.get(list)
  const kept = list.map((_, index) => index).filter((index) => !indices.has(index))
  for (const index of indices) {
    const id = memberOf(list[index], 'id')
    if (typeof id === 'string') dropped.push(id)
  }
  if (Array.isArray(members))
    lines.set(
      list,
      kept.map((index) => members[index] ?? 1),
    )
  list.splice(0, list.length, ...kept.map((index) => list[index]))
}

/** The keys that the schema knows at a path; empty where it takes any. */
function knownKeys(schema: z.ZodType, path: PropertyKey[], root: unknown): string[] {
  let current: unknown = schema
  let value = root
  for (const step of [...path, undefined]) {
    current = chosen(unwrapped(current), value)
    if (step === undefined) break
    const definition = definitionOf(current)
    current = memberOf(definition.shape, step) ?? definition.element ?? definition.valueType
    value = memberOf(value, step)
  }
  return Object.keys((definitionOf(current).shape as object | undefined) ?? {})
}

function definitionOf(schema: unknown): Record<string, unknown> {
  return ((schema as { def?: Record<string, unknown> } | undefined)?.def ?? {}) as Record<string, unknown>
}

function unwrapped(schema: unknown): unknown {
  const inner = definitionOf(schema).innerType
  return inner === undefined ? schema : unwrapped(inner)
}

/** Of several shapes told apart by one key, the one that the value claims to be. */
function chosen(schema: unknown, value: unknown): unknown {
  const { options, discriminator } = definitionOf(schema)
  if (!Array.isArray(options) || typeof discriminator !== 'string') return schema
  const claimed = memberOf(value, discriminator)
  return options.find((option) => {
    const { values, entries } = definitionOf(memberOf(definitionOf(option).shape, discriminator))
    return [
      ...((values as unknown[] | undefined) ?? Object.values((entries as object | undefined) ?? {})),
    ].includes(claimed)
  })
}
