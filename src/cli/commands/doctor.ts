// skillmap doctor: looks at everything Skillmap needs, and says how to mend what is not right.
import { type Command, CommandFailure, printJson } from '../command.ts'
import { type Finding, findings } from '../doctor-checks.ts'
import { paragraph, styled } from '../layout.ts'
import type { Terminal } from '../terminal.ts'

const SIGNS = { ok: 'ok     ', warning: 'warning', problem: 'PROBLEM' }

export const doctor: Command = {
  name: 'doctor',
  summary: 'Look at everything Skillmap needs, and say how to mend what is not right',
  usage: 'skillmap doctor',
  about:
    'Checks Node, the build, the data folder, the database, the backups and the framework. Of a team’s Postgres (DATABASE_URL): its tables, row security, the record, the keys, and whether somebody who was erased is back; there it changes nothing. A database on this computer is opened for it as by any other command, which brings one of an older version up to date.',
  examples: ['skillmap doctor', 'skillmap doctor --json'],
  positionals: [0, 0],
  async run({ json }, terminal) {
    const found: Finding[] = []
    for await (const finding of findings(terminal.env)) {
      found.push(finding)
      if (!json) show(finding, terminal)
    }
    if (json) printJson(terminal, found)
    const problems = found.filter((finding) => finding.state === 'problem').length
    if (problems > 0)
      throw new CommandFailure(`${problems === 1 ? 'One problem' : `${problems} problems`} to mend.`)
    if (!json) terminal.out('\nEverything Skillmap needs is there.')
  },
}

function show({ state, what, said, mend }: Finding, terminal: Terminal): void {
  const sign = state === 'ok' ? SIGNS.ok : styled(terminal, 'bold', SIGNS[state])
  terminal.out(`${sign}  ${what}: ${said}`)
  if (mend !== undefined) paragraph(terminal, `→ ${mend}`, 9)
}
