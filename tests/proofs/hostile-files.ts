// Files that want to break whoever reads them: bombs, endless tables, half-written archives, wrong names.
import { strToU8, zipSync } from 'fflate'

export interface HostileFile {
  /** What it is, as a person would say it. */
  what: string
  name: string
  bytes: Uint8Array
  /** What the answer must say, in lower case. */
  says: RegExp
}

const MEGABYTE = 1024 * 1024
const CONTENT_TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
const WORKBOOK = `<workbook xmlns:r="r"><sheets><sheet name="Ladder" sheetId="1" r:id="rId1"/></sheets></workbook>`
const RELATIONS = `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`

/** A workbook with this sheet and, if any, these shared strings. */
function workbook(sheet: Uint8Array, more: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(CONTENT_TYPES),
    'xl/workbook.xml': strToU8(WORKBOOK),
    'xl/_rels/workbook.xml.rels': strToU8(RELATIONS),
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  })
}

function sheetOf(rows: string): Uint8Array {
  return strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`)
}

/** One line repeated: it packs to a thousandth. */
function repeated(text: string, bytes: number): Uint8Array {
  const unit = strToU8(text)
  const whole = new Uint8Array(bytes)
  for (let at = 0; at < bytes; at += unit.length) whole.set(unit.subarray(0, bytes - at), at)
  return whole
}

/** `scale` from 0.01 for every day to 1 for a release: bombs unpack to 70 MB, or to 300. */
export function hostileFiles(scale: number): HostileFile[] {
  const large = Math.max(70, Math.ceil(300 * scale)) * MEGABYTE
  const ladder = 'Skill,Engineer,Staff Engineer\nTesting,2,3\n'
  const whole = zipSync({ 'ladder.csv': strToU8(ladder) })
  return [
    {
      what: 'a workbook with one cell at the far end of a sheet',
      name: 'sparse.xlsx',
      bytes: workbook(sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
      says: /reaches to row 1048576/,
    },
    {
      what: 'a workbook that unpacks to gigabytes',
      name: 'bomb.xlsx',
      bytes: workbook(repeated('<row><c><v>1</v></c></row>', large)),
      says: /holds more than 32 mb/,
    },
    {
      what: 'a workbook of more cells than anybody reads',
      name: 'cells.xlsx',
      bytes: workbook(sheetOf(`<row>${'<c><v>1</v></c>'.repeat(900)}</row>`.repeat(300))),
      says: /more than 200000 cells/,
    },
    {
      what: 'a workbook whose XML multiplies itself',
      name: 'entities.xlsx',
      bytes: workbook(
        strToU8(
          `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'
            .split('')
            .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`)
            .join('')}]><worksheet><sheetData><row><c><v>&j;</v></c></row></sheetData></worksheet>`,
        ),
      ),
      says: /declarations of its own/,
    },
    {
      what: 'an archive that unpacks to gigabytes',
      name: 'bomb.zip',
      bytes: zipSync({ 'ladder.csv': repeated(ladder, large) }),
      says: /holds more than 64 mb/,
    },
    {
      what: 'an archive of thousands of files',
      name: 'many.zip',
      bytes: zipSync(
        Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`${n}.csv`, strToU8(ladder)])),
      ),
      says: /holds 3000 files/,
    },
    {
      what: 'an archive inside an archive',
      name: 'nested.zip',
      bytes: zipSync({ 'inner.zip': zipSync({ 'inner.zip': whole }) }),
      says: /holds nothing that can be read/,
    },
    {
      what: 'YAML whose aliases multiply themselves',
      name: 'aliases.zip',
      bytes: zipSync({
        'framework.yaml': strToU8(aliasBomb()),
        'roles.yaml': strToU8('roles:\n  - id: engineer\n    name: Engineer\n    path: ic\n'),
      }),
      says: /names for repeated values more than 20 times/,
    },
    {
      what: 'brackets without end',
      name: 'deep.json',
      bytes: strToU8('['.repeat(200_000)),
      says: /./,
    },
    {
      what: 'a table of one line without end',
      name: 'line.csv',
      bytes: strToU8(`Skill,${'Engineer,'.repeat(400_000)}`),
      says: /columns|cells/,
    },
    {
      what: 'an archive of which the second half is missing',
      name: 'half.zip',
      bytes: whole.subarray(0, Math.floor(whole.length / 2)),
      says: /damaged or was only half written/,
    },
    {
      what: 'a workbook of which the second half is missing',
      name: 'half.xlsx',
      bytes: workbook(sheetOf('<row><c><v>1</v></c></row>')).subarray(0, 300),
      says: /damaged or was only half written/,
    },
    {
      what: 'a PDF that is called a spreadsheet',
      name: 'ladder.xlsx',
      bytes: strToU8('%PDF-1.7\n%âãÏÓ\n1 0 obj'),
      says: /this is a pdf/,
    },
    {
      what: 'an old workbook that is called a table',
      name: 'ladder.csv',
      bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      says: /an old \.xls/,
    },
  ]
}

/** Each line means ten of the one before: ten lines, ten thousand million words. */
function aliasBomb(): string {
  const lines = ['a0: &a0 [x,x,x,x,x,x,x,x,x,x]']
  for (let line = 1; line < 10; line += 1)
    lines.push(`a${line}: &a${line} [${Array.from({ length: 10 }, () => `*a${line - 1}`).join(',')}]`)
  return `id: bomb\nname: Bomb\n${lines.join('\n')}\nscale: *a9\ngroups: *a9\npaths: *a9\n`
}
