// Makes a file of a framework: the folder, one JSON, a long table, a workbook or a document.
import { zipSync } from 'fflate'
import type { Framework } from '../../core/framework/framework.ts'
import { writeFrameworkJson } from '../../core/framework-export/framework-envelope.ts'
import type { FrameworkForm } from '../../core/framework-export/framework-forms.ts'
import { workbookSheets } from '../../core/framework-export/workbook.ts'
import { writeMarkdownDocument } from '../../core/framework-export/write-document.ts'
import { writeFrameworkFolder } from '../../core/framework-export/write-folder.ts'
import { writeLongCsv } from '../../core/framework-export/write-long-csv.ts'
import { writeWorkbook } from '../assessment/write-workbook.ts'

export interface FrameworkFile {
  bytes: Uint8Array<ArrayBuffer>
  /** Media type. */
  type: string
  /** Such as `skillmap-1.0.xlsx`. */
  name: string
}

interface Form {
  type: string
  ending: string
  write(framework: Framework): Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>
}

/** The earliest moment that a zip archive can name: the same framework gives the same bytes on every day. */
const NO_TIME = new Date(1980, 0, 1)

const FORMS: Record<FrameworkForm, Form> = {
  folder: { type: 'application/zip', ending: 'zip', write: zippedFolder },
  json: {
    type: 'application/json; charset=utf-8',
    ending: 'json',
    write: (framework) => encoded(writeFrameworkJson(framework)),
  },
  csv: {
    type: 'text/csv; charset=utf-8',
    ending: 'csv',
    write: (framework) => encoded(writeLongCsv(framework)),
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
    write: (framework) => writeWorkbook(workbookSheets(framework)),
  },
  markdown: {
    type: 'text/markdown; charset=utf-8',
    ending: 'md',
    write: (framework) => encoded(writeMarkdownDocument(framework)),
  },
}

export async function exportFramework(framework: Framework, form: FrameworkForm): Promise<FrameworkFile> {
  const { type, ending, write } = FORMS[form]
  return { bytes: await write(framework), type, name: `${fileName(framework)}.${ending}` }
}

function zippedFolder(framework: Framework): Uint8Array<ArrayBuffer> {
  const files = writeFrameworkFolder(framework).map(({ path, text }) => [
    `${framework.id}/${path}`,
    encoded(text),
  ])
  return new Uint8Array(zipSync(Object.fromEntries(files), { mtime: NO_TIME }))
}

function encoded(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

/** Plain letters only: the name travels in a header and ends up on every kind of disk. */
function fileName({ id, version }: Framework): string {
  const label = version.replaceAll(/[^A-Za-z0-9.]+/g, '-').replaceAll(/^[-.]+|[-.]+$/g, '')
  return label === '' ? id : `${id}-${label}`
}
