// skillmap export: everything about you, as a file.
import { type Command, textOption, UsageFailure } from '../command.ts'
import { connect } from '../connect.ts'
import { saveNew } from '../save-new.ts'

const OWNER_ONLY = 0o600

export const exportCommand: Command = {
  name: 'export',
  summary: 'Everything about you, as JSON or Markdown',
  usage: 'skillmap export [--format json|markdown] [--out <file>]',
  about:
    'Writes everything that is stored about you. JSON can be imported again; Markdown is pleasant to read.',
  options: {
    '--format <format>': 'json (the default) or markdown.',
    '--out <file>': 'Write there, readable by you only. Without it: to the terminal.',
  },
  examples: ['skillmap export --out skillmap.json', 'skillmap export --format markdown | less'],
  parse: { format: { type: 'string' }, out: { type: 'string' } },
  positionals: [0, 0],
  async run(given, terminal) {
    const format = textOption(given, 'format') ?? 'json'
    if (format !== 'json' && format !== 'markdown') throw new UsageFailure('--format takes json or markdown.')
    const connection = await connect(terminal.env)
    try {
      const { text } = await connection.call('GET', `/api/export?format=${format}`)
      const file = textOption(given, 'out')
      if (file === undefined) terminal.out(text.trimEnd())
      else saveNew(file, text, (line) => terminal.err(line), OWNER_ONLY)
    } finally {
      await connection.close()
    }
  },
}
