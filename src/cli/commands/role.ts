// skillmap role: what a role is, what it asks, and where it leads.
import type { Framework, Role } from '../../core/framework/framework.ts'
import { expectationOf, findRole, findSkill, movesFrom } from '../../core/framework/look-up.ts'
import { mustHavesOf } from '../../core/planning/must-haves.ts'
import { weightWord } from '../../core/planning/plain-words.ts'
import { roleNamed } from '../built-in.ts'
import { type Command, printJson } from '../command.ts'
import { FRAMEWORK_OPTION, FRAMEWORK_PARSE, frameworkOf } from '../framework-named.ts'
import { heading, paragraph, styled, table } from '../layout.ts'
import type { Terminal } from '../terminal.ts'

export const role: Command = {
  name: 'role',
  summary: 'What a role is, what it asks, and where it leads',
  usage: 'skillmap role <role> [--framework <id or folder>]',
  about: 'Shows a role: its purpose, a typical week, what it asks of each skill, and the moves from it.',
  examples: [
    'skillmap role staff-engineer',
    'skillmap role ST',
    'skillmap role "Engineering manager" --json',
  ],
  options: FRAMEWORK_OPTION,
  parse: FRAMEWORK_PARSE,
  positionals: [1, 1],
  async run(given, terminal) {
    const { positionals, json } = given
    const framework = await frameworkOf(given, terminal)
    const found = roleNamed(framework, positionals[0] ?? '')
    if (json) printJson(terminal, describe(framework, found))
    else show(framework, found, terminal)
  },
}

function describe(framework: Framework, found: Role) {
  return {
    role: found,
    mustHaves: mustHavesOf(framework, found),
    expectations: framework.expectations[found.id] ?? {},
    moves: movesFrom(framework, found.id),
  }
}

function show(framework: Framework, found: Role, terminal: Terminal): void {
  terminal.out(`${styled(terminal, 'bold', found.name)} (${found.id}, ${found.code})`)
  if (found.purpose !== undefined) paragraph(terminal, found.purpose)
  const facts = [
    ['Scope', found.scope],
    ['Usual stay', found.usualStay?.text],
    ['A typical week', weekOf(framework, found)],
    [
      'Must-haves',
      mustHavesOf(framework, found)
        .map((id) => findSkill(framework, id)?.name ?? id)
        .join(', '),
    ],
  ].filter((fact): fact is [string, string] => (fact[1] ?? '') !== '')
  terminal.out('')
  table(terminal, ['', ''], facts)
  heading(terminal, 'What it asks')
  table(terminal, ['Skill', 'Level', 'Weight', 'Group'], expectationRows(framework, found))
  heading(terminal, 'Where it leads')
  const moves = movesFrom(framework, found.id).map((move) => [
    findRole(framework, move.to)?.name ?? move.to,
    framework.moveKinds[move.kind].name,
    move.changes ?? '',
  ])
  table(terminal, ['To', 'Kind', 'What changes'], moves)
}

function weekOf(framework: Framework, found: Role): string {
  return framework.weekParts
    .map((part) => ({ name: part.name, percent: found.week?.[part.id] ?? 0 }))
    .filter((part) => part.percent > 0)
    .map((part) => `${part.name} ${part.percent}%`)
    .join(', ')
}

function expectationRows(framework: Framework, found: Role): string[][] {
  const groups = new Map(framework.groups.map((group) => [group.id, group.short]))
  return framework.skills
    .map((skill) => ({ skill, ...expectationOf(framework, found.id, skill.id) }))
    .filter((one) => one.weight > 0)
    .toSorted((one, other) => other.weight - one.weight || other.level - one.level)
    .map(({ skill, level, weight }) => [
      skill.name,
      String(level),
      weightWord(weight),
      groups.get(skill.group) ?? skill.group,
    ])
}
