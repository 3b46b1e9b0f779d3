// Changes values in the text of a YAML file and leaves every byte beside them as it was, comments included.
import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { canonicalJson } from '../framework/canonical-json.ts'
import { fail, type Result, succeed } from '../result.ts'
import { flowText, scalarText } from './yaml-text.ts'

export type PlainValue = string | number | boolean | null | PlainValue[] | PlainMembers
export interface PlainMembers {
  [key: string]: PlainValue
}

/** Keys of mappings and places in lists, from the top of the file. */
export type YamlPath = readonly (string | number)[]

/** Line counted from 1. */
export interface NotYaml {
  line: number
  message: string
}

const NO_PLACE: NotYaml = { line: 1, message: 'The file has nothing at the place that is meant.' }

interface Splice {
  start: number
  end: number
  text: string
}

/** Null: this cannot be done by changing a few characters, and the document is written anew. */
type Splices = Splice[] | null

const PARSING = { schema: 'core', merge: false, prettyErrors: false } as const

/** Aliases and numbers without end are left to the text: a form could not show them. */
export function parseYaml(text: string): Result<Document.Parsed, NotYaml> {
  const document = parseDocument(text, PARSING)
  const failAt = (offset: number, message: string) =>
    fail({ line: text.slice(0, offset).split('\n').length, message })
  const [error] = document.errors
  if (error !== undefined) return failAt(error.pos[0], error.message)
  const odd: { at: number; message: string }[] = []
  visit(document, {
    Alias: (_key, { range }) => {
      odd.push({ at: range?.[0] ?? 0, message: 'A reference such as *name can be changed in the text only.' })
    },
    Scalar: (_key, { value, range }) => {
      if (typeof value === 'number' && !Number.isFinite(value))
        odd.push({ at: range?.[0] ?? 0, message: 'This is not a number that can be counted with.' })
    },
  })
  const [first] = odd
  return first === undefined ? succeed(document) : failAt(first.at, first.message)
}

/**
 * The text with the value at `path` set; undefined takes it out. A new key of a mapping stands behind the last of
 * those that come before it in `order`.
 */
export function setInYaml(
  text: string,
  path: YamlPath,
  value: PlainValue | undefined,
  order: readonly string[] = [],
): Result<string, NotYaml> {
  const parsed = parseYaml(text)
  if (!parsed.ok) return parsed
  const above = nodeAt(parsed.value, path.slice(0, -1))
  if (!isMap(above) && !isSeq(above)) return fail(NO_PLACE)
  return change(text, parsed.value, path, value, () => {
    const parent = above
    const key = path.at(-1)
    if (isMap(parent)) return setMember(text, parent, String(key), value, order)
    if (!isSeq(parent) || typeof key !== 'number') return null
    if (value === undefined) return removeItem(text, parent, key)
    const item = parent.items[key]
    return isNode(item) ? patch(text, item, value) : null
  })
}

/** The text with a new entry in the list at `path`, behind the entry `after`. */
export function addToYaml(
  text: string,
  path: YamlPath,
  value: PlainValue,
  after: number,
): Result<string, NotYaml> {
  const parsed = parseYaml(text)
  if (!parsed.ok) return parsed
  if (!isMap(parsed.value.contents)) return fail(NO_PLACE)
  const list = nodeAt(parsed.value, path)
  const before = isSeq(list) ? (list.toJSON() as PlainValue[]) : []
  const next = before.toSpliced(after + 1, 0, value)
  return change(text, parsed.value, path, next, () =>
    isSeq(list) && !list.flow && list.items.length > 0 ? insertItem(text, list, after, value) : null,
  )
}

function change(
  text: string,
  document: Document.Parsed,
  path: YamlPath,
  value: PlainValue | undefined,
  splicesOf: () => Splices,
): Result<string, NotYaml> {
  const whole = document.toJS() as PlainValue
  const there = plainAt(whole, path)
  if (there === value || (value !== undefined && canonicalJson(there ?? null) === canonicalJson(value)))
    return succeed(text)
  const splices = splicesOf()
  const spliced = splices === null ? null : apply(text, splices)
  // A few characters were enough only where the text now says exactly what was meant.
  if (spliced !== null && saysTheSame(spliced, withPlain(whole, path, value))) return succeed(spliced)
  if (value === undefined) document.deleteIn(path)
  else document.setIn(path, document.createNode(value))
  return succeed(document.toString({ lineWidth: 0 }))
}

function saysTheSame(text: string, wanted: PlainValue): boolean {
  const parsed = parseYaml(text)
  return parsed.ok && canonicalJson(parsed.value.toJS()) === canonicalJson(wanted)
}

function plainAt(whole: PlainValue, path: YamlPath): PlainValue | undefined {
  let value: PlainValue | undefined = whole
  for (const key of path) {
    if (Array.isArray(value)) value = value[Number(key)]
    else value = isMembers(value) ? value[key] : undefined
  }
  return value
}

/** A copy of `whole` with the value at `path` set, or without it. */
function withPlain(whole: PlainValue, path: YamlPath, value: PlainValue | undefined): PlainValue {
  const [key, ...rest] = path
  if (key === undefined) return value ?? null
  const inside = rest.length === 0 ? value : withPlain(plainAt(whole, [key]) ?? null, rest, value)
  if (Array.isArray(whole))
    return inside === undefined ? whole.toSpliced(Number(key), 1) : whole.with(Number(key), inside)
  const { [key]: _, ...others } = isMembers(whole) ? whole : {}
  return inside === undefined ? others : { ...others, [key]: inside }
}

function apply(text: string, splices: readonly Splice[]): string {
  let result = text
  for (const { start, end, text: put } of splices.toSorted((a, b) => b.start - a.start || b.end - a.end))
    result = result.slice(0, start) + put + result.slice(end)
  return result
}

function nodeAt(document: Document, path: YamlPath): unknown {
  return path.length === 0 ? document.contents : document.getIn(path, true)
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isCollection(value)
}

function keyOf(pair: Pair): string {
  return String(isScalar(pair.key) ? pair.key.value : pair.key)
}

/** What has to change so that the node says `value`. */
function patch(text: string, node: Node, value: PlainValue): Splices {
  if (canonicalJson(node.toJSON()) === canonicalJson(value)) return []
  if (isMap(node) && isMembers(value)) return patchMap(text, node, value)
  if (isSeq(node) && Array.isArray(value)) return patchList(text, node, value)
  if (!isScalar(node) || !node.range) return null
  const [start] = node.range
  const end = contentEnd(text, node)
  if (isMembers(value) || Array.isArray(value))
    return [{ start, end, text: flowText(value, isPaddedIn(text)) }]
  return [{ start, end, text: scalarText(value, { style: node.type, inFlow: isInFlow(text, start) }) }]
}

function isMembers(value: PlainValue | undefined): value is PlainMembers {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A scalar may hold a comma or a bracket only outside a flow collection; its line tells. */
function isInFlow(text: string, at: number): boolean {
  return /[[{]/.test(text.slice(lineStart(text, at), at))
}

function patchMap(text: string, map: YAMLMap, value: PlainMembers): Splices {
  const keys = new Set([...map.items.map(keyOf), ...Object.keys(value)])
  return joined([...keys].map((key) => setMember(text, map, key, value[key], Object.keys(value))))
}

function joined(all: Splices[]): Splices {
  const splices: Splice[] = []
  for (const one of all) {
    if (one === null) return null
    splices.push(...one)
  }
  return splices
}

function patchList(text: string, list: YAMLSeq, value: PlainValue[]): Splices {
  const range = list.range
  if (!range) return null
  if (list.flow) {
    const isPadded = text.startsWith('[ ', range[0])
    return [{ start: range[0], end: range[1], text: flowText(value, isPadded) }]
  }
  if (value.length === 0) return null
  const items = list.items.filter(isNode)
  if (items.length !== list.items.length) return null
  if (items.length === value.length && items.every(isCollection))
    return joined(items.map((item, index) => patch(text, item, value[index] ?? null)))
  // What stays, in its order; then what is new.
  let kept = 0
  const removals: Splices[] = []
  for (const [index, item] of items.entries()) {
    const wanted = value[kept]
    if (wanted !== undefined && canonicalJson(item.toJSON()) === canonicalJson(wanted)) kept += 1
    else removals.push(removeItem(text, list, index))
  }
  const added = value.slice(kept).map((item) => insertItem(text, list, items.length - 1, item))
  return joined([...removals, ...added])
}

function setMember(
  text: string,
  map: YAMLMap,
  key: string,
  value: PlainValue | undefined,
  order: readonly string[],
): Splices {
  const pair = map.items.find((one) => keyOf(one) === key)
  if (pair === undefined) return value === undefined ? [] : addMember(text, map, key, value, order)
  if (value === undefined) return removeMember(text, map, pair)
  const node = pair.value
  if (!isNode(node)) return null
  const isEmpty = node.range?.[0] === node.range?.[1]
  const patched = isEmpty ? null : patch(text, node, value)
  if (patched !== null) return patched
  const start = isScalar(pair.key) ? pair.key.range?.[1] : undefined
  if (start === undefined) return null
  const written =
    Array.isArray(value) || isMembers(value) ? flowText(value, isPaddedIn(text)) : scalarText(value)
  return [{ start, end: contentEnd(text, node), text: `: ${written}` }]
}

function addMember(
  text: string,
  map: YAMLMap,
  key: string,
  value: PlainValue,
  order: readonly string[],
): Splices {
  const before = order.slice(0, Math.max(0, order.indexOf(key)))
  const anchor = map.items.findLast((pair) => before.includes(keyOf(pair))) ?? map.items.at(-1)
  const first = map.items[0]
  if (anchor === undefined || !isScalar(first?.key) || !first.key.range) return null
  const written = Array.isArray(value) || isMembers(value) ? flowText(value, isPaddedIn(text)) : null
  const end = pairEnd(text, anchor)
  if (map.flow) {
    const inside = `, ${key}: ${written ?? scalarText(value as string, { inFlow: true })}`
    return [{ start: end, end, text: inside }]
  }
  const indent = ' '.repeat(first.key.range[0] - lineStart(text, first.key.range[0]))
  return [inserted(text, end, `${indent}${key}: ${written ?? scalarText(value as string)}`)]
}

function removeMember(text: string, map: YAMLMap, pair: Pair): Splices {
  const at = map.items.indexOf(pair)
  const start = isScalar(pair.key) ? pair.key.range?.[0] : undefined
  if (start === undefined || map.items.length === 1) return null
  const end = pairEnd(text, pair)
  if (!map.flow) return wholeLines(text, start, end, /^\s*$/)
  const next = map.items[at + 1]
  if (next && isScalar(next.key) && next.key.range) return [{ start, end: next.key.range[0], text: '' }]
  const previous = map.items[at - 1]
  return previous ? [{ start: pairEnd(text, previous), end, text: '' }] : null
}

function removeItem(text: string, list: YAMLSeq, index: number): Splices {
  const item = list.items[index]
  if (!isNode(item) || !item.range) return null
  if (list.items.length === 1)
    return list.flow ? [{ start: item.range[0], end: contentEnd(text, item), text: '' }] : null
  if (!list.flow) return wholeLines(text, item.range[0], contentEnd(text, item), /^\s*-\s+$/)
  const next = list.items[index + 1]
  if (isNode(next) && next.range) return [{ start: item.range[0], end: next.range[0], text: '' }]
  const previous = list.items[index - 1]
  return isNode(previous)
    ? [{ start: contentEnd(text, previous), end: contentEnd(text, item), text: '' }]
    : null
}

function insertItem(text: string, list: YAMLSeq, after: number, value: PlainValue): Splices {
  const item = list.items[after] ?? list.items.at(-1)
  if (!isNode(item) || !item.range) return null
  const from = lineStart(text, item.range[0])
  const dash = /^(\s*)-(\s+)$/.exec(text.slice(from, item.range[0]))
  if (dash === null) return null
  const [, indent = '', gap = ' '] = dash
  const lines = isMembers(value)
    ? Object.entries(value).map(([key, member]) => `${key}: ${textOf(member, isPaddedIn(text))}`)
    : [textOf(value, isPaddedIn(text))]
  const body = lines.map((line, index) => `${indent}${index === 0 ? `-${gap}` : ` ${gap}`}${line}`)
  const eol = endingOf(text)
  return [inserted(text, contentEnd(text, item), body.join(eol))]
}

function textOf(value: PlainValue, isPadded: boolean): string {
  return Array.isArray(value) || isMembers(value) ? flowText(value, isPadded) : scalarText(value)
}

/** Whether the file writes its lists with a space behind the bracket. */
function isPaddedIn(text: string): boolean {
  return /: \[ \S/.test(text)
}

/** Lines of their own behind the line that ends what stands before. */
function inserted(text: string, after: number, lines: string): Splice {
  const at = afterLine(text, after)
  const eol = endingOf(text)
  return text[at - 1] === '\n' || at === 0
    ? { start: at, end: at, text: lines + eol }
    : { start: at, end: at, text: eol + lines + eol }
}

/** Null where something else stands before it on its line. */
function wholeLines(text: string, start: number, end: number, before: RegExp): Splices {
  const from = lineStart(text, start)
  if (!before.test(text.slice(from, start))) return null
  return [{ start: from, end: afterLine(text, end), text: '' }]
}

function pairEnd(text: string, pair: Pair): number {
  if (isNode(pair.value)) return contentEnd(text, pair.value)
  return isScalar(pair.key) ? (pair.key.range?.[1] ?? 0) + 1 : 0
}

/** Behind its last character that is not a line break or a comment. */
function contentEnd(text: string, node: Node): number {
  const own = node.range?.[1] ?? 0
  if (isScalar(node)) {
    let end = own
    while (end > (node.range?.[0] ?? 0) && /\s/.test(text[end - 1] ?? '')) end -= 1
    return Math.max(end, node.range?.[0] ?? 0)
  }
  if (!isCollection(node) || node.flow) return own
  const last: unknown = node.items.at(-1)
  if (isPair(last)) return pairEnd(text, last)
  return isNode(last) ? contentEnd(text, last) : own
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

function afterLine(text: string, at: number): number {
  const found = text.indexOf('\n', at)
  return found < 0 ? text.length : found + 1
}

function endingOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}
