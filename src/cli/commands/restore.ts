// skillmap restore: puts a backup in the place of what is there.
import { type Command, printJson } from '../command.ts'
import { confirm } from '../confirm.ts'
import { connect } from '../connect.ts'

export const restore: Command = {
  name: 'restore',
  summary: 'Put a backup in the place of what is there',
  usage: 'skillmap restore <name> [--confirm restore]',
  about:
    'Replaces everything with what a backup holds. A backup of what is there now is taken first, so that you can come back.',
  options: { '--confirm restore': 'Do not ask.' },
  examples: ['skillmap backup --list', 'skillmap restore skillmap-2026-11-23T100000000Z.jsonl.gz'],
  parse: { confirm: { type: 'string' } },
  positionals: [1, 1],
  async run(given, terminal) {
    const name = given.positionals[0] ?? ''
    const warning = `Everything that is there now is replaced by what ${name} holds.`
    await confirm(given, terminal, { warning, word: 'restore' })
    const connection = await connect(terminal.env)
    try {
      const path = `/api/backups/${encodeURIComponent(name)}/restore`
      const { body } = await connection.call('POST', path, { body: { confirm: 'restore' } })
      if (given.json) return printJson(terminal, body)
      terminal.out(`Restored: ${name}`)
    } finally {
      await connection.close()
    }
  },
}
