// skillmap levels: where you stand, with likely ranges, and what each level rests on.
import { expectationOf, findRole } from '../../core/framework/look-up.ts'
import type { MeasuredLevel } from '../../core/measurement/measure-person.ts'
import { sayLevel, sayNarrowing, saySources } from '../../core/measurement/measure-words.ts'
import type { Estimates } from '../../core/planning/estimates.ts'
import { inSentence, oneDecimal } from '../../core/planning/plain-words.ts'
import { readinessRange } from '../../core/planning/readiness-range.ts'
import { skillNamed } from '../built-in.ts'
import { type Command, printJson } from '../command.ts'
import { FRAMEWORK_OPTION, FRAMEWORK_PARSE } from '../framework-named.ts'
import { type GrowthData, withGrowth } from '../growth-data.ts'
import { bullets, heading, paragraph, remark, table } from '../layout.ts'
import type { Terminal } from '../terminal.ts'

interface Levels {
  role: string | null
  levels: MeasuredLevel[]
  estimates: Estimates
}

export const levelsCommand: Command = {
  name: 'levels',
  summary: 'Where you stand, with likely ranges, and what they rest on',
  usage: 'skillmap levels [<skill>] [--framework <id>]',
  about:
    'Takes everything together that was said about you, by yourself and by others, and says for each skill where you most likely are and how sure that is. With a skill it says what the level rests on and what would make it surer.',
  options: FRAMEWORK_OPTION,
  examples: ['skillmap levels', 'skillmap levels mentoring', 'skillmap levels --json'],
  parse: FRAMEWORK_PARSE,
  positionals: [0, 1],
  async run(given, terminal) {
    await withGrowth(given, terminal, async (data) => {
      const { body } = await data.connection.call<Levels>('GET', `/api/levels${data.which}`)
      if (given.json) return printJson(terminal, body)
      const [word] = given.positionals
      if (word === undefined) printAll(terminal, data, body)
      else printOne(terminal, data, body, skillNamed(data.framework, word).id)
    })
  },
}

const RANGE = 'A likely range is right four times out of five.'
const NOTHING = 'Nobody has rated you yet. skillmap assess asks about twelve skills, in about five minutes.'

function printAll(
  terminal: Terminal,
  { framework, state }: GrowthData,
  { levels, role, estimates }: Levels,
): void {
  if (levels.length === 0) {
    paragraph(terminal, NOTHING)
    return
  }
  const bySkill = new Map(levels.map((level) => [level.skill, level]))
  const rows = framework.skills.flatMap(({ id, name }) => {
    const level = bySkill.get(id)
    if (level === undefined) return []
    const asked = role === null ? '' : String(expectationOf(framework, role, id).level)
    return [[name, oneDecimal(level.level), `${oneDecimal(level.low)} to ${oneDecimal(level.high)}`, asked]]
  })
  table(terminal, ['Skill', 'Level', 'Likely range', 'Your role asks'], rows)
  remark(terminal, `${RANGE} What nobody rated is not in the list; plans take it from your role.`)
  for (const { role: to } of state.choices?.destinations ?? []) {
    if (to === role) continue
    heading(terminal, `On the way to ${inSentence(findRole(framework, to)?.name ?? to, framework.language)}`)
    bullets(terminal, readinessRange(framework, estimates, to).words)
  }
}

function printOne(terminal: Terminal, { framework }: GrowthData, { levels }: Levels, skill: string): void {
  const level = levels.find((one) => one.skill === skill)
  if (level === undefined) {
    paragraph(terminal, 'Nobody has rated this skill yet.')
    return
  }
  paragraph(terminal, sayLevel(framework, level))
  heading(terminal, 'What it rests on')
  bullets(terminal, saySources(level))
  const narrowing = sayNarrowing(level)
  if (narrowing.length === 0) return
  heading(terminal, 'What would make it surer')
  bullets(terminal, narrowing)
}
