// skillmap open: a fresh one-time link to the server that is running.
import { type Command, CommandFailure, printJson } from '../command.ts'
import { findServer, overHttp } from '../connect.ts'

export const open: Command = {
  name: 'open',
  summary: 'Print a fresh one-time link that lets a browser in',
  usage: 'skillmap open',
  about:
    'Prints a link to the running Skillmap. It works once, within ten minutes; the browser is remembered then.',
  examples: ['skillmap open', 'skillmap open --json'],
  positionals: [0, 0],
  async run({ json }, terminal) {
    const running = await findServer(terminal.env)
    if (running === null) throw new CommandFailure('Skillmap is not running. Start it with: skillmap start')
    const { body } = await overHttp(running).call<{ url: string }>('POST', '/api/launch-links')
    if (json) return printJson(terminal, body)
    terminal.out(`Open this link in your browser. It works once, within ten minutes:\n\n  ${body.url}\n`)
  },
}
