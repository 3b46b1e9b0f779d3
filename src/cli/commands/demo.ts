// skillmap demo: a company that does not exist, to look around in as any of its people.
import { type Command, textOption, UsageFailure } from '../command.ts'

export const demo: Command = {
  name: 'demo',
  summary: 'Look around in a team’s Skillmap, with invented people',
  usage: 'skillmap demo [--port <n>]',
  about:
    'Writes two years of a company of forty people into a folder that is thrown away, and serves it on this computer. You look around as any of them. Your own data are not touched.',
  options: { '--port <n>': 'Listen there. Without it: 4747, or the next port that is free.' },
  examples: ['skillmap demo'],
  parse: { port: { type: 'string' } },
  positionals: [0, 0],
  async run(given) {
    const port = textOption(given, 'port')
    if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) > 65_535))
      throw new UsageFailure(`--port takes a number up to 65535, not “${port}”.`)
    const { runDemo } = await import('../../server/demo/run-demo.ts')
    await runDemo(port === undefined ? undefined : Number(port))
  },
}
