// skillmap route: roles one after the other on paper, what each leg takes, and when to decide.
import type { Framework } from '../../core/framework/framework.ts'
import { findRole } from '../../core/framework/look-up.ts'
import type { RouteLeg } from '../../core/plan/route-leg.ts'
import { sharedByWays } from '../../core/plan/shared-by-ways.ts'
import { type SimulatedRoute, simulateRoute } from '../../core/plan/simulate-route.ts'
import { levelsAtExpectation } from '../../core/planning/levels.ts'
import { capitalise, inSentence } from '../../core/planning/plain-words.ts'
import { STAY } from '../../core/target/target.ts'
import { roleNamed } from '../built-in.ts'
import { type Command, type Given, printJson, textOption, UsageFailure } from '../command.ts'
import { FRAMEWORK_OPTION, FRAMEWORK_PARSE, frameworkOf } from '../framework-named.ts'
import { bullets, heading, paragraph, remark, styled, table } from '../layout.ts'
import type { Terminal } from '../terminal.ts'

const SKILLS_NAMED = 5

export const route: Command = {
  name: 'route',
  summary: 'Several roles one after the other: what each takes, and when to decide',
  usage: 'skillmap route <role> <role> [<role> …] [--years 3,5] [--start 2027] [--framework <id or folder>]',
  about:
    'Tries roles out on paper, the one held first, for somebody who meets it exactly: what carries over, what is new, what fades, the way back, a small trial, and the years in which to decide. “stay” is another while in the role before it.',
  options: {
    '--years <numbers>':
      'Years in each role after the first, with commas between; nothing between two commas is the usual stay.',
    '--start <year>': 'The year of the first move. Without it: this year.',
    ...FRAMEWORK_OPTION,
  },
  examples: [
    'skillmap route senior-engineer tech-lead engineering-manager',
    'skillmap route senior-engineer engineering-manager staff-engineer --years 4,',
    'skillmap route SE stay independent-consultant --start 2028 --json',
  ],
  parse: { years: { type: 'string' }, start: { type: 'string' }, ...FRAMEWORK_PARSE },
  positionals: [2, 7],
  async run(given, terminal) {
    const framework = await frameworkOf(given, terminal)
    const [first = '', ...rest] = given.positionals
    const from = roleNamed(framework, first).id
    const roles = rest.map((word) => (word === STAY ? STAY : roleNamed(framework, word).id))
    const levels = levelsAtExpectation(framework, from)
    const simulated = simulateRoute({
      framework,
      levels,
      roles: [from, ...roles],
      startYear: yearOption(given),
      stays: yearsOption(given),
    })
    const shared = sharedByWays(framework, levels, from, [roles])
    if (given.json) return printJson(terminal, { from, roles, ...simulated, shared })
    show(framework, simulated, terminal)
    if (shared.skills.length > 0) {
      heading(terminal, 'Worth it on every branch')
      paragraph(terminal, shared.sentence)
    }
    terminal.out('')
    for (const sentence of simulated.assumptions) remark(terminal, sentence)
  },
}

function yearOption(given: Given): number {
  const text = textOption(given, 'start')
  if (text === undefined) return new Date().getFullYear()
  if (!/^(19|20|21)\d\d$/.test(text)) throw new UsageFailure(`--start takes a year, not “${text}”.`)
  return Number(text)
}

function yearsOption(given: Given): (number | null)[] {
  return (textOption(given, 'years') ?? '').split(',').map((part) => {
    const text = part.trim()
    if (text === '') return null
    if (!/^[1-9]\d?$/.test(text))
      throw new UsageFailure(`--years takes whole years from 1 to 99, not “${text}”.`)
    return Number(text)
  })
}

function show(framework: Framework, { legs, decisions }: SimulatedRoute, terminal: Terminal): void {
  for (const leg of legs) showLeg(framework, leg, terminal)
  heading(terminal, 'When to decide')
  table(
    terminal,
    ['', ''],
    decisions.map(({ year, sentence }) => [String(year), sentence]),
  )
}

function showLeg(framework: Framework, leg: RouteLeg, terminal: Terminal): void {
  const name = (role: string) => findRole(framework, role)?.name ?? role
  const staying = leg.from === leg.to
  const title = staying
    ? `Another while as ${inSentence(name(leg.to), framework.language)}`
    : `${name(leg.from)} → ${inSentence(name(leg.to), framework.language)}`
  terminal.out('')
  terminal.out(styled(terminal, 'bold', `${leg.startYear} to ${leg.endYear}: ${title}`))
  const { words, mix } = leg.climb
  const hours = leg.hours > 0 ? ` About ${Math.round(leg.hours)} hours of practice would close it.` : ''
  paragraph(terminal, `${capitalise(words)}${mix === '' ? '' : `; ${mix}`}.${hours}`)
  const lines = [
    skillLine('New', leg.isNew),
    skillLine('Asked for more', leg.rises),
    skillLine('Carries over', leg.carriesOver),
    skillLine('Fades while away', leg.fades),
    leg.wayBack.sentence,
    leg.trial === null ? '' : `Try it first: ${leg.trial}`,
  ]
  bullets(
    terminal,
    lines.filter((line) => line !== ''),
  )
}

/** "New, 3: delegation 0 → 3, …"; empty where there are none. */
function skillLine(title: string, changes: RouteLeg['isNew']): string {
  if (changes.length === 0) return ''
  const named = changes
    .slice(0, SKILLS_NAMED)
    .map(({ name, before, after }) => `${name} ${before === after ? before : `${before} → ${after}`}`)
  const more = changes.length > named.length ? ', …' : ''
  return `${title}, ${changes.length}: ${named.join(', ')}${more}`
}
