// skillmap focus: what is worth most on the way to a role.
import type { Assessment, Rating } from '../../core/assessment/assessment.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { focus, topFocus } from '../../core/planning/focus.ts'
import { type Levels, levelsAtExpectation, levelsFor } from '../../core/planning/levels.ts'
import { mapReading } from '../../core/planning/map-reading.ts'
import { oneDecimal, weightWord } from '../../core/planning/plain-words.ts'
import { practiceOrder } from '../../core/planning/practice-order.ts'
import { STAY, type Target } from '../../core/target/target.ts'
import { roleNamed } from '../built-in.ts'
import { type Command, CommandFailure, type Given, printJson, textOption } from '../command.ts'
import { connect } from '../connect.ts'
import { FRAMEWORK_OPTION, FRAMEWORK_PARSE, frameworkOf, meAgainst } from '../framework-named.ts'
import { heading, paragraph, remark, styled, table } from '../layout.ts'
import type { Terminal } from '../terminal.ts'

const ASSUMED = '* assumed from the current role; skillmap assess replaces it by what you say'

export const focusCommand: Command = {
  name: 'focus',
  summary: 'What is worth most on the way to a role',
  usage: 'skillmap focus [--from <role>] [--to <role>] [--all] [--framework <id or folder>]',
  about:
    'Lists the open gaps towards a role by what they are worth, with the reason. With --from it assumes that you meet that role exactly; without, it uses your role, your destination and your ratings.',
  options: {
    '--from <role>': 'The role you hold. Without it: yours, with your ratings.',
    '--to <role>': 'The role you look at. Without it: your first destination.',
    '--all': 'Every open gap, not only the first five.',
    ...FRAMEWORK_OPTION,
  },
  examples: [
    'skillmap focus --from senior-engineer --to staff-engineer',
    'skillmap focus --to engineering-manager',
    'skillmap focus --from SE --to ST --all --json',
  ],
  parse: { from: { type: 'string' }, to: { type: 'string' }, all: { type: 'boolean' }, ...FRAMEWORK_PARSE },
  positionals: [0, 0],
  async run(given, terminal) {
    const { framework, levels, from, to } = await whereTo(given, terminal)
    const items = focus(framework, levels, to, { fromRole: from })
    const chosen = given.values.all === true ? items : topFocus(items)
    const order = practiceOrder(framework, topFocus(items)).map((item) => item.skill)
    const reading = mapReading(framework, levels, from, to).sentence
    if (given.json) return printJson(terminal, { from, to, reading, items: chosen, practiceOrder: order })
    terminal.out(styled(terminal, 'bold', 'What to work on'))
    paragraph(terminal, reading)
    if (chosen.length === 0) return
    terminal.out('')
    const rows = chosen.map((item, index) => [
      String(index + 1),
      item.name,
      `${item.now} → ${item.needed}${item.assumed ? '*' : ''}`,
      weightWord(item.weight),
      oneDecimal(item.score),
      item.reason,
    ])
    table(terminal, ['', 'Skill', 'Level', 'Weight', 'Score', 'Why'], rows)
    if (chosen.some((item) => item.assumed)) remark(terminal, ASSUMED)
    heading(terminal, 'Practise in this order')
    const names = new Map(items.map((item) => [item.skill, item.name]))
    paragraph(terminal, order.map((id, index) => `${index + 1}. ${names.get(id) ?? id}`).join(', '), 2)
    const left = items.length - chosen.length
    if (left > 0) remark(terminal, `${left} smaller gaps: add --all`)
  },
}

interface Way {
  framework: Framework
  levels: Levels
  from: string
  to: string
}

interface Me {
  target: Target | null
  openAssessment: Assessment | null
  framework: { digest: string }
  levels: Rating[]
}

/** Without --from it asks the data; with both roles given it needs none. */
async function whereTo(given: Given, terminal: Terminal): Promise<Way> {
  const [from, to] = [textOption(given, 'from'), textOption(given, 'to')]
  if (from !== undefined) {
    const framework = await frameworkOf(given, terminal)
    const start = roleNamed(framework, from).id
    if (to === undefined) throw new CommandFailure('Say where to: add --to <role>.')
    return {
      framework,
      levels: levelsAtExpectation(framework, start),
      from: start,
      to: roleNamed(framework, to).id,
    }
  }
  const connection = await connect(terminal.env)
  try {
    const me = await meAgainst<Me>(connection, textOption(given, 'framework'))
    const { body: framework } = await connection.call<Framework>(
      'GET',
      `/api/frameworks/${me.framework.digest}`,
    )
    const role = me.target?.role ?? me.openAssessment?.role
    if (role === undefined)
      throw new CommandFailure('Your role is not known yet: add --from <role>, or run skillmap assess.')
    const destination = to === undefined ? me.target?.destinations[0] : roleNamed(framework, to).id
    if (destination === undefined) throw new CommandFailure('You have no destination yet: add --to <role>.')
    const end = destination === STAY ? role : destination
    return { framework, levels: levelsFor(framework, role, me.levels), from: role, to: end }
  } finally {
    await connection.close()
  }
}
