// skillmap compare: two roles side by side.
import { type ChangedSkill, compareRoles } from '../../core/planning/compare-roles.ts'
import { capitalise, counted, weightWord } from '../../core/planning/plain-words.ts'
import { weekChange } from '../../core/planning/week-change.ts'
import { roleNamed } from '../built-in.ts'
import { type Command, printJson } from '../command.ts'
import { FRAMEWORK_OPTION, FRAMEWORK_PARSE, frameworkOf } from '../framework-named.ts'
import { heading, paragraph, styled, table } from '../layout.ts'

export const compare: Command = {
  name: 'compare',
  summary: 'Two roles side by side: what rises, falls, is new or gone',
  usage: 'skillmap compare <role> <role> [--framework <id or folder>]',
  about: 'Compares what two roles ask, skill by skill.',
  examples: ['skillmap compare staff-engineer engineering-manager', 'skillmap compare SE PM --json'],
  options: FRAMEWORK_OPTION,
  parse: FRAMEWORK_PARSE,
  positionals: [2, 2],
  async run(given, terminal) {
    const {
      positionals: [one = '', other = ''],
      json,
    } = given
    const framework = await frameworkOf(given, terminal)
    const [a, b] = [roleNamed(framework, one), roleNamed(framework, other)]
    const compared = compareRoles(framework, a.id, b.id)
    if (json) return printJson(terminal, { a: a.id, b: b.id, ...compared })
    terminal.out(styled(terminal, 'bold', `${a.name} compared with ${b.name}`))
    const week = weekChange(framework, a.id, b.id)
    if (week !== null) paragraph(terminal, week.sentence)
    const parts: [string, ChangedSkill[]][] = [
      ['New', compared.new],
      ['Rises', compared.rises],
      ['Falls', compared.falls],
      ['No longer asked', compared.gone],
    ]
    for (const [title, skills] of parts) {
      if (skills.length === 0) continue
      heading(terminal, title)
      table(terminal, ['Skill', 'Level', 'Weight'], skills.map(rowOf))
    }
    const same = compared.unchanged.length
    if (same === 0) return
    terminal.out('')
    paragraph(
      terminal,
      `${capitalise(counted(same, 'skill is', 'skills are'))} asked of both at the same level.`,
    )
  },
}

function rowOf(skill: ChangedSkill): string[] {
  const weights =
    skill.weightBefore === skill.weightAfter
      ? weightWord(skill.weightAfter)
      : `${weightWord(skill.weightBefore)} → ${weightWord(skill.weightAfter)}`
  return [skill.name, `${skill.levelBefore} → ${skill.levelAfter}`, weights]
}
