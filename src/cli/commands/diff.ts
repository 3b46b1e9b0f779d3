// skillmap diff: what became of a framework from one version to another.
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Framework } from '../../core/framework/framework.ts'
import { diffFrameworks } from '../../core/revision/diff-frameworks.ts'
import { type DiffSection, sectionsOf } from '../../core/revision/diff-sections.ts'
import { summariseDiff } from '../../core/revision/diff-summary.ts'
import { sayChange } from '../../core/revision/diff-words.ts'
import { type Command, CommandFailure, printJson } from '../command.ts'
import { frameworkNamed } from '../framework-named.ts'
import { bullets, heading, paragraph, styled } from '../layout.ts'
import type { Terminal } from '../terminal.ts'

export const diff: Command = {
  name: 'diff',
  summary: 'What changed from one version of a framework to another',
  usage: 'skillmap diff <before> <after>',
  about:
    'Compares two versions by meaning: skills, sentences, expectations, roles and moves. Each is a folder, a file that Skillmap can bring in (its own JSON, or the format of another framework), the id of a framework (its newest version), or the beginning of a digest.',
  examples: [
    'skillmap diff ./our-framework ../next/our-framework',
    'skillmap diff skillmap ./our-framework',
    'skillmap diff 3f2a91 b20c77 --json',
  ],
  positionals: [2, 2],
  async run({ positionals: [one = '', other = ''], json }, terminal) {
    const before = await load(one, terminal)
    const after = await load(other, terminal)
    const found = diffFrameworks(before, after)
    const summary = summariseDiff(found)
    if (json) {
      const changes = found.changes.map((change) => ({ ...change, sentence: sayChange(change) }))
      return printJson(terminal, { before: found.before, after: found.after, summary, changes })
    }
    const title = `${before.name} ${before.version} → ${after.name} ${after.version}`
    terminal.out(styled(terminal, 'bold', title))
    for (const sentence of summary) paragraph(terminal, sentence)
    for (const section of sectionsOf(found)) show(section, terminal)
  },
}

function show(section: DiffSection, terminal: Terminal): void {
  heading(terminal, section.title)
  bullets(terminal, section.changes.map(sayChange))
}

async function load(word: string, terminal: Terminal): Promise<Framework> {
  const isFile = statSync(resolve(word), { throwIfNoEntry: false })?.isFile() ?? false
  return isFile ? fromFile(word) : frameworkNamed(word, terminal.env)
}

async function fromFile(word: string): Promise<Framework> {
  const { readImport } = await import('../../core/importing/read-import.ts')
  const text = readFileSync(resolve(word), 'utf8')
  const { framework, why, problems } = readImport([{ kind: 'text', path: word, text }])
  if (framework !== null) return framework
  const [first] = problems
  throw new CommandFailure([`${word} holds no framework. ${why}`, first?.message ?? ''].join('\n').trim())
}
