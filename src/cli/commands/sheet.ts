// skillmap sheet: from the terminal of a team's server, who sees what, why and for how long, fit to be signed.
import type { Sheet } from '../../core/organisation/sheet.ts'
import { type Command, CommandFailure, printJson } from '../command.ts'
import { findServer, overHttp } from '../connect.ts'

export const sheet: Command = {
  name: 'sheet',
  summary: 'Print who sees what in a team’s Skillmap, why, and for how long',
  usage: 'skillmap sheet',
  about:
    'Prints Markdown made from the tags of every stored column, the rules of access and the views that are switched on. It holds nobody’s data. Works on the machine where the team’s server runs.',
  examples: ['skillmap sheet > who-sees-what.md', 'skillmap sheet --json'],
  positionals: [0, 0],
  async run({ json }, terminal) {
    const running = await findServer(terminal.env)
    if (running === null)
      throw new CommandFailure(
        'No server runs here. Start it with: skillmap serve --team (with the same SKILLMAP_DATA).',
      )
    const connection = overHttp(running)
    if (json) return printJson(terminal, (await connection.call<Sheet>('GET', '/api/operator/sheet')).body)
    terminal.out((await connection.call('GET', '/api/operator/sheet?format=markdown')).text)
  },
}
