// skillmap erase: removes everything about you, with the backups on this computer.
import { type Command, printJson } from '../command.ts'
import { confirm } from '../confirm.ts'
import { connect } from '../connect.ts'
import { table } from '../layout.ts'

const WORDS = 'erase everything'

export const erase: Command = {
  name: 'erase',
  summary: 'Remove everything about you, with the backups here',
  usage: 'skillmap erase [--confirm "erase everything"]',
  about:
    'Removes all that you rated, planned and wrote, with its history and its key, your sessions and the backups on this computer. Cut off in the middle, it is finished at the next start.',
  options: { '--confirm <words>': `Do not ask; the words are: ${WORDS}.` },
  examples: ['skillmap export --out before.json', 'skillmap erase'],
  parse: { confirm: { type: 'string' } },
  positionals: [0, 0],
  async run(given, terminal) {
    const warning =
      'This removes all that you rated, planned and wrote, with its history and its key, and the backups on this computer. It cannot be undone. An export that you keep elsewhere stays.'
    await confirm(given, terminal, { warning, word: WORDS })
    const connection = await connect(terminal.env)
    try {
      const { body } = await connection.call<{ erased: Record<string, number>; backupsRemoved: number }>(
        'POST',
        '/api/erase',
        { body: { confirm: WORDS } },
      )
      if (given.json) return printJson(terminal, body)
      const rows = Object.entries(body.erased).map(([name, count]) => [
        name.replaceAll('_', ' '),
        String(count),
      ])
      table(terminal, ['Erased', 'Rows'], [...rows, ['backups', String(body.backupsRemoved)]])
    } finally {
      await connection.close()
    }
  },
}
