// The words of a Markdown text without its markup: paragraphs apart, list entries behind a dash.

import { type Block, type Inline, readMarkdownText } from '../evidence/read-markdown-text.ts'

/** Nothing is added or left out but marks. HTML stays as the text that it is. */
export function plainText(markdown: string): string {
  return blocksOf(readMarkdownText(markdown), '').join('\n\n')
}

function blocksOf(blocks: readonly Block[], indent: string): string[] {
  return blocks.map((block) => blockOf(block, indent)).filter((text) => text.trim() !== '')
}

function blockOf(block: Block, indent: string): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return lineOf(block.parts)
    case 'list':
      return block.items
        .map((item) => {
          const [first = '', ...rest] = blocksOf(item, `${indent}  `)
          return [`${indent}- ${first}`, ...rest].join('\n')
        })
        .join('\n')
    case 'quote':
      return blocksOf(block.blocks, indent).join('\n\n')
    case 'code':
      return block.text
    case 'rule':
      return ''
  }
}

function lineOf(parts: readonly Inline[]): string {
  return parts
    .map((part): string => {
      if ('text' in part) return part.text
      return part.kind === 'break' ? '\n' : lineOf(part.parts)
    })
    .join('')
}
