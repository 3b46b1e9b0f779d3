// skillmap focus: what is worth most on the way to a role.
import { focus, topFocus } from '../../core/planning/focus.ts'
import { mapReading } from '../../core/planning/map-reading.ts'
import { capitalise, counted, oneDecimal, weightWord } from '../../core/planning/plain-words.ts'
import { practiceOrder } from '../../core/planning/practice-order.ts'
import { type Command, printJson } from '../command.ts'
import { FRAMEWORK_OPTION, FRAMEWORK_PARSE } from '../framework-named.ts'
import { heading, paragraph, remark, styled, table } from '../layout.ts'
import { whereTo } from '../where-to.ts'

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
    const { framework, levels, from, to: roles } = await whereTo(given, terminal)
    const [to = from] = roles
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
    if (left > 0) remark(terminal, `${capitalise(counted(left, 'smaller gap'))}: add --all`)
  },
}
