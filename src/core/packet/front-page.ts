// Whether what stands in front of a packet fits on one printed page.

import type { DocumentBlock, Line, PacketDocument } from './packet-document.ts'

/** Lines of an A4 page as the program prints it, and letters of a line; measured on printed pages, with a little to spare. */
const LINES_OF_PAGE = 47
const LETTERS_OF_LINE = 110

/** Judged by its letters: a few lines more or fewer are possible. True also where nothing follows it. */
export function frontPageFits({ blocks }: PacketDocument): boolean {
  const end = blocks.findIndex(({ kind }) => kind === 'page')
  const lines = blocks.slice(0, end === -1 ? 0 : end).reduce((sum, block) => sum + linesOf(block), 0)
  return lines <= LINES_OF_PAGE
}

function linesOf(block: DocumentBlock): number {
  switch (block.kind) {
    case 'heading':
      return block.depth === 1 ? 3 : 2.2
    case 'paragraph':
      return linesOfText(block.line) + 0.5
    case 'list':
      return block.items.reduce((sum, line) => sum + linesOfText(line), 0.5)
    case 'quote':
      return linesOfText(block.line) + linesOfText(block.by) + 1
    case 'table':
      return (block.rows.length + 1) * 1.25
    case 'page':
      return 0
  }
}

function linesOfText(line: Line): number {
  const letters = line.reduce((sum, { text }) => sum + text.length, 0)
  return Math.max(1, Math.ceil(letters / LETTERS_OF_LINE))
}
