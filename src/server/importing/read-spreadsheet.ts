// Reads a workbook (.xlsx) into tables, after its parts were unpacked within limits and looked at.
import { zipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import type { ImportProblem, ImportSource, Merge } from '../../core/importing/import-source.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { BYTE_LIMITS } from './byte-limits.ts'
import { asciiOf, declaresEntities, excessOf, extentOf, type SheetExtent } from './check-spreadsheet.ts'
import { unpack, type ZipEntry } from './read-zip.ts'

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
/** What tables are read from; pictures, charts and settings of printers are not even unpacked. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?[^/]+\.(?:xml|rels)|xl\/worksheets\/[^/]+\.xml)$/

export function isWorkbook(entries: readonly ZipEntry[]): boolean {
  return entries.some((entry) => entry.path === WORKBOOK)
}

interface Sheet {
  sheet: string
  part: string
}

export async function readSpreadsheet(
  path: string,
  entries: readonly ZipEntry[],
): Promise<Result<ImportSource[], ImportProblem>> {
  const budget = { bytes: BYTE_LIMITS.workbook, most: BYTE_LIMITS.workbook }
  const parts = new Map<string, Uint8Array>()
  for (const entry of entries.filter(({ path: name }) => NEEDED.test(name))) {
    const content = unpack(path, entry, budget)
    if (!content.ok) return content
    parts.set(entry.path, content.value)
  }
  const merges = new Map<string, Merge[]>()
  const refused = checkParts(path, parts, merges)
  if (refused !== null) return fail(refused)
  // Packed anew from what was checked: a library that reads an archive in another way finds nothing else in it.
  const checked = Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }).buffer)
  parts.clear()
  try {
    const sheets = await readXlsxFile(checked)
    return succeed(
      sheets.map(({ sheet, data }) => ({
        kind: 'table',
        path,
        sheet,
        rows: data.map((row) => row.map(textOf)),
        merges: merges.get(sheet) ?? [],
      })),
    )
  } catch (error) {
    const said = error instanceof Error ? error.message.slice(0, 200) : 'unknown'
    return fail({
      place: { path },
      message: `The workbook cannot be read: ${said}`,
      mend: 'Open it in a spreadsheet program and save it again as .xlsx, or as .csv.',
    })
  }
}

/** Fills in which cells of which sheet are merged. */
function checkParts(
  path: string,
  parts: ReadonlyMap<string, Uint8Array>,
  merges: Map<string, Merge[]>,
): ImportProblem | null {
  const strange = (what: string): ImportProblem => ({
    place: { path },
    message: `The workbook holds ${what}, which spreadsheet programs do not write.`,
    mend: 'Open it in a spreadsheet program and save it again as .xlsx, or as .csv.',
  })
  const texts = new Map<string, string>()
  for (const [name, bytes] of parts) {
    const text = asciiOf(bytes)
    if (!text.ok) return strange('a part in another alphabet than UTF-8')
    if (declaresEntities(text.value)) return strange('declarations of its own (a DTD)')
    if (name === WORKBOOK || name === RELATIONS) texts.set(name, Buffer.from(bytes).toString('utf8'))
  }
  const sheets = sheetsOf(texts.get(WORKBOOK) ?? '', texts.get(RELATIONS) ?? '')
  const extents: { sheet: string; extent: SheetExtent }[] = []
  for (const [name, bytes] of parts) {
    if (!name.startsWith('xl/worksheets/')) continue
    const text = asciiOf(bytes)
    const sheet = sheets.find(({ part }) => part === name)?.sheet ?? name
    const extent = text.ok ? extentOf(text.value) : null
    if (extent === null) return strange('cells whose address is none')
    extents.push({ sheet, extent })
    if (text.ok) merges.set(sheet, mergesOf(text.value))
  }
  return excessOf(path, extents)
}

function sheetsOf(workbook: string, relations: string): Sheet[] {
  const targets = new Map<string, string>()
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g))
    targets.set(attribute(tag, 'Id') ?? '', attribute(tag, 'Target') ?? '')
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => {
    const target = targets.get(attribute(tag, '(?:\\w+:)?id') ?? '') ?? ''
    return {
      sheet: plain(attribute(tag, 'name') ?? ''),
      part: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    }
  })
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((one) => one !== undefined)
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plain(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    if (name !== undefined) return ENTITIES[name] ?? whole
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

function mergesOf(xml: string): Merge[] {
  const merges: Merge[] = []
  for (const [, left = '', top, right = '', bottom] of xml.matchAll(
    /<(?:\w+:)?mergeCell\s[^>]*ref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/g,
  )) {
    const column = (letters: string) =>
      [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    merges.push({
      top: Number(top) - 1,
      left: column(left),
      bottom: Number(bottom) - 1,
      right: column(right),
    })
  }
  return merges
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return String(value)
}
