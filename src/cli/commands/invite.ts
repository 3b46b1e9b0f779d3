// skillmap invite: from the terminal of a team's server, a link that lets one person make their account.
import { type Command, CommandFailure, printJson } from '../command.ts'
import { findServer, overHttp } from '../connect.ts'

interface Invited {
  url: string
  personId: string
  isNew: boolean
}

export const invite: Command = {
  name: 'invite',
  summary: 'Let somebody into a team’s Skillmap, such as the first administrator',
  usage: 'skillmap invite <name> [--admin]',
  about:
    'Prints a link that lets one person make their account: good for seven days and one use. Works on the machine where the team’s server runs.',
  options: { '--admin': 'Lets them administer everything.' },
  examples: ['skillmap invite "Ada Lovelace" --admin', 'skillmap invite "Max Muster"'],
  parse: { admin: { type: 'boolean' } },
  positionals: [1, 1],
  async run(given, terminal) {
    const running = await findServer(terminal.env)
    if (running === null)
      throw new CommandFailure(
        'No server runs here. Start it with: skillmap serve --team (with the same SKILLMAP_DATA).',
      )
    const body = { displayName: given.positionals[0] ?? '', admin: given.values.admin === true }
    const { body: made } = await overHttp(running).call<Invited>('POST', '/api/operator/invitations', {
      body,
    })
    if (given.json) return printJson(terminal, made)
    terminal.out(
      `${made.isNew ? 'Added to the list of people.' : 'They are on the list of people.'} Send them this link; it works once, within seven days:\n\n  ${made.url}\n`,
    )
  },
}
