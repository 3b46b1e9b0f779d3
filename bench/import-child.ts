// How much memory and time the process takes that reads what somebody brings, at the limits and beyond them.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import writeXlsxFile from 'write-excel-file/node'
import type { Figure } from './figure.ts'
import { projectRoot } from './running-server.ts'

const importing = join(projectRoot, 'build', 'server', 'importing')
const MEGABYTE = 1024 * 1024

interface Limits {
  upload: number
  workbook: number
  unpacked: number
  milliseconds: number
  heapMegabytes: number
}

const limitsOfBuild = async (): Promise<Limits> =>
  ((await import(join(importing, 'byte-limits.js'))) as { BYTE_LIMITS: Limits }).BYTE_LIMITS

interface Taken {
  megabytes: number
  seconds: number
}

/** The largest resident set that Linux saw; null where there is no /proc. */
function residentMegabytes(pid: number): number | null {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return peak === undefined ? null : Number(peak) / 1024
  } catch {
    return null
  }
}

/** Started as the server starts it, and ended as the server ends it. */
function readOne(file: string, limits: Limits): Promise<Taken | null> {
  const began = performance.now()
  const task = JSON.stringify({ task: 'import', file, name: 'file', choices: null })
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${limits.heapMegabytes}`,
      '--max-semi-space-size=4',
      join(importing, 'reading-process.js'),
      task,
    ],
    { env: {}, stdio: ['ignore', 'ignore', 'ignore'] },
  )
  let most = 0
  let isKnown = false
  const look = setInterval(() => {
    const now = residentMegabytes(child.pid ?? 0)
    isKnown ||= now !== null
    most = Math.max(most, now ?? 0)
  }, 10)
  const late = setTimeout(() => child.kill('SIGKILL'), limits.milliseconds)
  return new Promise((resolve) => {
    child.on('close', () => {
      clearInterval(look)
      clearTimeout(late)
      const seconds = (performance.now() - began) / 1000
      resolve(isKnown ? { megabytes: most, seconds } : null)
    })
  })
}

/** A workbook of 100,000 cells with words, which is a large one. */
async function largeWorkbook(): Promise<Uint8Array> {
  const rows = Array.from({ length: 400 }, (_, row) =>
    Array.from({ length: 250 }, (__, column) => ({
      value: column === 0 ? `Skill ${row}` : row === 0 ? `Role ${column}` : String((row + column) % 5),
      type: String,
    })),
  )
  return writeXlsxFile(rows, { sheet: 'Ladder' }).toBuffer()
}

export async function measureImportChild(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'skillmap-bench-'))
  try {
    const limits = await limitsOfBuild()
    const measure = async (bytes: Uint8Array) => {
      const file = join(folder, 'file')
      writeFileSync(file, bytes)
      return readOne(file, limits)
    }
    const large = await measure(await largeWorkbook())
    const hostile: Taken[] = []
    for (const bytes of heavyFiles(limits)) {
      const taken = await measure(bytes)
      if (taken !== null) hostile.push(taken)
    }
    const most = (of: (taken: Taken) => number) =>
      hostile.length === 0 ? null : Math.max(...hostile.map(of))
    const note = large === null ? 'no /proc here' : `${hostile.length} files at the limits`
    return [
      figure('import: memory, 100,000 cells', large?.megabytes ?? null, 'MB', 256, ''),
      figure('import: time, 100,000 cells', large?.seconds ?? null, 's', 10, ''),
      figure(
        'import: memory, the heaviest file',
        most((taken) => taken.megabytes),
        'MB',
        256,
        note,
      ),
      figure(
        'import: time, the heaviest file',
        most((taken) => taken.seconds),
        's',
        10.5,
        note,
      ),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As heavy as the limits let through, and one that they do not. */
function heavyFiles(limits: Limits): Uint8Array[] {
  const ladder = 'Skill,Engineer,Staff Engineer\nTesting,2,3\n'
  const cell = '<row><c t="inlineStr"><is><t>a few words in a cell</t></is></c></row>'
  return [
    workbook(
      `<worksheet><sheetData>${repeated(cell, limits.workbook - 5 * MEGABYTE)}</sheetData></worksheet>`,
    ),
    workbook('<worksheet><sheetData><row r="99999"><c r="J99999"><v>1</v></c></row></sheetData></worksheet>'),
    zipSync({ 'ladder.csv': strToU8(repeated(ladder, limits.unpacked - MEGABYTE)) }),
    zipSync({ 'ladder.csv': strToU8(repeated(ladder, limits.unpacked * 3)) }),
    noise(limits.upload),
  ]
}

function workbook(sheet: string): Uint8Array {
  return zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="Ladder" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  })
}

function repeated(text: string, bytes: number): string {
  return text.repeat(Math.floor(bytes / text.length))
}

/** A text as large as may be sent, in which no two lines are alike. */
function noise(bytes: number): Uint8Array {
  const lines: string[] = []
  for (let at = 0, row = 0; at < bytes - 64; row += 1) {
    const line = `Skill ${row},${row % 5},${(row * 7) % 5},what ${row * 31} means`
    lines.push(line)
    at += line.length + 1
  }
  return Buffer.from(lines.join('\n')).subarray(0, bytes)
}

function figure(name: string, value: number | null, unit: string, target: number, note: string): Figure {
  return { name, value, unit, target, note }
}
