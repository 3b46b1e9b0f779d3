// Words that somebody wrote in Markdown, from the tree that the server made of them: never HTML.
import { Fragment, type ReactNode } from 'react'
import type { Block, Inline } from '../../core/evidence/read-markdown-text.ts'

export function MarkdownBlocks({ blocks }: { blocks: readonly Block[] }) {
  return keyed(blocks, (block) => <OneBlock block={block} />)
}

function OneBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return <p dir="auto">{inlines(block.parts)}</p>
    case 'heading':
      // The page has its own headings; within an entry a heading is a strong line.
      return (
        <p dir="auto">
          <strong>{inlines(block.parts)}</strong>
        </p>
      )
    case 'list': {
      const items = keyed(block.items, (item) => (
        <li dir="auto">
          <MarkdownBlocks blocks={item} />
        </li>
      ))
      return block.ordered ? (
        <ol className="numbered-list">{items}</ol>
      ) : (
        <ul className="marked-list">{items}</ul>
      )
    }
    case 'quote':
      return (
        <blockquote>
          <MarkdownBlocks blocks={block.blocks} />
        </blockquote>
      )
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'rule':
      return <hr />
  }
}

function inlines(parts: readonly Inline[]) {
  return keyed(parts, (part) => <OneInline part={part} />)
}

function OneInline({ part }: { part: Inline }) {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'strong':
      return <strong>{inlines(part.parts)}</strong>
    case 'emphasis':
      return <em>{inlines(part.parts)}</em>
    case 'code':
      return <code>{part.text}</code>
    case 'break':
      return <br />
    case 'link':
      return (
        <a href={part.address} target="_blank" rel="noopener noreferrer">
          {inlines(part.parts)}
        </a>
      )
  }
}

function keyed<Part>(parts: readonly Part[], show: (part: Part) => ReactNode) {
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part of a text has no other identity than its place.
    <Fragment key={index}>{show(part)}</Fragment>
  ))
}
