// Says what a file is by its first bytes, whatever its name ends in.
import type { ImportProblem } from '../../core/importing/import-source.ts'
import { fail, type Result, succeed } from '../../core/result.ts'

const SAVE_AS =
  'Open it in the program that made it and save it as .xlsx or .csv, or copy the table and paste it here.'

/** Files that cannot be read, with their first bytes in hex, and what helps. */
const OTHERS: { begins: string; what: string; mend: string }[] = [
  {
    begins: 'd0cf11e0a1b11ae1',
    what: 'an old .xls or .doc file, or a workbook with a password',
    mend: 'Save it as .xlsx without a password, or as .csv.',
  },
  {
    begins: '25504446',
    what: 'a PDF',
    mend: 'A PDF does not say what is a table. Bring the file it was made from, or copy the table and paste it.',
  },
  { begins: '89504e47', what: 'a picture', mend: 'Bring the table itself, not a picture of it.' },
  { begins: 'ffd8ff', what: 'a picture', mend: 'Bring the table itself, not a picture of it.' },
  { begins: '47494638', what: 'a picture', mend: 'Bring the table itself, not a picture of it.' },
  { begins: '1f8b', what: 'a gzip archive', mend: 'Unpack it first, or make a zip archive.' },
  { begins: '377abcaf271c', what: 'a 7z archive', mend: 'Unpack it first, or make a zip archive.' },
  { begins: '526172211a07', what: 'a rar archive', mend: 'Unpack it first, or make a zip archive.' },
  { begins: '7b5c727466', what: 'a text of a word processor (RTF)', mend: SAVE_AS },
]

const ZIP = ['504b0304', '504b0506']

export type BytesKind = 'zip' | 'text'

export function recogniseBytes(path: string, bytes: Uint8Array): Result<BytesKind, ImportProblem> {
  const place = { path }
  if (bytes.length === 0)
    return fail({ place, message: 'The file is empty.', mend: 'Save it again, then bring it once more.' })
  const first = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  if (ZIP.some((begins) => first.startsWith(begins))) return succeed('zip')
  const other = OTHERS.find(({ begins }) => first.startsWith(begins))
  return other === undefined
    ? succeed('text')
    : fail({ place, message: `This is ${other.what}, which cannot be read.`, mend: other.mend })
}
