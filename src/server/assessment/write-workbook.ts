// Writes the sheets of a workbook as an XLSX file.
import type { Sheet as FileSheet } from 'write-excel-file/node'
import { contrastOf } from '../../core/framework/colour.ts'
import { couldRun } from '../../core/framework-export/inert-text.ts'
import type { Sheet, SheetCell } from '../../core/framework-export/sheet.ts'

const BLACK = '#1d1d1b'
const WHITE = '#ffffff'
const QUIET = '#77756e'
const BASE_SIZE = 11
const QUIET_SIZE = 8

/** Words are typed as text and never run, whatever they begin with. */
export async function writeWorkbook(sheets: Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded late: it is eighty files, and nearly every start needs none of them.
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const buffer = await writeXlsxFile(sheets.map(fileSheet), { fontSize: BASE_SIZE }).toBuffer()
  return new Uint8Array(buffer)
}

function fileSheet(sheet: Sheet): FileSheet<Buffer> {
  return {
    sheet: sheet.name,
    columns: sheet.columns.map((width) => ({ width })),
    stickyRowsCount: sheet.frozenRows,
    stickyColumnsCount: sheet.frozenColumns,
    orientation: 'landscape',
    data: sheet.rows.map((row) => row.map(fileCell)),
  }
}

function fileCell(cell: SheetCell | null): NonNullable<FileSheet<Buffer>['data'][number]>[number] {
  if (cell === null) return null
  const style = {
    alignVertical: 'top' as const,
    wrap: true,
    ...(cell.bold === true ? { fontWeight: 'bold' as const } : {}),
    ...(cell.centred === true ? { align: 'center' as const } : {}),
    ...(cell.size === undefined ? {} : { fontSize: cell.size, wrap: false }),
    ...(cell.quiet === true ? { fontSize: QUIET_SIZE, textColor: QUIET } : {}),
    ...(cell.fill === undefined ? {} : { backgroundColor: cell.fill }),
    ...(cell.fill === undefined || cell.quiet === true ? {} : { textColor: inkOn(cell.fill) }),
  }
  if (typeof cell.value === 'number') return { value: cell.value, type: Number, ...style }
  // A cell without words still has its colour.
  if (cell.value === '') return { ...style }
  // Stays text when somebody edits it; only where needed, because older programs show long text so marked as "####".
  return { value: cell.value, type: String, ...(couldRun(cell.value) ? { format: '@' } : {}), ...style }
}

function inkOn(fill: string): string {
  return contrastOf(WHITE, fill) >= contrastOf(BLACK, fill) ? WHITE : BLACK
}
