// Reads what somebody wrote in Markdown into a small tree that is safe to show: no HTML, no pictures, safe links only.

import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { isSafeTextLink } from './safe-link.ts'

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'emphasis'; parts: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; address: string; parts: Inline[] }
  | { kind: 'break' }

export type Block =
  | { kind: 'paragraph' | 'heading'; parts: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Block[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' }

/** Lists in quotes in lists: deeper than this, words are shown as they were typed. */
const DEEPEST = 6
/** Signs that begin one thing inside another. Beyond so many in a line the text is no prose, and slow to read. */
const MOST_SIGNS_OF_A_LINE = 200
const OPENING = /[>[\]*_`(]|[-+] /g

/** HTML and pictures stay as the words that were typed. */
export function readMarkdownText(text: string): Block[] {
  if (isHostile(text)) return [{ kind: 'paragraph', parts: asTyped(text) }]
  return blocksOf(fromMarkdown(text).children, text, DEEPEST)
}

function isHostile(text: string): boolean {
  return text.split('\n').some((line) => (line.match(OPENING)?.length ?? 0) > MOST_SIGNS_OF_A_LINE)
}

function blocksOf(nodes: readonly RootContent[], source: string, depth: number): Block[] {
  return nodes.flatMap((node): Block[] => {
    if (depth === 0) return [{ kind: 'paragraph', parts: asTyped(sourceOf(node, source)) }]
    switch (node.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', parts: inlinesOf(node.children, source, DEEPEST) }]
      case 'heading':
        return [{ kind: 'heading', parts: inlinesOf(node.children, source, DEEPEST) }]
      case 'list':
        return [
          {
            kind: 'list',
            ordered: node.ordered === true,
            items: node.children.map((item) => blocksOf(item.children, source, depth - 1)),
          },
        ]
      case 'blockquote':
        return [{ kind: 'quote', blocks: blocksOf(node.children, source, depth - 1) }]
      case 'code':
        return [{ kind: 'code', text: node.value }]
      case 'thematicBreak':
        return [{ kind: 'rule' }]
      default:
        return [{ kind: 'paragraph', parts: asTyped(sourceOf(node, source)) }]
    }
  })
}

function inlinesOf(nodes: readonly PhrasingContent[], source: string, depth: number): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (depth === 0) return asTyped(sourceOf(node, source))
    switch (node.type) {
      case 'text':
        return lines(node.value)
      case 'strong':
      case 'emphasis':
        return [{ kind: node.type, parts: inlinesOf(node.children, source, depth - 1) }]
      case 'inlineCode':
        return [{ kind: 'code', text: node.value }]
      case 'break':
        return [{ kind: 'break' }]
      case 'link':
        return isSafeTextLink(node.url)
          ? [{ kind: 'link', address: node.url, parts: inlinesOf(node.children, source, depth - 1) }]
          : asTyped(sourceOf(node, source))
      default:
        return asTyped(sourceOf(node, source))
    }
  })
}

function sourceOf(node: Nodes, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
}

/** Whoever writes a note means the end of a line where they make one. */
function lines(text: string): Inline[] {
  return text
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ kind: 'break' as const }] : []),
      ...withLinks(line),
    ])
}

function asTyped(text: string): Inline[] {
  return text
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ kind: 'break' as const }] : []),
      { kind: 'text', text: line },
    ])
}

const ADDRESS = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/gi

/** An address that stands in the text for itself can be followed. */
function withLinks(line: string): Inline[] {
  const parts: Inline[] = []
  let from = 0
  for (const { 0: address, index } of line.matchAll(ADDRESS)) {
    if (!isSafeTextLink(address)) continue
    if (index > from) parts.push({ kind: 'text', text: line.slice(from, index) })
    parts.push({ kind: 'link', address, parts: [{ kind: 'text', text: address }] })
    from = index + address.length
  }
  if (from < line.length) parts.push({ kind: 'text', text: line.slice(from) })
  return parts
}
