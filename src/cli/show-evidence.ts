// Entries of evidence on the terminal.
import type { Evidence } from '../core/evidence/evidence.ts'
import type { EvidencePage } from '../core/evidence/evidence-page.ts'
import type { Framework } from '../core/framework/framework.ts'
import { findSkill } from '../core/framework/look-up.ts'
import { capitalise, counted } from '../core/planning/plain-words.ts'
import { paragraph, remark, styled, withoutControls } from './layout.ts'
import type { Terminal } from './terminal.ts'

export function printEntries(terminal: Terminal, framework: Framework, page: EvidencePage): void {
  for (const entry of page.entries) printEntry(terminal, framework, entry)
  const more = page.total - page.entries.length
  if (more > 0) remark(terminal, `${capitalise(counted(more, 'more entry', 'more entries'))}.`)
  const missing = page.unreadable.filter(({ why }) => why === 'key-missing').length
  if (missing > 0)
    paragraph(
      terminal,
      `${capitalise(counted(missing, 'entry', 'entries'))} cannot be read: the key is missing. Put back the recovery sheet: skillmap key restore`,
    )
  const damaged = page.unreadable.length - missing
  if (damaged > 0)
    paragraph(
      terminal,
      `${capitalise(counted(damaged, 'entry', 'entries'))} cannot be read: not what was written. A backup may hold the words.`,
    )
}

function printEntry(terminal: Terminal, framework: Framework, entry: Evidence): void {
  const skills = entry.skills.map(({ skill, level }) => {
    const name = findSkill(framework, skill)?.name ?? skill
    return level === null ? name : `${name} ${level}`
  })
  const names = entry.credit.map(({ name }) => name)
  const about = [...skills, ...(names.length > 0 ? [`with ${names.join(', ')}`] : [])].join(' · ')
  terminal.out('')
  terminal.out(styled(terminal, 'bold', entry.happenedOn))
  for (const line of entry.text.split('\n')) paragraph(terminal, line, 2)
  for (const link of entry.links) terminal.out(withoutControls(`  ${link}`))
  if (about !== '') remark(terminal, about)
}
