// Splits a skill's Markdown into its headed sections, each with its line.
import type { List, ListItem, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { errorAt, type Problem } from './problem.ts'
import { readPlainMarkdown } from './read-plain-markdown.ts'

export interface Section {
  title: string
  line: number
  paragraphs: TextAt[]
  items: Item[]
  sections: Section[]
}

interface TextAt {
  text: string
  line: number
}

export interface Item extends TextAt {
  /** The first `code` of the item, where it begins with one. */
  code: string | undefined
  items: Item[]
}

interface Reading {
  file: string
  source: string
  lineOffset: number
  problems: Problem[]
}

/** Skills take some 5,000 characters; a Markdown reader's time can grow with the square of hostile text. */
const LONGEST_TEXT = 100_000
const DEEPEST_PREFIX = 24
const MARKS_IN_A_BLOCK = 400

/** The text before the first heading is the section itself; `##` and `###` nest. `lineOffset` lines come before. */
export function readMarkdown(file: string, source: string, lineOffset: number, problems: Problem[]): Section {
  const reading: Reading = { file, source, lineOffset, problems }
  const top: Section = { title: '', line: lineOffset + 1, paragraphs: [], items: [], sections: [] }
  if (isTooMuch(reading)) return top
  return readPlainMarkdown(source, lineOffset) ?? parseMarkdown(top, reading)
}

/** Whatever can be written in Markdown: what the format takes is read, everything else is a problem. */
function parseMarkdown(top: Section, reading: Reading): Section {
  let chapter = top
  let current = top
  for (const node of fromMarkdown(reading.source).children) {
    if (node.type === 'heading' && (node.depth === 2 || node.depth === 3)) {
      current = sectionOf(textOf(node.children, reading), lineOf(node, reading))
      if (node.depth === 2) {
        chapter = current
        top.sections.push(current)
      } else chapter.sections.push(current)
    } else addContent(node, current, reading)
  }
  return top
}

function sectionOf(title: string, line: number): Section {
  return { title, line, paragraphs: [], items: [], sections: [] }
}

function addContent(node: RootContent, section: Section, reading: Reading): void {
  if (node.type === 'paragraph')
    section.paragraphs.push({ text: textOf(node.children, reading), line: lineOf(node, reading) })
  else if (node.type === 'list') section.items.push(...itemsOf(node, reading))
  else if (node.type === 'heading') {
    refuse(
      node,
      reading,
      `Headings here begin with ## or ###, not ${'#'.repeat(node.depth)}.`,
      'Use ## for a section or a level, ### inside a level.',
    )
  } else {
    refuse(
      node,
      reading,
      'Only headings, paragraphs and lists are read here.',
      'Write it as a paragraph or as list entries that begin with a dash.',
    )
  }
}

function itemsOf(list: List, reading: Reading): Item[] {
  return list.children.map((item) => itemOf(item, reading))
}

function itemOf(item: ListItem, reading: Reading): Item {
  const line = lineOf(item, reading)
  const found: Item = { text: '', line, code: undefined, items: [] }
  for (const node of item.children) {
    if (node.type === 'paragraph') {
      const first = node.children[0]
      if (found.text === '' && first?.type === 'inlineCode') found.code = first.value
      found.text = `${found.text} ${textOf(node.children, reading)}`.trim()
    } else if (node.type === 'list') found.items.push(...itemsOf(node, reading))
    else
      refuse(
        node,
        reading,
        'A list entry can only hold text and a list.',
        'Write it as text behind the dash.',
      )
  }
  return found
}

/** The words without their markup, in one line. */
function textOf(nodes: PhrasingContent[], reading: Reading): string {
  return nodes
    .map((node) => wordsOf(node, reading))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

function wordsOf(node: PhrasingContent, reading: Reading): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'emphasis':
    case 'strong':
    case 'delete':
      return node.children.map((child) => wordsOf(child, reading)).join('')
    case 'break':
      return ' '
    case 'link': {
      const words = node.children.map((child) => wordsOf(child, reading)).join('')
      return words === node.url ? words : `${words} (${node.url})`
    }
    case 'linkReference':
      return reading.source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
    default:
      refuse(
        node,
        reading,
        'Pictures, footnotes and HTML are not read here.',
        'Say it in words. A "<" in a sentence is written \\<.',
      )
      return ''
  }
}

function refuse(node: RootContent, reading: Reading, message: string, mend: string): void {
  reading.problems.push(errorAt({ file: reading.file, line: lineOf(node, reading) }, message, mend))
}

function lineOf(node: RootContent | ListItem, reading: Reading): number {
  return (node.position?.start.line ?? 1) + reading.lineOffset
}

function isTooMuch(reading: Reading): boolean {
  const limits = { text: LONGEST_TEXT, prefix: DEEPEST_PREFIX, marks: MARKS_IN_A_BLOCK }
  const excess = findExcessOfMarkup(reading.source, limits)
  if (excess === undefined) return false
  const { line, message, mend } = excess
  reading.problems.push(errorAt({ file: reading.file, line: line + reading.lineOffset }, message, mend))
  return true
}

/** Where a text has more characters, deeper nesting or denser markup than a Markdown reader takes in good time. */
export function findExcessOfMarkup(
  source: string,
  limits: { text: number; prefix: number; marks: number },
): { line: number; message: string; mend: string } | undefined {
  if (source.length > limits.text) {
    const message = `The text has more than ${limits.text} characters.`
    return { line: 1, message, mend: 'Shorten it; a skill takes a few pages.' }
  }
  let marks = 0
  for (const [index, line] of source.split('\n').entries()) {
    const prefix = /^(?:[\s>]|[-+*](?=\s)|\d{1,9}[.)](?=\s))*/.exec(line)?.[0] ?? ''
    if (line.trim() !== '' && prefix.length > limits.prefix) {
      const message = 'The line is indented or nested far too deep.'
      return { line: index + 1, message, mend: 'Begin it with a dash, at most two levels deep.' }
    }
    marks = line.trim() === '' ? 0 : marks + (line.match(/[*_`[\]<!]/g)?.length ?? 0)
    if (marks > limits.marks) {
      const message = 'There is far more markup here than words need.'
      return { line: index + 1, message, mend: 'Remove stars, underscores, brackets and backticks.' }
    }
  }
  return undefined
}
