// Reads comma-separated text into rows with their lines (RFC 4180), and goes on after a fault.

export interface CsvRow {
  line: number
  cells: string[]
}

interface CsvFault {
  line: number
  message: string
  mend: string
}

interface Reading {
  text: string
  delimiter: string
  /** The end of a value that was in quotes. */
  ending: RegExp
  at: number
  line: number
  faults: CsvFault[]
}

/**
 * Rows that hold anything, cells trimmed; line ends must be `\n`, and `delimiter` is one character. Written here because csv-parse brings the types
 * of Node into code that also runs in a browser, and stops at the first fault.
 */
export function readCsv(text: string, delimiter = ','): { rows: CsvRow[]; faults: CsvFault[] } {
  const ending = new RegExp(`[\\n\\${delimiter}]`)
  const reading: Reading = { text, delimiter, ending, at: 0, line: 1, faults: [] }
  const rows: CsvRow[] = []
  while (reading.at < text.length) {
    const line = reading.line
    const cells = readRow(reading)
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells })
  }
  return { rows, faults: reading.faults }
}

function readRow(reading: Reading): string[] {
  const cells: string[] = []
  for (;;) {
    cells.push(readCell(reading))
    const next = reading.text[reading.at]
    reading.at++
    if (next !== reading.delimiter) {
      reading.line++
      return cells
    }
  }
}

/** Ends on the comma, the line end, or the end of the text. */
function readCell(reading: Reading): string {
  const { text, at, delimiter } = reading
  const start = text.slice(at, at + 20).search(delimiter === '\t' ? /[^ ]/ : /[^ \t]/)
  if (start >= 0 && text[at + start] === '"') return readQuoted(reading, at + start)
  let end = at
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++
  reading.at = end
  return text.slice(at, end).trim()
}

function readQuoted(reading: Reading, opening: number): string {
  const { text } = reading
  const startLine = reading.line
  let at = opening + 1
  let value = ''
  for (;;) {
    const closing = text.indexOf('"', at)
    if (closing < 0) return unclosed(reading, opening, startLine)
    value += text.slice(at, closing)
    at = closing + 1
    if (text[at] !== '"') break
    value += '"'
    at++
  }
  reading.line += value.split('\n').length - 1
  const rest = reading.ending.exec(text.slice(at))
  const end = rest === null ? text.length : at + rest.index
  if (text.slice(at, end).trim() !== '') {
    reading.faults.push({
      line: reading.line,
      message: 'There is text behind a closing quote.',
      mend: 'Put the whole value in quotes, or none of it.',
    })
  }
  reading.at = end
  return value.trim()
}

/** Takes the rest of the line as it is, so that the rows below still count. */
function unclosed(reading: Reading, opening: number, line: number): string {
  reading.faults.push({
    line,
    message: 'A quote is opened and never closed.',
    mend: 'Close it, or remove it.',
  })
  const lineEnd = reading.text.indexOf('\n', opening)
  const end = lineEnd < 0 ? reading.text.length : lineEnd
  const cell = reading.text.slice(opening + 1, end)
  const comma = cell.indexOf(reading.delimiter)
  reading.at = comma < 0 ? end : opening + 1 + comma
  return (comma < 0 ? cell : cell.slice(0, comma)).trim()
}
