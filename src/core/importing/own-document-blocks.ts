// Splits a Markdown document that Skillmap wrote into headings, paragraphs, lists and tables, in words without markup.

export interface OwnItem {
  /** As it is written; `plain` takes the markup away. */
  raw: string
  line: number
  items: OwnItem[]
}

export type OwnBlock =
  | { kind: 'heading'; depth: number; text: string; line: number }
  | { kind: 'paragraph'; raw: string; line: number }
  | { kind: 'list'; items: OwnItem[]; line: number }
  | { kind: 'table'; rows: string[][]; line: number }

/**
 * Line by line: the document has one line for each paragraph, entry and row, and nothing else means anything in it.
 * A parser of all of Markdown takes ten times as long for a document of this size.
 */
export function ownBlocks(text: string): OwnBlock[] {
  const blocks: OwnBlock[] = []
  let isApart = true
  const lines = text.split('\n')
  for (const [index, raw] of lines.entries()) {
    const line = index + 1
    const last = isApart ? undefined : blocks.at(-1)
    const [, marks, title] = /^(#{1,6}) +(.*)$/.exec(raw) ?? []
    const [, indent, entry] = /^( *)[-*+] +(.*)$/.exec(raw) ?? []
    isApart = raw.trim() === ''
    if (isApart) continue
    if (marks !== undefined)
      blocks.push({ kind: 'heading', depth: marks.length, text: plain(title ?? ''), line })
    else if (entry !== undefined) addEntry(blocks, { raw: entry.trim(), line, items: [] }, indent !== '')
    else if (last?.kind === 'table') {
      if (!RULE.test(raw)) last.rows.push(cellsOf(raw))
    } else if (raw.startsWith('|') && RULE.test(lines[index + 1] ?? ''))
      blocks.push({ kind: 'table', rows: [cellsOf(raw)], line })
    else if (last?.kind === 'paragraph') last.raw = `${last.raw} ${raw.trim()}`
    else blocks.push({ kind: 'paragraph', raw: raw.trim(), line })
  }
  return blocks
}

/** Below the headings of a table. */
const RULE = /^\|(?:\s*:?-+:?\s*\|)+\s*$/

function addEntry(blocks: OwnBlock[], item: OwnItem, isInner: boolean): void {
  const last = blocks.at(-1)
  const list = last?.kind === 'list' ? last : undefined
  const outer = list?.items.at(-1)
  if (isInner && outer !== undefined) outer.items.push(item)
  else if (list !== undefined) list.items.push(item)
  else blocks.push({ kind: 'list', items: [item], line: item.line })
}

/** A bar behind a backslash belongs to its cell. */
function cellsOf(row: string): string[] {
  const cells: string[] = []
  let cell = ''
  const characters = row.trim().slice(1)
  for (let at = 0; at < characters.length; at++) {
    if (characters[at] === '|') {
      cells.push(plain(cell.trim()))
      cell = ''
    } else if (characters[at] === '\\') {
      // Of "\\" and "\|" the first says nothing by itself.
      cell += characters.slice(at, at + 2)
      at++
    } else cell += characters[at] ?? ''
  }
  return cells
}

/** The words that a backslash kept from being markup, and none of the backslashes. */
export function plain(raw: string): string {
  return raw.replace(/\\([!-/:-@[-`{-~])/g, '$1').trim()
}
