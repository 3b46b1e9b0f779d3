// Reads YAML into plain values, and remembers the line of each.
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLError,
} from 'yaml'
import { errorAt, type Problem } from './problem.ts'

/** The line of every member of every object and list that was read. */
export type Lines = WeakMap<object, Map<string, number> | number[]>

export interface YamlValue {
  value: unknown
  lines: Lines
  /** Line on which the text begins. */
  firstLine: number
}

/** Enough for "the same as above", too few for a bomb. */
const ALIASES = 20
const SYNTAX_PROBLEMS = 20

/** Undefined where the text is not YAML at all; what is wrong is added to `problems`. */
export function readYaml(
  file: string,
  text: string,
  problems: Problem[],
  firstLine = 1,
): YamlValue | undefined {
  const counter = new LineCounter()
  const lineAt = (offset: number) => Math.max(1, counter.linePos(offset).line) + firstLine - 1
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    merge: false,
    schema: 'core',
  })
  problems.push(...syntaxProblems(file, document.errors, text.trimEnd().length, lineAt))
  if (document.errors.some((error) => error.code !== 'DUPLICATE_KEY')) return undefined
  const lines: Lines = new WeakMap()
  const reading: Reading = { file, document, lines, problems, lineAt, aliases: 0, open: new Set() }
  return { value: readNode(document.contents, reading), lines, firstLine }
}

interface Reading {
  file: string
  document: Document
  lines: Lines
  problems: Problem[]
  lineAt: (offset: number) => number
  aliases: number
  /** Nodes being read right now: an alias to one of them would never end. */
  open: Set<Node>
}

function readNode(node: unknown, reading: Reading): unknown {
  if (isAlias(node)) {
    const target = aliasTarget(node, reading)
    return target === undefined ? null : readNode(target, reading)
  }
  if (isMap(node) || isSeq(node)) {
    refuseTag(node, reading)
    reading.open.add(node)
    const value = isMap(node) ? objectOf(node.items, reading) : listOf(node.items, reading)
    reading.open.delete(node)
    return value
  }
  if (isScalar(node)) {
    refuseTag(node, reading)
    return typeof node.value === 'string'
      ? readableText(node.value, lineOf(node, 0, reading), reading)
      : node.value
  }
  return null
}

function listOf(items: unknown[], reading: Reading): unknown[] {
  const own: number[] = []
  const list = items.map((item) => {
    own.push(lineOf(item, own.at(-1) ?? 1, reading))
    return readNode(item, reading)
  })
  reading.lines.set(list, own)
  return list
}

function objectOf(pairs: Pair[], reading: Reading): Record<string, unknown> {
  const own = new Map<string, number>()
  const object: Record<string, unknown> = {}
  for (const { key, value } of pairs) {
    const keyLine = lineOf(key, 1, reading)
    const name = isScalar(key) ? String(key.value) : undefined
    if (name === undefined || name === '__proto__') {
      reading.problems.push(
        errorAt(
          { file: reading.file, line: keyLine },
          name === undefined ? 'A key must be plain text.' : `"${name}" cannot be a key.`,
          'Remove the line, or give it a plain name.',
        ),
      )
      continue
    }
    // The first of two equal keys stands; the second one is already a problem.
    if (Object.hasOwn(object, name)) continue
    object[name] = readNode(value, reading)
    own.set(name, isScalar(value) ? lineOf(value, keyLine, reading) : keyLine)
  }
  reading.lines.set(object, own)
  return object
}

function lineOf(node: unknown, otherwise: number, reading: Reading): number {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined
  // A missing value has an empty range behind its key's line.
  if (!range || (isScalar(node) && node.value === null && otherwise > 0)) return otherwise
  return reading.lineAt(range[0])
}

function aliasTarget(node: Node, reading: Reading): Node | undefined {
  if (!isAlias(node)) return undefined
  const place = { file: reading.file, line: lineOf(node, 1, reading) }
  const mend = 'Write the value out in place of the *name.'
  reading.aliases++
  if (reading.aliases > ALIASES) {
    if (reading.aliases === ALIASES + 1) {
      reading.problems.push(
        errorAt(place, `The file uses *names for repeated values more than ${ALIASES} times.`, mend),
      )
    }
    return undefined
  }
  const target = node.resolve(reading.document)
  if (target === undefined || reading.open.has(target)) {
    const what =
      target === undefined ? 'does not stand for anything' : 'stands for something that contains it'
    reading.problems.push(errorAt(place, `*${node.source} ${what}.`, mend))
    return undefined
  }
  return target
}

function refuseTag(node: Node, reading: Reading): void {
  if (node.tag === undefined) return
  const place = { file: reading.file, line: lineOf(node, 1, reading) }
  reading.problems.push(
    errorAt(place, `The tag ${node.tag} is not used here.`, 'Remove the tag, the word that begins with "!".'),
  )
}

/** A database cannot keep a NUL or half a character, and nobody can read the other control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udfff]/u

function readableText(text: string, line: number, reading: Reading): string {
  if (!UNREADABLE.test(text)) return text
  reading.problems.push(unreadableText({ file: reading.file, line }))
  return text.replace(new RegExp(UNREADABLE, 'gu'), '')
}

export function unreadableText(place: { file: string; line: number | null }): Problem {
  return errorAt(
    place,
    'The text holds characters that cannot be shown.',
    'Type the text again, without copied control characters.',
  )
}

/** Where the first unreadable character of a text is; -1 where there is none. */
export function findUnreadable(text: string): number {
  return text.search(UNREADABLE)
}

/** One fault often makes the parser stumble several times: a tab explains them all, else one to a line is told. */
function syntaxProblems(
  file: string,
  errors: YAMLError[],
  end: number,
  lineAt: (offset: number) => number,
): Problem[] {
  const tabs = errors.filter((error) => error.code === 'TAB_AS_INDENT')
  const told = new Map<number, Problem>()
  for (const error of tabs.length > 0 ? tabs : errors) {
    const atEnd =
      error.pos[0] >= end && error.code !== 'DUPLICATE_KEY' && error.code !== 'RESOURCE_EXHAUSTION'
    const [message, mend] = atEnd ? CUT_OFF : syntaxWords(error.code, error.message)
    const line = lineAt(Math.min(error.pos[0], end))
    if (!told.has(line)) told.set(line, errorAt({ file, line }, message, mend))
  }
  return [...told.values()].slice(0, SYNTAX_PROBLEMS)
}

const CUT_OFF: [string, string] = [
  'The file ends in the middle of something.',
  'It may have been cut off; close what is open: quotes, brackets, the last line.',
]

const SYNTAX_WORDS: Record<string, [string, string]> = {
  TAB_AS_INDENT: ['A tab is used to indent.', 'Use spaces, two for each step.'],
  BAD_INDENT: [
    'The indentation does not fit the lines around it.',
    'Line it up with its neighbours, and close every bracket.',
  ],
  DUPLICATE_KEY: ['The same key stands twice in one place.', 'Keep one of the two lines.'],
  BLOCK_AS_IMPLICIT_KEY: [
    'There are two colons in one line, or a line is indented too far.',
    'Put the text behind the first colon in quotes, or start a new line.',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'A key runs over several lines.',
    'Check the line before: a colon or a closing quote may be missing.',
  ],
  MISSING_CHAR: [
    'A closing quote, bracket or comma, or a space or colon, is missing.',
    'Add it; the text may have been cut off here.',
  ],
  UNEXPECTED_TOKEN: [
    'This does not belong here.',
    'Check this line and the one before for a missing colon, dash, quote or bracket.',
  ],
  BAD_DQ_ESCAPE: [
    'A backslash in double quotes starts something unknown.',
    'Write \\\\ for a backslash, or use single quotes.',
  ],
  MULTIPLE_DOCS: ['The file holds more than one document.', 'Remove the line "---" and what repeats.'],
  RESOURCE_EXHAUSTION: [
    'Brackets or indentation are nested far too deep.',
    'Compare with the example in the documentation.',
  ],
}

function syntaxWords(code: string, message: string): [string, string] {
  const known = SYNTAX_WORDS[code]
  return (
    known ?? [
      `This is not valid YAML: ${message}.`,
      'Compare the line with the example in the documentation.',
    ]
  )
}
