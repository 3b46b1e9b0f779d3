// skillmap import: an export of Skillmap, or a framework in whatever form somebody has it.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { MOST_EXPORT_BYTES } from '../../core/export/largest-export.ts'
import type { ImportPreview } from '../../core/importing/import-preview.ts'
import type { ImportChoices, Loss, TableMapping } from '../../core/importing/import-source.ts'
import { BYTE_LIMITS } from '../../server/importing/byte-limits.ts'
import { bringPeople, PEOPLE_OPTIONS, PEOPLE_PARSE } from '../bring-people.ts'
import { type Command, CommandFailure, type Given, printJson, textOption } from '../command.ts'
import { type Connection, connect } from '../connect.ts'
import { paragraph, table, withoutControls } from '../layout.ts'
import { type FileToSend, readToSend } from '../read-to-send.ts'
import { showImport, showLostAsVersion } from '../show-import.ts'
import type { Terminal } from '../terminal.ts'

interface Imported {
  added: Record<string, number>
  kept: Record<string, number>
}

type Preview = ImportPreview & {
  token: string
  suggestedId: string
  asVersion: { id: string; losses: Loss[] }[]
}

const PERSONAL = 'skillmap-personal-export'

export const importCommand: Command = {
  name: 'import',
  summary: 'Bring a framework, ratings of people, or an export of Skillmap',
  usage: 'skillmap import <file or folder> [--yes]',
  about:
    'A framework may be a spreadsheet, a table, a page, JSON, a folder, or a zip archive of them; it is recognised by what it holds. You see what was understood and what was left out before anything is kept. A table of people and skills becomes people whom you keep, with what was said about them. An export of Skillmap adds what it holds to what is here; if anything is wrong with it, nothing changes.',
  options: {
    '--yes': 'Keep it and use it without asking.',
    '--name <name>': 'Call the framework so.',
    '--id <id>': 'Its id, which is the name of its folder, too.',
    '--new-version': 'It is another version of the framework of yours that has this id.',
    '--no-use': 'Keep it, but go on with the framework in use.',
    ...PEOPLE_OPTIONS,
    '--mapping <file>': 'Read tables as this JSON says: “mapping” of the output of --json, corrected.',
  },
  examples: [
    'skillmap import ladder.xlsx',
    'skillmap import ./our-framework --yes',
    'skillmap import team.xlsx --rated-by me --rated-on 2026-03-31',
    'skillmap import ladder.csv --json > reading.json',
    'skillmap import ladder.csv --mapping corrected.json',
    'skillmap import skillmap.json',
  ],
  parse: {
    yes: { type: 'boolean' },
    name: { type: 'string' },
    id: { type: 'string' },
    'new-version': { type: 'boolean' },
    'no-use': { type: 'boolean' },
    mapping: { type: 'string' },
    ...PEOPLE_PARSE,
  },
  positionals: [1, 1],
  async run(given, terminal) {
    const path = given.positionals[0] ?? ''
    const file = readToSend(path, MOST_EXPORT_BYTES)
    const personal = personalExportIn(file)
    if (personal === null && file.bytes.length > BYTE_LIMITS.upload) readToSend(path, BYTE_LIMITS.upload)
    const connection = await connect(terminal.env)
    try {
      if (personal !== null) await importPersonal(personal, given, terminal, connection)
      else await bring(file, given, terminal, connection)
    } finally {
      await connection.close()
    }
  },
}

/** Only what says of itself that it is one; the server checks every field. */
function personalExportIn({ bytes }: FileToSend): string | null {
  const text = Buffer.from(bytes.buffer).toString('utf8')
  if (!text.slice(0, 4096).includes(PERSONAL) || !text.trimStart().startsWith('{')) return null
  try {
    return (JSON.parse(text) as { schema?: unknown }).schema === PERSONAL ? text : null
  } catch (error) {
    const where = error instanceof Error ? ` Reading stopped: ${error.message}.` : ''
    throw new CommandFailure(
      `This was an export of Skillmap, but it is damaged or was only half written.${where}`,
    )
  }
}

async function importPersonal(
  text: string,
  given: Given,
  terminal: Terminal,
  connection: Connection,
): Promise<void> {
  const headers = { 'idempotency-key': randomUUID() }
  const { body } = await connection.call<Imported>('POST', '/api/import', { text, headers })
  if (given.json) return printJson(terminal, body)
  const rows = Object.keys(body.added).map((noun) => [
    noun,
    String(body.added[noun] ?? 0),
    String(body.kept[noun] ?? 0),
  ])
  table(terminal, ['', 'Added', 'Here already'], rows)
}

async function bring(
  file: FileToSend,
  given: Given,
  terminal: Terminal,
  connection: Connection,
): Promise<void> {
  const choices = choicesOf(given)
  const path = `/api/imports?name=${encodeURIComponent(file.name)}`
  const sent = (await connection.call<Preview>('POST', path, { bytes: file.bytes })).body
  try {
    const corrected = `/api/imports/${sent.token}/choices`
    const preview =
      choices === null ? sent : (await connection.call<Preview>('PUT', corrected, { body: choices })).body
    const wanted = given.values.yes === true
    if (given.json && !wanted) printJson(terminal, preview)
    else if (!given.json) showImport(preview, terminal)
    const { framework, ratings } = preview.reading
    if (framework === null && ratings.length > 0)
      return await bringPeople({ ...preview, token: sent.token }, given, terminal, connection)
    if (framework === null) throw new CommandFailure(`${file.name} was not understood as a framework.`)
    if (given.json && !wanted) return
    const body = keepCommand(given, preview, framework)
    if (body.newVersion && !given.json)
      showLostAsVersion(preview.asVersion.find((one) => one.id === body.id)?.losses ?? [], terminal)
    if (!wanted && !(await isWanted(terminal, body))) throw new CommandFailure('Nothing was kept.')
    const headers = { 'idempotency-key': randomUUID() }
    const kept = await connection.call('POST', `/api/imports/${sent.token}/framework`, { headers, body })
    if (given.json) return printJson(terminal, kept.body)
    paragraph(terminal, `Kept as ${body.name} (${body.id})${body.use ? ', and in use now' : ''}.`)
  } finally {
    await connection.call('DELETE', `/api/imports/${sent.token}`)
  }
}

function keepCommand(given: Given, preview: Preview, framework: { id: string; name: string }) {
  const newVersion = given.values['new-version'] === true
  return {
    id: textOption(given, 'id') ?? (newVersion ? framework.id : preview.suggestedId),
    name: textOption(given, 'name') ?? framework.name,
    newVersion,
    use: given.values['no-use'] !== true,
  }
}

async function isWanted(terminal: Terminal, { id, name, use }: { id: string; name: string; use: boolean }) {
  const what = `Keep it as “${name}” (${id})${use ? ' and draw your map from it' : ''}?`
  const typed = await terminal.ask(`\n${withoutControls(what)} Type yes to go on.\n> `)
  return /^y(?:es)?$/i.test(typed?.trim() ?? '')
}

/** A mapping as `--json` gives it, alone or inside what it gave. */
function choicesOf(given: Given): ImportChoices | null {
  const name = textOption(given, 'name')
  const file = textOption(given, 'mapping')
  if (file === undefined) return name === undefined ? null : { name }
  const mapping = mappingIn(file)
  return name === undefined ? { mapping } : { name, mapping }
}

interface MappingFile extends Partial<TableMapping> {
  mapping?: TableMapping
  reading?: { mapping?: TableMapping }
}

function mappingIn(file: string): TableMapping {
  let value: MappingFile
  try {
    value = JSON.parse(readFileSync(file, 'utf8')) as MappingFile
  } catch (error) {
    throw new CommandFailure(`${file} cannot be read: ${error instanceof Error ? error.message : error}.`)
  }
  const mapping = value.reading?.mapping ?? value.mapping ?? value
  if (mapping.tables === undefined) throw new CommandFailure(`${file} holds no mapping: it has no “tables”.`)
  return { tables: mapping.tables, levelWords: mapping.levelWords ?? [] }
}
