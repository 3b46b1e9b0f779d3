// skillmap journal: find and read what you wrote down.
import { sayCovered, sayMissing } from '../../core/evidence/coverage-words.ts'
import type { Evidence } from '../../core/evidence/evidence.ts'
import { evidenceCoverage } from '../../core/evidence/evidence-coverage.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { skillNamed } from '../built-in.ts'
import { type Command, printJson, textOption, UsageFailure } from '../command.ts'
import { findEntries, withEvidence } from '../evidence-data.ts'
import { bullets, heading } from '../layout.ts'
import { printEntries } from '../show-evidence.ts'
import type { Terminal } from '../terminal.ts'

export const journal: Command = {
  name: 'journal',
  summary: 'Find and read what you wrote down of your own work',
  usage: 'skillmap journal [<words>] [--skill <skill>] [--person <name>] [--from <day>] [--until <day>]',
  about:
    'Lists entries, newest first: all of them, or those that hold the words, show a skill, name a person, or fall in a time. Only you can read them.',
  options: {
    '--skill <skill>': 'Entries that show this skill.',
    '--person <name>': 'Entries that name this person.',
    '--from <day>': 'From this day on.',
    '--until <day>': 'Until this day, it included.',
    '--limit <n>': 'At most so many, 20 without it.',
  },
  examples: [
    'skillmap journal',
    'skillmap journal "runbook ledger"',
    'skillmap journal --skill mentoring --from 2026-01-01',
  ],
  parse: {
    skill: { type: 'string' },
    person: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    limit: { type: 'string' },
  },
  positionals: [0, 1],
  async run(given, terminal) {
    const limit = textOption(given, 'limit') ?? '20'
    if (!/^[1-9]\d{0,2}$/.test(limit)) throw new UsageFailure('--limit takes a number from 1 to 500.')
    await withEvidence(terminal, async (data) => {
      const word = textOption(given, 'skill')
      const asked = {
        text: given.positionals[0],
        skill: word === undefined ? undefined : skillNamed(data.framework, word).id,
        person: textOption(given, 'person'),
        from: textOption(given, 'from'),
        until: textOption(given, 'until'),
      }
      const chosen = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined)
      const page = await findEntries(data, { ...Object.fromEntries(chosen), limit })
      if (given.json) return printJson(terminal, page)
      if (page.total === 0 && page.unreadable.length === 0)
        return terminal.out(
          chosen.length === 0
            ? 'Nothing is written down yet. For today: skillmap log "what you did"'
            : 'No entry fits.',
        )
      printEntries(terminal, data.framework, page)
      if (asked.skill !== undefined) printCoverage(terminal, data.framework, asked.skill, page.entries)
    })
  },
}

/** Of the levels that anything is written about. */
function printCoverage(
  terminal: Terminal,
  framework: Framework,
  word: string,
  entries: readonly Evidence[],
): void {
  const skill = skillNamed(framework, word)
  const { levels } = evidenceCoverage(framework, skill, entries, new Date().toISOString().slice(0, 10))
  const begun = levels.filter(({ fresh, older }) => fresh.length + older.length > 0)
  if (begun.length === 0) return
  heading(terminal, `What this covers of ${skill.name}`)
  bullets(
    terminal,
    begun.map((level) => [sayCovered(level), sayMissing(level)].filter((one) => one !== null).join(' ')),
  )
}
