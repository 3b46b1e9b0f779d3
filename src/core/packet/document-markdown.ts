// A packet's document as Markdown.

import { markdownInside, markdownLine } from '../framework-export/plain-markdown.ts'
import type { DocumentBlock, Line, PacketDocument } from './packet-document.ts'

/** Nobody's words become markup, whatever they hold; with a line end at its end. */
export function documentMarkdown({ blocks }: PacketDocument): string {
  const parts = blocks.map(markdownOf).filter((part) => part !== '')
  return `${parts.join('\n\n')}\n`
}

function markdownOf(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.depth)} ${inside(block.line)}`
    case 'paragraph':
      return atStart(block.line)
    case 'list':
      return block.items.map((line) => `- ${atStart(line)}`).join('\n')
    case 'quote':
      return [
        ...(block.line.length > 0 ? [`> “${inside(block.line)}”`, '>'] : []),
        `> ${atStart(block.by)}`,
      ].join('\n')
    case 'table':
      return tableOf(block.head, block.rows)
    case 'page':
      return ''
  }
}

function tableOf(head: Line[], rows: Line[][]): string {
  const row = (cells: Line[]) => `| ${cells.map((cell) => inside(cell).replaceAll('|', '\\|')).join(' | ')} |`
  return [row(head), `|${head.map(() => ' --- ').join('|')}|`, ...rows.map(row)].join('\n')
}

/** Addresses stand between angle brackets, so that they stay whole and can be opened. */
function inside(line: Line): string {
  return line
    .map(({ text, href }) => (href === undefined ? keepEnds(text, markdownInside) : addressOf(href)))
    .join('')
}

/** Its own angle brackets would end it, and begin markup. */
function addressOf(href: string): string {
  return `<${href.replaceAll('<', '%3C').replaceAll('>', '%3E')}>`
}

function atStart(line: Line): string {
  const [first, ...rest] = line
  if (first === undefined) return ''
  const begins = first.href === undefined ? keepEnds(first.text, markdownLine) : addressOf(first.href)
  return begins + inside(rest)
}

/** Escaping trims; a space that parts two spans stays. */
function keepEnds(text: string, write: (text: string) => string): string {
  const before = /^\s/.test(text) ? ' ' : ''
  const after = /\s$/.test(text) ? ' ' : ''
  return before + write(text) + after
}
