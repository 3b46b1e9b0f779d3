// The words of a Markdown text without its markup: paragraphs apart, list entries behind a dash.

import type { BlockContent, DefinitionContent, List, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

/** Nothing is added or left out but marks. Raw HTML stays as the text that it is. */
export function plainText(markdown: string): string {
  return blocksOf(fromMarkdown(markdown).children, '').join('\n\n')
}

type Block = RootContent | BlockContent | DefinitionContent

function blocksOf(nodes: readonly Block[], indent: string): string[] {
  return nodes.map((node) => blockOf(node, indent)).filter((text) => text.trim() !== '')
}

function blockOf(node: Block, indent: string): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return lineOf(node.children)
    case 'list':
      return listOf(node, indent)
    case 'blockquote':
      return blocksOf(node.children, indent).join('\n\n')
    case 'code':
    case 'html':
      return node.value
    default:
      return ''
  }
}

function listOf(list: List, indent: string): string {
  return list.children
    .map((item) => {
      const [first = '', ...rest] = blocksOf(item.children, `${indent}  `)
      return [`${indent}- ${first}`, ...rest].join('\n')
    })
    .join('\n')
}

function lineOf(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node): string => {
      if ('value' in node) return node.value
      if (node.type === 'break') return '\n'
      if (node.type === 'image') return node.alt ?? ''
      return 'children' in node ? lineOf(node.children) : ''
    })
    .join('')
}
