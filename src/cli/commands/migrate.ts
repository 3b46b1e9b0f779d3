// skillmap migrate: what a start would change in the tables of a Postgres, or the change itself, before servers are started.
import { type Command, CommandFailure, printJson } from '../command.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Bring the tables of a team’s Postgres up to date, or look at what that would change',
  usage: 'skillmap migrate [--preview]',
  about:
    'A server brings its database up to date when it starts, once and under a lock, however many start at a time. This does it beforehand, or shows what is missing and changes nothing. DATABASE_URL names the database.',
  options: { '--preview': 'Show the SQL that is missing; change nothing.' },
  examples: [
    'DATABASE_URL=postgres://… skillmap migrate --preview',
    'DATABASE_URL=postgres://… skillmap migrate',
  ],
  parse: { preview: { type: 'boolean' } },
  positionals: [0, 0],
  async run(given, terminal) {
    const url = terminal.env.DATABASE_URL ?? ''
    if (url === '')
      throw new CommandFailure(
        'DATABASE_URL names no database. The embedded one is brought up to date whenever it is opened.',
      )
    const { openPostgres, previewMigrations } = await import('../../store/engine/postgres.ts')
    const missing = await previewMigrations(url)
    const names = missing.map(({ name }) => name)
    if (given.values.preview !== true && missing.length > 0) await (await openPostgres(url)).close()
    if (given.json) return printJson(terminal, { missing: names, applied: given.values.preview !== true })
    if (missing.length === 0) return terminal.out('Nothing is missing: the tables are up to date.')
    if (given.values.preview !== true) return terminal.out(`Applied: ${names.join(', ')}.`)
    for (const { name, sql } of missing) terminal.out(`-- ${name}\n${sql}`)
    terminal.out(`-- ${names.length === 1 ? 'One file' : `${names.length} files`}. Nothing was changed.`)
  },
}
