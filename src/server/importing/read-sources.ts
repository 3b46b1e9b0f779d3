// From the bytes of a file to what an import reads: texts, and tables of a workbook; archives are opened.
import type { ImportProblem, ImportSource, Loss } from '../../core/importing/import-source.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { BYTE_LIMITS } from './byte-limits.ts'
import { decodeText } from './decode-text.ts'
import { isWorkbook, readSpreadsheet } from './read-spreadsheet.ts'
import { listZip, unpack, type ZipEntry } from './read-zip.ts'
import { recogniseBytes } from './recognise-bytes.ts'

export interface ReadSources {
  sources: ImportSource[]
  /** Files of an archive that were passed over. */
  losses: Loss[]
}

const MARKS_OF_OTHERS: [string, string][] = [
  ['word/document.xml', 'a Word document'],
  ['ppt/presentation.xml', 'a PowerPoint presentation'],
  ['mimetype', 'an OpenDocument file'],
  ['Index/Document.iwa', 'a Numbers or Pages document'],
]
/** What operating systems put into archives by themselves. */
const BY_THE_WAY = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/

/** Recognised by content; `path` is for showing only. */
export async function readSources(
  path: string,
  bytes: Uint8Array,
): Promise<Result<ReadSources, ImportProblem>> {
  const kind = recogniseBytes(path, bytes)
  if (!kind.ok) return kind
  if (kind.value === 'text') {
    const text = decodeText(path, bytes)
    return text.ok ? succeed({ sources: [{ kind: 'text', path, text: text.value }], losses: [] }) : text
  }
  const entries = listZip(path, bytes)
  if (!entries.ok) return entries
  if (isWorkbook(entries.value)) {
    const sources = await readSpreadsheet(path, entries.value)
    return sources.ok ? succeed({ sources: sources.value, losses: [] }) : sources
  }
  const other = MARKS_OF_OTHERS.find(([mark]) => entries.value.some((entry) => entry.path === mark))
  if (other !== undefined)
    return fail({
      place: { path },
      message: `This is ${other[1]}, which cannot be read.`,
      mend: 'Save the table as .xlsx or .csv, or copy it and paste it here.',
    })
  return readArchive(path, entries.value)
}

/** Texts and workbooks in an archive; an archive in an archive stays closed. */
async function readArchive(
  path: string,
  entries: readonly ZipEntry[],
): Promise<Result<ReadSources, ImportProblem>> {
  const budget = { bytes: BYTE_LIMITS.unpacked, most: BYTE_LIMITS.unpacked }
  const read: ReadSources = { sources: [], losses: [] }
  for (const entry of entries.filter((one) => !BY_THE_WAY.test(one.path))) {
    const content = unpack(path, entry, budget)
    if (!content.ok) return content
    const sources = await sourcesOfEntry(entry.path, content.value)
    if (sources.ok) read.sources.push(...sources.value)
    else read.losses.push({ place: { path: entry.path }, what: 'The file', why: sources.failure.message })
  }
  if (read.sources.length > 0) return succeed(read)
  return fail({
    place: { path },
    message: 'The archive holds nothing that can be read.',
    mend: 'Pack a framework’s folder, tables (.xlsx, .csv) or pages (.md, .html).',
  })
}

async function sourcesOfEntry(
  path: string,
  bytes: Uint8Array,
): Promise<Result<ImportSource[], ImportProblem>> {
  const kind = recogniseBytes(path, bytes)
  if (!kind.ok) return kind
  if (kind.value === 'text') {
    const text = decodeText(path, bytes)
    return text.ok ? succeed([{ kind: 'text', path, text: text.value }]) : text
  }
  const entries = listZip(path, bytes)
  if (!entries.ok) return entries
  if (isWorkbook(entries.value)) return readSpreadsheet(path, entries.value)
  return fail({ place: { path }, message: 'It is an archive inside an archive.', mend: 'Unpack it first.' })
}
