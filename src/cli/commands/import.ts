// skillmap import: an export of Skillmap, back into the data on this computer.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Command, CommandFailure, printJson } from '../command.ts'
import { connect } from '../connect.ts'
import { table } from '../layout.ts'

interface Imported {
  added: Record<string, number>
  kept: Record<string, number>
}

export const importCommand: Command = {
  name: 'import',
  summary: 'Take an export of Skillmap over into the data here',
  usage: 'skillmap import <file>',
  about:
    'Adds what an export holds. What is here already stays; if anything is wrong with the file, nothing changes.',
  examples: ['skillmap import skillmap.json'],
  positionals: [1, 1],
  async run({ positionals: [file = ''], json }, terminal) {
    const text = read(file)
    const connection = await connect(terminal.env)
    try {
      const headers = { 'idempotency-key': randomUUID() }
      const { body } = await connection.call<Imported>('POST', '/api/import', { text, headers })
      if (json) return printJson(terminal, body)
      const rows = Object.keys(body.added).map((noun) => [
        noun,
        String(body.added[noun] ?? 0),
        String(body.kept[noun] ?? 0),
      ])
      table(terminal, ['', 'Added', 'Here already'], rows)
    } finally {
      await connection.close()
    }
  },
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new CommandFailure(`${file} cannot be read: ${error instanceof Error ? error.message : error}.`)
  }
}
