// skillmap key: the recovery sheet of what you wrote, and putting a key back.
import type { PrivateKeyState, RecoverySheet } from '../../core/person/private-key.ts'
import { capitalise, numberWord } from '../../core/planning/plain-words.ts'
import { type Command, CommandFailure, printJson, UsageFailure } from '../command.ts'
import { type Connection, connect } from '../connect.ts'
import { paragraph, remark } from '../layout.ts'
import type { Terminal } from '../terminal.ts'

const LONGEST_SHEET = 16

export const key: Command = {
  name: 'key',
  summary: 'Show the recovery sheet of what you wrote, or put a key back',
  usage: 'skillmap key [show | restore [<fourteen groups of four>]]',
  about:
    'Your own words lie encrypted. Their key is in a file beside the database, which no backup holds. The recovery sheet is that key on paper: keep it where this computer is not. Restore puts it back on another computer, or after the file was lost; nothing is overwritten.',
  examples: ['skillmap key', 'skillmap key show', 'skillmap key restore'],
  positionals: [0, LONGEST_SHEET],
  async run({ positionals, json }, terminal) {
    const [what, ...words] = positionals
    if (what !== undefined && what !== 'show' && what !== 'restore')
      throw new UsageFailure(`“${what}” is neither show nor restore.`)
    const connection = await connect(terminal.env)
    try {
      if (what === 'show') return await show(connection, terminal, json)
      if (what === 'restore') return await restore(connection, terminal, json, words.join(' '))
      const { body } = await connection.call<PrivateKeyState>('GET', '/api/private-key')
      if (json) return printJson(terminal, body)
      paragraph(terminal, sayState(body))
    } finally {
      await connection.close()
    }
  },
}

function sayState({ open, closed, fileProblem, sheetKept, file }: PrivateKeyState): string {
  if (fileProblem === 'damaged') return `The key file ${file} is damaged. Put a whole one in its place.`
  if (open === 0 && closed === 0) return 'There is no key yet. It is made with the first entry.'
  if (open === 0)
    return 'The key is missing, so what you wrote cannot be read. Put back the recovery sheet: skillmap key restore'
  if (closed > 0)
    return `${closed === 1 ? 'A key is' : `${capitalise(numberWord(closed))} keys are`} missing, so some of what you wrote cannot be read. What you write now is kept with the key that is there: ${file}. Put back the recovery sheet of before: skillmap key restore`
  return `The key is there: ${file}. ${sheetKept ? 'You keep its recovery sheet.' : 'You have not said yet that you keep its recovery sheet: skillmap key show'}`
}

async function show(connection: Connection, terminal: Terminal, json: boolean): Promise<void> {
  const { body } = await connection.call<{ sheets: RecoverySheet[] }>('GET', '/api/private-key/sheet')
  if (json) return printJson(terminal, body)
  if (body.sheets.length === 0)
    throw new CommandFailure('There is no key here to show: none was made yet, or it is missing.')
  for (const { name, madeAt, words } of body.sheets) {
    terminal.out('')
    terminal.out(`Skillmap recovery sheet ${name}, key of ${madeAt.slice(0, 10)}`)
    const groups = words.split('-')
    for (let at = 0; at < groups.length; at += 7) terminal.out(`  ${groups.slice(at, at + 7).join(' ')}`)
  }
  terminal.out('')
  remark(
    terminal,
    'Write it down or print it. Whoever has it and a copy of your data can read what you wrote. To put it back: skillmap key restore',
  )
  await connection.call('PUT', '/api/private-key/sheet-kept')
}

async function restore(
  connection: Connection,
  terminal: Terminal,
  json: boolean,
  words: string,
): Promise<void> {
  const sheet = words === '' ? ((await terminal.ask('The fourteen groups of the sheet: ')) ?? '') : words
  const { body } = await connection.call<{ isNew: boolean }>('PUT', '/api/private-key', { body: { sheet } })
  if (json) return printJson(terminal, body)
  paragraph(
    terminal,
    body.isNew
      ? 'The key is back. What was written with it can be read again.'
      : 'This key is here already; nothing was changed.',
  )
}
