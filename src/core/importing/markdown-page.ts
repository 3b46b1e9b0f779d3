// Reads Markdown into a page: headings, paragraphs, list entries and tables with their lines.
import type { List, ListItem, PhrasingContent, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { findExcessOfMarkup } from '../framework/read-markdown.ts'
import { blocksOfHtml } from './html-page.ts'
import type { ImportProblem } from './import-source.ts'
import { oneLine } from './naming.ts'
import type { Page, PageBlock, PageItem } from './page.ts'

/** Tables have far more markup in one block than sentences. */
const LIMITS = { text: 2_000_000, prefix: 60, marks: 50_000 }
const LONGEST_HEADING = 80

export function readMarkdownPage(path: string, source: string): Page | ImportProblem {
  const excess = findExcessOfMarkup(source, LIMITS)
  if (excess !== undefined) {
    const { line, message, mend } = excess
    return { place: { path, line }, message, mend }
  }
  const tree = fromMarkdown(source, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  return { path, title: '', blocks: tree.children.flatMap(blocksOf) }
}

function blocksOf(node: RootContent): PageBlock[] {
  const line = node.position?.start.line ?? 1
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', depth: node.depth, text: oneLine(wordsOf(node.children)), line }]
    case 'paragraph':
      return [paragraphOf(node.children, line)]
    case 'list':
      return itemsOf(node, 1)
    case 'table':
      return [tableOf(node, line)]
    case 'blockquote':
      return node.children.flatMap(blocksOf)
    case 'html':
      return blocksOfHtml(node.value, line)
    case 'code':
      return [{ kind: 'paragraph', text: oneLine(node.value), line }]
    default:
      return []
  }
}

/** A short paragraph that is bold from end to end is a heading in all but name. */
function paragraphOf(nodes: PhrasingContent[], line: number): PageBlock {
  const text = oneLine(wordsOf(nodes))
  const isBold = nodes.length === 1 && nodes[0]?.type === 'strong' && text.length <= LONGEST_HEADING
  return isBold
    ? { kind: 'heading', depth: 7, text: text.replace(/:$/, ''), line }
    : { kind: 'paragraph', text, line }
}

function itemsOf(list: List, depth: number): PageBlock[] {
  return list.children.flatMap((item, index) => {
    const number = list.ordered === true ? (list.start ?? 1) + index : null
    return itemOf(item, number, depth)
  })
}

function itemOf(item: ListItem, number: number | null, depth: number): PageBlock[] {
  const line = item.position?.start.line ?? 1
  const words: PhrasingContent[] = item.children.flatMap((node) =>
    node.type === 'paragraph' || node.type === 'heading' ? node.children : [],
  )
  const inner = item.children.flatMap((node): PageBlock[] => {
    if (node.type === 'list') return itemsOf(node, depth + 1)
    return node.type === 'paragraph' || node.type === 'heading' ? [] : blocksOf(node)
  })
  return [{ kind: 'item', number, depth, line, ...labelled(words) }, ...inner]
}

function labelled(nodes: PhrasingContent[]): Pick<PageItem, 'label' | 'text' | 'isLink'> {
  const [first, ...rest] = nodes
  const bare = first?.type === 'strong' ? first.children : nodes
  const isLink =
    bare.length === 1 && bare[0]?.type === 'link' && (first?.type !== 'strong' || rest.length === 0)
  if (first?.type !== 'strong') return { label: '', text: oneLine(wordsOf(nodes)), isLink }
  const label = oneLine(wordsOf(first.children)).replace(/\s*[:.–—-]$/, '')
  const text = oneLine(wordsOf(rest)).replace(/^[:–—-]\s*/, '')
  return { label, text, isLink }
}

function tableOf(table: Table, line: number): PageBlock {
  return {
    kind: 'table',
    rows: table.children.map((row) => row.children.map((cell) => wordsOf(cell.children).trim())),
    lines: table.children.map((row) => row.position?.start.line ?? line),
    merges: [],
    line,
  }
}

/** The words without their markup; a line break stays one. */
function wordsOf(nodes: PhrasingContent[]): string {
  return nodes
    .map((node): string => {
      if (node.type === 'text' || node.type === 'inlineCode') return node.value
      if (node.type === 'break') return '\n'
      if (node.type === 'html') return /^<br\b/i.test(node.value) ? '\n' : ''
      return 'children' in node ? wordsOf(node.children) : ''
    })
    .join('')
}
