// Text for a terminal: wrapped to its width, in tables, with colours where they are wanted.
import type { Terminal } from './terminal.ts'

type Style = 'bold' | 'dim'
const CODES: Record<Style, [number, number]> = { bold: [1, 22], dim: [2, 22] }
// biome-ignore lint/suspicious/noControlCharactersInRegex: the codes above, which stay, and whatever else a terminal obeys
const OWN_STYLE_OR_CONTROL = /(\u001b\[(?:1|2|22)m)|[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g

/**
 * Words of others must not move the cursor, change colours or write to the clipboard of whoever reads them. Ends of lines
 * stay, and the styles of this file.
 */
export function withoutControls(text: string): string {
  return text.replace(OWN_STYLE_OR_CONTROL, (_found, own: string | undefined) => own ?? ' ')
}

export function styled(terminal: Pick<Terminal, 'colour'>, style: Style, text: string): string {
  const [on, off] = CODES[style]
  const plain = withoutControls(text)
  return terminal.colour && plain !== '' ? `\u001b[${on}m${plain}\u001b[${off}m` : plain
}

/** Breaks at spaces; a word longer than a line stays whole. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of withoutControls(text)
    .split(/\s+/)
    .filter((one) => one !== '')) {
    if (line !== '' && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}

export function paragraph(terminal: Terminal, text: string, indent = 0): void {
  for (const line of wrap(text, terminal.width - indent)) terminal.out(' '.repeat(indent) + line)
}

/** A remark beside the result. */
export function remark(terminal: Terminal, text: string): void {
  for (const line of wrap(text, terminal.width)) terminal.out(styled(terminal, 'dim', line))
}

export function heading(terminal: Terminal, text: string): void {
  terminal.out('')
  terminal.out(styled(terminal, 'bold', text))
}

/** One item per paragraph, with a sign in front and the rest aligned. */
export function bullets(terminal: Terminal, items: readonly string[]): void {
  for (const item of items) {
    const [first = '', ...rest] = wrap(item, terminal.width - 4)
    terminal.out(`  - ${first}`)
    for (const line of rest) terminal.out(`    ${line}`)
  }
}

/** Columns as wide as their content; when that is too wide for the terminal, the last one wraps. */
export function table(
  terminal: Terminal,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  if (rows.length === 0) return
  const widths = header.map((title, column) =>
    Math.max(lengthOf(title), ...rows.map((row) => lengthOf(row[column] ?? ''))),
  )
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 0)
  const last = Math.max(12, Math.min(widths.at(-1) ?? 0, terminal.width - before))
  if (header.some((title) => title !== '')) terminal.out(styled(terminal, 'dim', lineOf(header, widths)))
  for (const row of rows) {
    const [first = '', ...rest] = wrap(row.at(-1) ?? '', last)
    terminal.out(lineOf([...row.slice(0, -1), first], widths))
    for (const line of rest) terminal.out(' '.repeat(before) + line)
  }
}

function lineOf(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell) => withoutControls(cell).replaceAll('\n', ' '))
    .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - lengthOf(cell))))
    .join('  ')
    .trimEnd()
}

function lengthOf(text: string): number {
  return [...text].length
}
