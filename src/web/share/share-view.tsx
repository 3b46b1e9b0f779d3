// A share file as it reads: the very blocks that its page is made of.
import { Fragment, type ReactNode } from 'react'
import type { DocumentBlock, Line } from '../../core/packet/packet-document.ts'
import type { ShareContent } from '../../core/share/share.ts'
import { shareDocument } from '../../core/share/share-document.ts'

export function ShareView({ content }: { content: ShareContent }) {
  const { blocks } = shareDocument(content)
  return (
    <div className="share-view">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a page have no other name than their place.
        <Block key={index} block={block} />
      ))}
    </div>
  )
}

function Block({ block }: { block: DocumentBlock }) {
  switch (block.kind) {
    case 'heading':
      // The page around it has the headings of the first two depths.
      return block.depth === 1 ? (
        <p className="share-name">{words(block.line)}</p>
      ) : (
        <h3>{words(block.line)}</h3>
      )
    case 'paragraph':
      return (
        <p dir="auto" className={block.quiet ? 'small quiet' : undefined}>
          {words(block.line)}
        </p>
      )
    case 'list':
      return <ul className="marked-list">{block.items.map((item) => listItem(item))}</ul>
    case 'quote':
      return (
        <blockquote>
          <p dir="auto">“{words(block.line)}”</p>
          <p className="small quiet">{words(block.by)}</p>
        </blockquote>
      )
    case 'table':
      return (
        <div className="share-table">
          <table>
            <thead>
              <tr>{block.head.map((cell) => headCell(cell))}</tr>
            </thead>
            <tbody>{block.rows.map((row) => tableRow(row))}</tbody>
          </table>
        </div>
      )
    case 'page':
      return null
  }
}

const textOf = (line: Line) => line.map(({ text }) => text).join('')

function listItem(line: Line): ReactNode {
  return (
    <li key={textOf(line)} dir="auto">
      {words(line)}
    </li>
  )
}

function headCell(line: Line): ReactNode {
  return (
    <th key={textOf(line)} scope="col">
      {words(line)}
    </th>
  )
}

function tableRow(row: Line[]): ReactNode {
  return (
    <tr key={textOf(row[0] ?? [])}>
      {row.map((cell, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column.
        <td key={place}>{words(cell)}</td>
      ))}
    </tr>
  )
}

function words(line: Line): ReactNode {
  return line.map(({ text, href }, index) =>
    href !== undefined && /^https?:\/\//i.test(href) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of a line stay where they are.
      <a key={index} href={href} rel="noopener noreferrer" target="_blank">
        {text}
      </a>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of a line stay where they are.
      <Fragment key={index}>{text}</Fragment>
    ),
  )
}
