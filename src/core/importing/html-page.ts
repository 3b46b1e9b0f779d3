// Reads HTML into a page: exports of wikis, and what a spreadsheet puts on the clipboard.
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { IMPORT_LIMITS } from './import-limits.ts'
import type { Merge } from './import-source.ts'
import { oneLine, readable } from './naming.ts'
import type { Page, PageBlock, PageTable } from './page.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const SILENT = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'title',
  'head',
  'iframe',
  'object',
  'nav',
])
const PARTS = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'section',
  'dt',
  'dd',
])
const LONGEST_HEADING = 80
/** A cell that claims to cover more than this is taken to cover as much. */
const WIDEST_SPAN = 200

export function readHtmlPage(path: string, source: string): Page {
  const document = parse(source, { sourceCodeLocationInfo: true })
  const title = firstElement(document.childNodes, 'title')
  return {
    path,
    title: title === undefined ? '' : oneLine(wordsOf(title, new Set())),
    blocks: blocksOf(document.childNodes, 0),
  }
}

/** The blocks of HTML inside another document, whose first line is `line`; pictures and the like give none. */
export function blocksOfHtml(source: string, line: number): PageBlock[] {
  if (!/<(table|ul|ol|h[1-6]|summary)\b/i.test(source)) return []
  return blocksOf(parse(source, { sourceCodeLocationInfo: true }).childNodes, line - 1)
}

interface Step {
  node: Node
  lists: (number | null)[]
}

/** Walks without recursion, because hostile HTML nests a hundred thousand deep. */
function blocksOf(nodes: Node[], before: number): PageBlock[] {
  const blocks: PageBlock[] = []
  const waiting: Step[] = nodes.map((node) => ({ node, lists: [] })).reverse()
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    const { node, lists } = step
    if (!isElement(node)) {
      const text = node.nodeName === '#text' && 'value' in node ? oneLine(node.value) : ''
      if (text !== '') blocks.push({ kind: 'paragraph', text, line: lineOf(node, before) })
      continue
    }
    if (SILENT.has(node.tagName) && node.tagName !== 'head') continue
    const block = blockOf(node, lists, before)
    if (block !== undefined) blocks.push(block)
    if (block !== undefined && block.kind !== 'item') continue
    const isList = node.tagName === 'ul' || node.tagName === 'ol'
    let number = 0
    const inner = node.childNodes.flatMap((child): Step[] => {
      if (block?.kind === 'item' && !(isElement(child) && hasList(child))) return []
      const isEntry = isElement(child) && child.tagName === 'li'
      if (isEntry) number++
      const own = isList ? [...lists.slice(0, 20), node.tagName === 'ol' && isEntry ? number : null] : lists
      return [{ node: child, lists: own }]
    })
    for (const next of inner.reverse()) waiting.push(next)
  }
  return blocks
}

function blockOf(node: Element, lists: (number | null)[], before: number): PageBlock | undefined {
  const line = lineOf(node, before)
  const depth = /^h([1-6])$/.exec(node.tagName)?.[1]
  if (depth !== undefined)
    return { kind: 'heading', depth: Number(depth), text: oneLine(wordsOf(node)), line }
  if (node.tagName === 'summary') return { kind: 'heading', depth: 7, text: oneLine(wordsOf(node)), line }
  if (node.tagName === 'table') return tableOf(node, line, before)
  if (node.tagName === 'li') {
    const words = wordsOf(node, LISTS)
    const { label, text } = labelled(node, words)
    return {
      kind: 'item',
      number: lists.at(-1) ?? null,
      depth: Math.max(1, lists.length),
      label,
      text,
      isLink: isLink(node),
      line,
    }
  }
  if (node.tagName !== 'p' && node.tagName !== 'dt' && node.tagName !== 'dd') return undefined
  const text = oneLine(wordsOf(node))
  const only = node.childNodes.filter(
    (child) => !(child.nodeName === '#text' && 'value' in child && child.value.trim() === ''),
  )
  const isBold =
    only.length === 1 && only[0] !== undefined && isStrong(only[0]) && text.length <= LONGEST_HEADING
  return isBold || node.tagName === 'dt'
    ? { kind: 'heading', depth: 7, text: text.replace(/:$/, ''), line }
    : { kind: 'paragraph', text, line }
}

const LISTS = new Set(['ul', 'ol', 'table'])

function labelled(node: Element, words: string): { label: string; text: string } {
  const first = node.childNodes.find(
    (child) => !(child.nodeName === '#text' && 'value' in child && child.value.trim() === ''),
  )
  const inner = first !== undefined && isElement(first) && first.tagName === 'p' ? first.childNodes[0] : first
  const text = oneLine(words)
  if (inner === undefined || !isStrong(inner)) return { label: '', text }
  const label = oneLine(wordsOf(inner as Element))
  return {
    label: label.replace(/\s*[:.–—-]$/, ''),
    text: text.startsWith(label) ? text.slice(label.length).replace(/^\s*[:–—-]\s*/, '') : text,
  }
}

function tableOf(table: Element, line: number, before: number): PageTable {
  const rows: string[][] = []
  const lines: number[] = []
  const merges: Merge[] = []
  const covered = new Set<string>()
  let cells = 0
  for (const row of rowsOf(table)) {
    const top = rows.length
    const own: string[] = []
    let left = 0
    for (const cell of row.childNodes) {
      if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue
      while (covered.has(`${top},${left}`)) left++
      const right = left + spanOf(cell, 'colspan') - 1
      const bottom = top + spanOf(cell, 'rowspan') - 1
      if (++cells > IMPORT_LIMITS.cells || right >= IMPORT_LIMITS.columns * 2)
        return { kind: 'table', rows, lines, merges, line }
      own[left] = readable(wordsOf(cell))
      if (right > left || bottom > top) {
        merges.push({ top, left, bottom, right })
        cells += (bottom - top + 1) * (right - left + 1)
        for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) covered.add(`${y},${x}`)
      }
      left = right + 1
    }
    rows.push(Array.from(own, (cell) => cell ?? ''))
    lines.push(lineOf(row, before))
  }
  return { kind: 'table', rows, lines, merges, line }
}

/** The rows of this table, not of tables in its cells. */
function rowsOf(table: Element): Element[] {
  return table.childNodes.flatMap((child) => {
    if (!isElement(child)) return []
    if (child.tagName === 'tr') return [child]
    const isPart = child.tagName === 'tbody' || child.tagName === 'thead' || child.tagName === 'tfoot'
    return isPart ? child.childNodes.filter(isElement).filter((row) => row.tagName === 'tr') : []
  })
}

function spanOf(cell: Element, name: string): number {
  const value = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1)
  return Number.isInteger(value) && value >= 1 ? Math.min(value, WIDEST_SPAN) : 1
}

/** The words inside, parts on lines of their own; elements in `without` are left out. */
function wordsOf(root: Element, without: ReadonlySet<string> = new Set()): string {
  let words = ''
  const waiting: (Node | string)[] = [...root.childNodes].reverse()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === 'string') words += node
    else if (node.nodeName === '#text' && 'value' in node) words += node.value.replace(/\s+/g, ' ')
    else if (isElement(node) && !without.has(node.tagName) && !SILENT.has(node.tagName)) {
      if (node.tagName === 'br') words += '\n'
      if (PARTS.has(node.tagName)) {
        words += '\n'
        waiting.push('\n')
      }
      for (const child of [...node.childNodes].reverse()) waiting.push(child)
    }
  }
  return words.replace(/ *\n[\n ]*/g, '\n').trim()
}

function isElement(node: Node): node is Element {
  return 'tagName' in node
}

function isStrong(node: Node): boolean {
  return isElement(node) && (node.tagName === 'strong' || node.tagName === 'b')
}

function hasList(node: Element): boolean {
  return node.tagName === 'ul' || node.tagName === 'ol' || node.tagName === 'table'
}

function isLink(node: Element): boolean {
  const parts = node.childNodes.filter(
    (child) => !(child.nodeName === '#text' && 'value' in child && child.value.trim() === ''),
  )
  return parts.length === 1 && parts[0] !== undefined && isElement(parts[0]) && parts[0].tagName === 'a'
}

function firstElement(nodes: Node[], name: string): Element | undefined {
  const waiting = [...nodes].reverse()
  for (
    let node = waiting.pop(), steps = 0;
    node !== undefined && steps < 1000;
    node = waiting.pop(), steps++
  ) {
    if (!isElement(node)) continue
    if (node.tagName === name) return node
    for (const child of [...node.childNodes].reverse()) waiting.push(child)
  }
  return undefined
}

function lineOf(node: Node, before: number): number {
  return (node.sourceCodeLocation?.startLine ?? 1) + before
}
