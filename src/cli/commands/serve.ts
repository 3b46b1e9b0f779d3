// skillmap serve --team: runs the server of an organisation until it is told to stop.
import { type Command, CommandFailure, textOption, UsageFailure } from '../command.ts'
import { findServer } from '../connect.ts'

export const serve: Command = {
  name: 'serve',
  summary: 'Run Skillmap for a team, behind a name of its own',
  usage: 'skillmap serve --team [--port <n>]',
  about:
    'Runs the server of an organisation. SKILLMAP_ORIGIN says where browsers reach it; DATABASE_URL names a Postgres, without which the data lie in SKILLMAP_DATA. People sign in with passkeys, or at the provider that SKILLMAP_OIDC_ISSUER names (docs/team-sign-in.md). Stops with Ctrl+C.',
  options: {
    '--team': 'For the people of an organisation. For yourself alone: skillmap start.',
    '--port <n>': 'Listen there. Without it: 4747.',
  },
  examples: ['SKILLMAP_ORIGIN=https://skillmap.example.com skillmap serve --team'],
  parse: { team: { type: 'boolean' }, port: { type: 'string' } },
  positionals: [0, 0],
  async run(given, terminal) {
    if (given.values.team !== true)
      throw new UsageFailure('Say --team for an organisation. For yourself alone it is: skillmap start')
    const port = textOption(given, 'port')
    if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) > 65_535))
      throw new UsageFailure(`--port takes a number up to 65535, not “${port}”.`)
    const running = await findServer(terminal.env)
    if (running !== null)
      throw new CommandFailure(
        `A Skillmap is running already at ${running.address} (process ${running.pid}).`,
      )
    const { runTeamServer } = await import('../../server/main.ts')
    await runTeamServer(terminal.env, port === undefined ? {} : { port: Number(port) })
  },
}
