// A packet's document as an HTML file that browsers show and that word processors open with headings and tables.

import type { DocumentBlock, Line, PacketDocument } from './packet-document.ts'

/** Plain styles on the elements themselves: word processors pass over style sheets. Points are their unit. */
const STYLES = {
  body: 'font-family: Georgia, serif; font-size: 11pt; line-height: 1.4; color: #000000; max-width: 17cm; margin: 2cm auto',
  h1: 'font-size: 20pt; font-weight: normal; margin: 0 0 6pt',
  h2: 'font-size: 14pt; margin: 18pt 0 4pt; page-break-after: avoid',
  h3: 'font-size: 11pt; margin: 10pt 0 2pt; page-break-after: avoid',
  p: 'margin: 0 0 6pt',
  quiet: 'margin: 0 0 8pt; color: #555555; font-size: 9.5pt',
  ul: 'margin: 0 0 6pt; padding-left: 16pt',
  quote: 'margin: 0 0 8pt 12pt; padding-left: 10pt; border-left: 2pt solid #999999',
  table: 'border-collapse: collapse; width: 100%; margin: 0 0 6pt; font-size: 10pt',
  th: 'text-align: left; border-bottom: 1pt solid #000000; padding: 2pt 8pt 2pt 0',
  td: 'text-align: left; border-bottom: 0.5pt solid #aaaaaa; padding: 2pt 8pt 2pt 0; vertical-align: top',
} as const

/** A whole file that loads nothing from elsewhere and runs nothing. Nobody's words become markup. */
export function documentHtml({ title, language, blocks }: PacketDocument): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    '</head>',
    `<body style="${STYLES.body}">`,
    ...blocks.map(htmlOf),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function htmlOf(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.depth} style="${STYLES[`h${block.depth}`]}">${lineOf(block.line)}</h${block.depth}>`
    case 'paragraph':
      return `<p style="${block.quiet ? STYLES.quiet : STYLES.p}">${lineOf(block.line)}</p>`
    case 'list':
      return `<ul style="${STYLES.ul}">${block.items.map((line) => `<li>${lineOf(line)}</li>`).join('')}</ul>`
    case 'quote': {
      const words = block.line.length > 0 ? `<p style="${STYLES.p}">“${lineOf(block.line)}”</p>` : ''
      return `<blockquote style="${STYLES.quote}">${words}<p style="${STYLES.quiet}">${lineOf(block.by)}</p></blockquote>`
    }
    case 'table':
      return tableOf(block.head, block.rows)
    case 'page':
      return '<br style="page-break-before: always; clear: both">'
  }
}

function tableOf(head: Line[], rows: Line[][]): string {
  const heads = head.map((cell) => `<th scope="col" style="${STYLES.th}">${lineOf(cell)}</th>`)
  const body = rows.map(
    (cells) => `<tr>${cells.map((cell) => `<td style="${STYLES.td}">${lineOf(cell)}</td>`).join('')}</tr>`,
  )
  return `<table style="${STYLES.table}"><thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

function lineOf(line: Line): string {
  return line
    .map(({ text, href }) => {
      if (href === undefined || !/^https?:\/\//i.test(href)) return escapeHtml(text)
      return `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${escapeHtml(text)}</a>`
    })
    .join('')
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
