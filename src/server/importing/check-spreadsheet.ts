// Looks at the parts of a workbook before a library does: no entities, no sheet without end, no cell far away.

import { IMPORT_LIMITS } from '../../core/importing/import-limits.ts'
import type { ImportProblem } from '../../core/importing/import-source.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { BYTE_LIMITS } from './byte-limits.ts'

/** What a sheet's cells reach to, and how many there are. */
export interface SheetExtent {
  rows: number
  columns: number
  cells: number
}

/** XML that declares anything of its own could name files or multiply itself; no spreadsheet program writes such. */
export function declaresEntities(xml: string): boolean {
  return /<!(?:doctype|entity)/i.test(xml)
}

/** One byte a character, so that a large part stays as large as it is; what is looked for is ASCII. */
export function asciiOf(bytes: Uint8Array): Result<string, 'utf-16'> {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return wide || bytes[1] === 0
    ? fail('utf-16')
    : succeed(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
}

/** Null where an address is none: then nobody can say how far the sheet reaches. */
export function extentOf(xml: string): SheetExtent | null {
  const extent: SheetExtent = { rows: 0, columns: 0, cells: 0 }
  let rowsWithout = 0
  let inRow = 0
  for (const [, tag, attributes = ''] of xml.matchAll(/<(?:\w+:)?(c|row)(?=[\s/>])([^>]*)>/g)) {
    const address = /(?:^|\s)r\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1]
    if (tag === 'row') {
      inRow = 0
      rowsWithout += 1
      if (address !== undefined && !/^\d{1,7}$/.test(address)) return null
      extent.rows = Math.max(extent.rows, address === undefined ? rowsWithout : Number(address))
      rowsWithout = Math.max(rowsWithout, address === undefined ? 0 : Number(address))
    } else {
      extent.cells += 1
      inRow += 1
      const parts = address === undefined ? null : /^([A-Z]{1,3})(\d{1,7})$/.exec(address)
      if (address !== undefined && parts === null) return null
      if (parts !== null) extent.rows = Math.max(extent.rows, Number(parts[2]))
      extent.columns = Math.max(extent.columns, parts === null ? inRow : columnOf(parts[1] ?? ''))
    }
    if (extent.cells > IMPORT_LIMITS.cells * 2) break
  }
  return extent
}

/** A is 1. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** The first limit that the sheets break together; null where they keep to all of them. */
export function excessOf(
  path: string,
  sheets: { sheet: string; extent: SheetExtent }[],
): ImportProblem | null {
  const far = sheets.find(
    ({ extent }) => extent.rows > BYTE_LIMITS.rows || extent.columns > BYTE_LIMITS.columns,
  )
  if (far !== undefined)
    return {
      place: { path, sheet: far.sheet },
      message: `The sheet reaches to row ${far.extent.rows} and column ${far.extent.columns}; at most ${BYTE_LIMITS.rows} rows and ${BYTE_LIMITS.columns} columns are read.`,
      mend: 'Something stands far away from the table, if only a format. Copy the table into a new sheet.',
    }
  const total = sheets.reduce((sum, { extent }) => sum + extent.cells, 0)
  const area = sheets.reduce((sum, { extent }) => sum + extent.rows * extent.columns, 0)
  if (total <= IMPORT_LIMITS.cells && area <= BYTE_LIMITS.area) return null
  return {
    place: { path },
    message: `The sheets hold more than ${IMPORT_LIMITS.cells} cells, or reach over more than ${BYTE_LIMITS.area}.`,
    mend: 'Bring only the sheets that hold the framework.',
  }
}
