// skillmap export: everything about you, as a file.
import { type Command, type Given, textOption, UsageFailure } from '../command.ts'
import { connect } from '../connect.ts'
import { saveNew } from '../save-new.ts'

const OWNER_ONLY = 0o600

export const exportCommand: Command = {
  name: 'export',
  summary: 'Everything about you, or the people you keep as a table',
  usage:
    'skillmap export [--format json|markdown] [--out <file>]\n       skillmap export --people --purpose <purpose> [--format csv|xlsx] [--with-me] [--out <file>]',
  about:
    'Writes everything that is stored about you. JSON can be imported again; Markdown is pleasant to read. With --people: a table of the people you keep, with raw levels as they were said, by name; it can be brought again.',
  options: {
    '--format <format>': 'json (the default) or markdown; with --people csv (the default) or xlsx.',
    '--out <file>': 'Write there, readable by you only. Without it: to the terminal.',
    '--people': 'The people you keep, and what was said about them.',
    '--purpose <purpose>': 'development or evaluation. Stands in every row with the day.',
    '--with-me': 'With a row for yourself.',
  },
  examples: [
    'skillmap export --out skillmap.json',
    'skillmap export --format markdown | less',
    'skillmap export --people --purpose development --format xlsx --out team.xlsx',
  ],
  parse: {
    format: { type: 'string' },
    out: { type: 'string' },
    people: { type: 'boolean' },
    purpose: { type: 'string' },
    'with-me': { type: 'boolean' },
  },
  positionals: [0, 0],
  async run(given, terminal) {
    const out = textOption(given, 'out')
    const path = given.values.people === true ? peoplePath(given, out) : everythingPath(given)
    const connection = await connect(terminal.env)
    try {
      const { text, bytes } = await connection.call('GET', path)
      if (out === undefined) terminal.out(text.trimEnd())
      else saveNew(out, bytes, (line) => terminal.err(line), OWNER_ONLY)
    } finally {
      await connection.close()
    }
  },
}

function everythingPath(given: Given): string {
  const format = textOption(given, 'format') ?? 'json'
  if (format !== 'json' && format !== 'markdown') throw new UsageFailure('--format takes json or markdown.')
  return `/api/export?format=${format}`
}

function peoplePath(given: Given, out: string | undefined): string {
  const form = textOption(given, 'format') ?? 'csv'
  if (form !== 'csv' && form !== 'xlsx') throw new UsageFailure('With --people, --format takes csv or xlsx.')
  if (form === 'xlsx' && out === undefined)
    throw new UsageFailure('--format xlsx needs --out: a terminal cannot show it.')
  const purpose = textOption(given, 'purpose')
  if (purpose !== 'development' && purpose !== 'evaluation')
    throw new UsageFailure('--people needs --purpose development or --purpose evaluation.')
  return `/api/people-grid?form=${form}&purpose=${purpose}&me=${given.values['with-me'] === true ? 'yes' : 'no'}`
}
