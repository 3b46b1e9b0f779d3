// The sheet of a workbook that keeps the whole framework, so that nothing is lost between writing and bringing it back.
import type { Framework } from '../framework/framework.ts'
import { frameworkEnvelope } from './framework-envelope.ts'
import { head, type Sheet, type SheetRow } from './sheet.ts'

/** What stands in the first cell. */
const MARK = 'Skillmap workbook'
const VERSION = 1
const WORDS =
  'This sheet keeps what the others have no room for. Leave it as it is and edit the others: when the workbook is brought back, what was changed there counts.'
/** In characters; the most that a spreadsheet takes in one cell is 32,767. */
const PIECE = 30_000
const FIRST_PIECE = 3

/** Each piece stands between two bars, because spreadsheets and their readers cut spaces at the ends of a cell. */
export function wholeSheet(framework: Framework, name: string): Sheet {
  const json = inAnyCell(JSON.stringify(frameworkEnvelope(framework)))
  const pieces = Array.from({ length: Math.ceil(json.length / PIECE) }, (_, index) =>
    json.slice(index * PIECE, (index + 1) * PIECE),
  )
  const rows: SheetRow[] = [
    head([MARK, `version ${VERSION}`]),
    [{ value: WORDS, size: 11 }],
    [],
    ...pieces.map(
      (piece, index): SheetRow => [
        { value: index + 1, quiet: true, size: 8 },
        { value: `|${piece}|`, quiet: true, size: 8 },
      ],
    ),
  ]
  return { name, columns: [20, 60], frozenRows: 0, frozenColumns: 0, rows }
}

export function isWholeSheet(rows: readonly (readonly string[])[]): boolean {
  return rows[0]?.[0]?.trim() === MARK
}

/** The JSON that the sheet keeps, in whatever order its rows are now; undefined where it is not whole. */
export function wholeTextIn(rows: readonly (readonly string[])[]): string | undefined {
  const pieces = rows
    .slice(FIRST_PIECE)
    .map(([number = '', piece = '']) => ({ number: Number(number), piece }))
    .filter(({ number, piece }) => Number.isInteger(number) && number > 0 && piece !== '')
    .sort((a, b) => a.number - b.number)
  const isWhole = pieces.every(({ number, piece }, index) => number === index + 1 && /^\|.*\|$/s.test(piece))
  return isWhole && pieces.length > 0 ? pieces.map(({ piece }) => piece.slice(1, -1)).join('') : undefined
}

/**
 * XML has no place for some characters, and "_x0041_" in a cell is an "A" (Office Open XML, ST_Xstring). In JSON all of
 * them can be written in other words. Nothing outside ASCII stays, so that no piece ends inside a character.
 */
function inAnyCell(json: string): string {
  return json
    .replaceAll('_x', '\\u005fx')
    .replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
