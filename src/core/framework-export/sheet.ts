// What a sheet of a workbook is made of, without a word about the file it ends up in.

export interface SheetCell {
  value: string | number
  bold?: boolean
  /** Small and grey: for ids, which people seldom read and programs need. */
  quiet?: boolean
  centred?: boolean
  /** Background as #rrggbb; the writer picks black or white words to suit. */
  fill?: string
  /** In points. */
  size?: number
}

export type SheetRow = (SheetCell | null)[]

export interface Sheet {
  name: string
  /** Widths in characters. */
  columns: number[]
  frozenRows: number
  frozenColumns: number
  rows: SheetRow[]
}

/** The most that a spreadsheet takes in one cell is 32,767 characters. */
const LONGEST_CELL = 32_000

export function words(text: string): SheetCell | null {
  // XML has no place for these two, and a workbook is XML.
  const clean = text.replace(/[\ufffe\uffff]/g, '')
  if (clean === '') return null
  return { value: clean.length > LONGEST_CELL ? `${clean.slice(0, LONGEST_CELL)}…` : clean }
}

export function label(text: string): SheetCell {
  return { value: text, bold: true }
}

export function head(titles: string[]): SheetRow {
  return titles.map((value) => ({ value, bold: true, fill: '#e8e6df' }))
}

export function idCell(id: string): SheetCell {
  return { value: id, quiet: true }
}

/** One entry to a line, with a dot in front where there are several. */
export function listed(entries: string[]): SheetCell | null {
  return words(entries.length > 1 ? entries.map((entry) => `• ${entry}`).join('\n') : (entries[0] ?? ''))
}

const LONGEST_NAME = 31

/** A name for each sheet: allowed characters, short enough, and none twice (whatever case) or already taken. */
export function sheetNames(wanted: string[], taken: string[]): string[] {
  const used = new Set([...taken, 'History'].map((name) => name.toLowerCase()))
  return wanted.map((name) => {
    const clean = name
      .replace(/[\\/?*[\]:\ufffe\uffff]/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[' ]+|[' ]+$/g, '')
    const base = clean === '' ? 'Group' : clean
    let candidate = base.slice(0, LONGEST_NAME).trim()
    for (let count = 2; used.has(candidate.toLowerCase()); count++) {
      const ending = ` ${count}`
      candidate = `${base.slice(0, LONGEST_NAME - ending.length).trim()}${ending}`
    }
    used.add(candidate.toLowerCase())
    return candidate
  })
}
