// skillmap diff: what became of a framework from one version to another.
import { diffFrameworks } from '../../core/revision/diff-frameworks.ts'
import { type DiffSection, sectionsOf } from '../../core/revision/diff-sections.ts'
import { summariseDiff } from '../../core/revision/diff-summary.ts'
import { sayChange } from '../../core/revision/diff-words.ts'
import { type Command, printJson } from '../command.ts'
import { type FoundFramework, frameworkInFile, isForeign } from '../framework-in-file.ts'
import { frameworkNamed } from '../framework-named.ts'
import { bullets, heading, paragraph, remark, styled } from '../layout.ts'
import type { Terminal } from '../terminal.ts'

export const diff: Command = {
  name: 'diff',
  summary: 'What changed from one version of a framework to another',
  usage: 'skillmap diff <before> <after>',
  about:
    'Compares two versions by meaning: skills, sentences, expectations, roles and moves. Each is a folder, a file that Skillmap can bring in (a workbook, a table, a page, JSON, an archive of them), the id of a framework (its newest version), or the beginning of a digest.',
  examples: [
    'skillmap diff ./our-framework ../next/our-framework',
    'skillmap diff skillmap ./our-framework',
    'skillmap diff ladder-2025.xlsx ladder-2026.xlsx',
    'skillmap diff 3f2a91 b20c77 --json',
  ],
  positionals: [2, 2],
  async run({ positionals: [one = '', other = ''], json }, terminal) {
    const [first, second] = [await load(one, terminal), await load(other, terminal)]
    const [before, after] = [first.framework, second.framework]
    const found = diffFrameworks(before, after)
    const summary = summariseDiff(found)
    if (json) {
      const changes = found.changes.map((change) => ({ ...change, sentence: sayChange(change) }))
      const leftOut = { before: first.leftOut, after: second.leftOut }
      return printJson(terminal, { before: found.before, after: found.after, summary, changes, leftOut })
    }
    const title = `${before.name} ${before.version} → ${after.name} ${after.version}`
    terminal.out(styled(terminal, 'bold', title))
    for (const sentence of summary) paragraph(terminal, sentence)
    for (const section of sectionsOf(found)) show(section, terminal)
    tellLeftOut(one, first, terminal)
    tellLeftOut(other, second, terminal)
  },
}

function show(section: DiffSection, terminal: Terminal): void {
  heading(terminal, section.title)
  bullets(terminal, section.changes.map(sayChange))
}

async function load(word: string, terminal: Terminal): Promise<FoundFramework> {
  if (isForeign(word)) return frameworkInFile(word)
  return { framework: await frameworkNamed(word, terminal.env), leftOut: 0 }
}

/** What an import could not read is no difference between the two. */
function tellLeftOut(word: string, { leftOut }: FoundFramework, terminal: Terminal): void {
  if (leftOut === 0) return
  const parts = leftOut === 1 ? 'One part' : `${leftOut} parts`
  remark(terminal, `${parts} of ${word} could not be read: skillmap import ${word} lists them.`)
}
