// skillmap start: runs the server until it is told to stop.
import { type Command, printJson, textOption, UsageFailure } from '../command.ts'
import { findServer, overHttp } from '../connect.ts'
import type { Terminal } from '../terminal.ts'

export const start: Command = {
  name: 'start',
  summary: 'Run Skillmap on this computer and print the link that opens it',
  usage: 'skillmap start [--port <n>]',
  about: 'Runs Skillmap on this computer, prints a one-time link for your browser, and stops with Ctrl+C.',
  options: { '--port <n>': 'Listen there. Without it: 4747, or the next port that is free.' },
  examples: ['skillmap start', 'skillmap start --port 5000', 'SKILLMAP_DATA=./data skillmap start'],
  parse: { port: { type: 'string' } },
  positionals: [0, 0],
  async run(given, terminal) {
    const port = textOption(given, 'port')
    if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)) {
      throw new UsageFailure(`--port takes a number up to 65535, not “${port}”.`)
    }
    const running = await findServer(terminal.env)
    if (running !== null) return sayRunning(running, given.json, terminal)
    const { runServer } = await import('../../server/main.ts')
    await runServer(terminal.env, port === undefined ? {} : { port: Number(port) })
  },
}

async function sayRunning(
  running: { address: string; pid: number; secret: string },
  json: boolean,
  terminal: Terminal,
): Promise<void> {
  const { body } = await overHttp(running).call<{ url: string }>('POST', '/api/launch-links')
  if (json) return printJson(terminal, { alreadyRunning: true, address: running.address, url: body.url })
  terminal.out(`Skillmap is running already at ${running.address} (process ${running.pid}).`)
  terminal.out(`\nOpen this link in your browser. It works once, within ten minutes:\n\n  ${body.url}\n`)
}
