// A packet as it is handed in, on the screen and on paper.
import type { DocumentBlock, Line, PacketDocument } from '../../core/packet/packet-document.ts'

export function PacketSheet({ document }: { document: PacketDocument }) {
  return (
    <article className="packet-sheet" lang={document.language} aria-label={document.title}>
      {document.blocks.map((block, index) => (
        // Blocks have no identity of their own, and none of them keeps anything.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Block key={index} block={block} />
      ))}
    </article>
  )
}

function Block({ block }: { block: DocumentBlock }) {
  switch (block.kind) {
    case 'heading': {
      // The page has the first heading; the sheet's own begin below it.
      const Tag = (['h2', 'h3', 'h4'] as const)[block.depth - 1] ?? 'h4'
      return (
        <Tag className="packet-heading" data-depth={block.depth}>
          <Words line={block.line} />
        </Tag>
      )
    }
    case 'paragraph':
      return (
        <p className={block.quiet ? 'packet-aside' : undefined} dir="auto">
          <Words line={block.line} />
        </p>
      )
    case 'list':
      return (
        <ul className="packet-entries">
          {block.items.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity and keep nothing
            <li key={index} dir="auto">
              <Words line={line} />
            </li>
          ))}
        </ul>
      )
    case 'quote':
      return (
        <blockquote className="packet-quote">
          {block.line.length > 0 ? (
            <p dir="auto">
              “<Words line={block.line} />”
            </p>
          ) : null}
          <footer className="packet-aside">
            <Words line={block.by} />
          </footer>
        </blockquote>
      )
    case 'table':
      return <Table head={block.head} rows={block.rows} />
    case 'page':
      return <hr className="packet-page" />
  }
}

function Table({ head, rows }: { head: Line[]; rows: Line[][] }) {
  return (
    <div className="scroll-x">
      <table className="data-table packet-table">
        <thead>
          <tr>
            {head.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place
              <th key={index} scope="col" className={index > 0 ? 'figure' : undefined}>
                <Words line={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first = [], ...rest], row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows keep nothing
            <tr key={row}>
              <th scope="row">
                <Words line={first} />
              </th>
              {rest.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place
                <td key={index} className="figure nowrap">
                  <Words line={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Words({ line }: { line: Line }) {
  return line.map(({ text, href }, index) =>
    href === undefined ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: words of one line, which keep nothing
      <a key={index} href={href} rel="noopener noreferrer" target="_blank">
        {text}
      </a>
    ),
  )
}
