// skillmap skill: what a skill is, how each level shows, and how to get to the next.
import type { Anchor, Framework, Skill } from '../../core/framework/framework.ts'
import { findSkill, topLevel } from '../../core/framework/look-up.ts'
import { skillNamed } from '../built-in.ts'
import { type Command, CommandFailure, printJson, textOption, UsageFailure } from '../command.ts'
import { FRAMEWORK_OPTION, FRAMEWORK_PARSE, frameworkOf } from '../framework-named.ts'
import { bullets, heading, paragraph, styled, table } from '../layout.ts'
import type { Terminal } from '../terminal.ts'

const ACCESS = {
  open: 'Can be practised anywhere.',
  partial: 'Can partly be practised before holding a role that needs it.',
  gated: 'Can mostly be practised only in a role that needs it.',
}

export const skill: Command = {
  name: 'skill',
  summary: 'What a skill is, how each level shows, and how to get further',
  usage: 'skillmap skill <skill> [--level <n>] [--framework <id or folder>]',
  about: 'Shows a skill: its meaning, what people say, and per level what can be seen and practised.',
  options: { ...FRAMEWORK_OPTION, '--level <n>': 'Only this level.' },
  examples: [
    'skillmap skill mentoring',
    'skillmap skill mentoring --level 3',
    'skillmap skill "system design" --json',
  ],
  parse: { ...FRAMEWORK_PARSE, level: { type: 'string' } },
  positionals: [1, 1],
  async run(given, terminal) {
    const framework = await frameworkOf(given, terminal)
    const found = skillNamed(framework, given.positionals[0] ?? '')
    const anchors = chosenAnchors(framework, found, textOption(given, 'level'))
    if (given.json) printJson(terminal, { ...found, anchors })
    else show(framework, found, anchors, terminal)
  },
}

function chosenAnchors(framework: Framework, found: Skill, level: string | undefined): Anchor[] {
  if (level === undefined) return found.anchors
  if (!/^\d+$/.test(level))
    throw new UsageFailure(`--level takes a whole number from 1 to ${topLevel(framework)}.`)
  const anchors = found.anchors.filter((anchor) => anchor.level === Number(level))
  if (anchors.length > 0) return anchors
  const there = found.anchors.map((anchor) => anchor.level).join(', ')
  throw new CommandFailure(
    `${found.name} has no level ${level}. It has: ${there === '' ? 'none written yet' : there}.`,
  )
}

function show(framework: Framework, found: Skill, anchors: Anchor[], terminal: Terminal): void {
  const group = framework.groups.find((one) => one.id === found.group)?.name ?? found.group
  const names = (ids: readonly string[]) => ids.map((id) => findSkill(framework, id)?.name ?? id).join(', ')
  terminal.out(`${styled(terminal, 'bold', found.name)} (${found.id})`)
  paragraph(terminal, found.definition)
  terminal.out('')
  const kind = found.kind === 'unknown' ? 'not said' : framework.kinds[found.kind].name
  const facts: string[][] = [
    ['Group', group],
    ['Kind', kind],
    ['Access', ACCESS[found.access]],
  ]
  if (found.prerequisites.length > 0) facts.push(['Builds on', names(found.prerequisites)])
  table(terminal, ['', ''], facts)
  if (found.phrases.length > 0) heading(terminal, 'What people say')
  bullets(
    terminal,
    found.phrases.map(({ text, means, ask }) =>
      [`“${text}”`, means, ask === undefined ? undefined : `Ask back: ${ask}`]
        .filter((part) => part !== undefined)
        .join(' '),
    ),
  )
  for (const anchor of anchors) showAnchor(framework, anchor, terminal)
}

function showAnchor(framework: Framework, anchor: Anchor, terminal: Terminal): void {
  const name = framework.scale.find((one) => one.level === anchor.level)?.name ?? ''
  heading(terminal, `Level ${anchor.level}: ${name}`)
  bullets(
    terminal,
    anchor.behaviours.map((behaviour) => behaviour.text),
  )
  if (anchor.antiPattern !== undefined) paragraph(terminal, `Not this: ${anchor.antiPattern.text}`, 2)
  const isTop = anchor.level === topLevel(framework)
  if (anchor.practices.length > 0)
    terminal.out(styled(terminal, 'dim', isTop ? '  To keep it alive:' : '  To get further:'))
  bullets(
    terminal,
    anchor.practices.map((practice) => practice.text),
  )
  if (anchor.reading.length > 0) terminal.out(styled(terminal, 'dim', '  Read:'))
  bullets(
    terminal,
    anchor.reading.map(({ source, take }) => (take === undefined ? source : `${source}: ${take}`)),
  )
}
