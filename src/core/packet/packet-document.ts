// A packet as it is handed in: headings, paragraphs, lists, quotations and tables, each word with where it comes from.

/** `label`: one of `packetLabels`. `fact`: a day, a number or a name of the packet or of its framework. */
export type Origin = 'label' | 'own' | 'quoted' | 'fact'

export interface Span {
  text: string
  from: Origin
  href?: string
}

export type Line = Span[]

export type DocumentBlock =
  | { kind: 'heading'; depth: 1 | 2 | 3; line: Line }
  | { kind: 'paragraph'; line: Line; quiet?: boolean }
  | { kind: 'list'; items: Line[] }
  | { kind: 'quote'; line: Line; by: Line }
  | { kind: 'table'; head: Line[]; rows: Line[][] }
  /** What follows begins on a new page. */
  | { kind: 'page' }

export interface PacketDocument {
  /** For the name of a file and of a window. */
  title: string
  language: string
  blocks: DocumentBlock[]
}

export const label = (text: string): Span => ({ text, from: 'label' })
export const fact = (text: string): Span => ({ text, from: 'fact' })
export const own = (text: string): Span => ({ text, from: 'own' })
export const said = (text: string): Span => ({ text, from: 'quoted' })

export function heading(depth: 1 | 2 | 3, ...line: Line): DocumentBlock {
  return { kind: 'heading', depth, line }
}

/** What is said in passing; nothing where there is nothing to say. */
export function aside(line: Line): DocumentBlock[] {
  return line.length === 0 ? [] : [{ kind: 'paragraph', quiet: true, line }]
}

/** Spans with what parts them; empty ones are left out. */
export function parted(lines: readonly Line[], between = ', '): Line {
  return lines
    .filter((line) => line.length > 0)
    .flatMap((line, index) => (index === 0 ? line : [label(between), ...line]))
}

const ENTRY = /^\s*[-*•]\s+/

/** Plain text as blocks: an empty line parts paragraphs, and lines behind a dash are a list. */
export function blocksOfText(text: string, from: Origin = 'own'): DocumentBlock[] {
  return text.split(/\n\s*\n/).flatMap((part) => blocksOfPart(part, from))
}

function blocksOfPart(part: string, from: Origin): DocumentBlock[] {
  const blocks: DocumentBlock[] = []
  for (const raw of part.split('\n')) {
    const words = raw.replace(ENTRY, '').trim()
    if (words === '') continue
    const line: Line = [{ text: words, from }]
    const last = blocks.at(-1)
    if (ENTRY.test(raw)) {
      if (last?.kind === 'list') last.items.push(line)
      else blocks.push({ kind: 'list', items: [line] })
    } else if (last?.kind === 'paragraph') last.line.push({ text: ` ${words}`, from })
    else blocks.push({ kind: 'paragraph', line })
  }
  return blocks
}
