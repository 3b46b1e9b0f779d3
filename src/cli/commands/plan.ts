// skillmap plan: what to practise in which quarter, why, and when it may be reached.

import type { Proof } from '../../core/plan/proof-model.ts'
import { whatWouldChange } from '../../core/plan/what-would-change.ts'
import { oneDecimal } from '../../core/planning/plain-words.ts'
import { readinessRange } from '../../core/planning/readiness-range.ts'
import { type Command, printJson, textOption } from '../command.ts'
import { FRAMEWORK_OPTION, FRAMEWORK_PARSE } from '../framework-named.ts'
import { remark } from '../layout.ts'
import { type AskedPlan, planAsked } from '../plan-asked.ts'
import { provePlan } from '../prove-plan.ts'
import { printPlan } from '../show-plan.ts'

export const planCommand: Command = {
  name: 'plan',
  summary: 'What to practise in which quarter, why, and when it may be reached',
  usage:
    'skillmap plan [--from <role>] [--to <role>[,<role>]] [--hours 3] [--quarters 8] [--pin <skill>] [--without <skill>] [--order <skill>,<skill>] [--opportunity <skill>=<quarter>] [--at-once 3] [--heavy-weeks 0] [--keep | --what-if] [--open] | --undo [--framework <id or folder>]',
  about:
    'Orders what is missing towards one role or several by what it is worth for its hours, in quarters, with a reason for each step and a forecast. Without options it shows the plan that you keep, and makes it the first time, from your role, your destination and your ratings. With options it tries another one out; --keep makes that one yours, and --undo takes the last one back. “none” empties a list of skills. With --from it needs no data and assumes that you meet that role exactly.',
  options: {
    '--from <role>': 'A role that somebody meets exactly. Without it: yours, with your ratings.',
    '--to <role>':
      'The role to plan for, or several with commas between. What each counts may follow it: staff-engineer=2,engineering-manager=1.',
    '--hours <number>': 'Hours of practice a week; 3 at first. Several with commas: one for each quarter.',
    '--quarters <number>': 'How far ahead; 8 at first, 40 at most.',
    '--at-once <number>': 'Skills that may be finished in one quarter; 3 at first.',
    '--heavy-weeks <number>':
      'Weeks in a row that felt heavy: from two on this quarter has half the hours and one skill.',
    '--pin <skill>': 'A skill that comes first whatever it is worth. May be given several times.',
    '--without <skill>': 'A skill that is left out. May be given several times.',
    '--order <skill>': 'Skills in the order that you wish for, with commas between.',
    '--opportunity <skill>':
      'An opportunity to practise what waits for one, with the quarter it begins in: performance-management=2.',
    '--keep': 'Make this your plan. Alone: make the plan anew from your levels of today.',
    '--what-if': 'Only try it out, also where no other option is given.',
    '--undo': 'Go back to the plan that you kept before this one.',
    '--open': 'Let the current quarter change too; its steps stay otherwise.',
    ...FRAMEWORK_OPTION,
    '--prove': 'Also prove how near the plan is to the best there is; takes some seconds.',
  },
  examples: [
    'skillmap plan',
    'skillmap plan --hours 4 --pin "written communication" --keep',
    'skillmap plan --to staff-engineer=2,engineering-manager=1 --at-once 2 --keep',
    'skillmap plan --from SE --to staff-engineer,engineering-manager --hours 4 --quarters 6 --json',
  ],
  parse: {
    from: { type: 'string' },
    to: { type: 'string' },
    hours: { type: 'string' },
    quarters: { type: 'string' },
    pin: { type: 'string', multiple: true },
    without: { type: 'string', multiple: true },
    order: { type: 'string', multiple: true },
    opportunity: { type: 'string', multiple: true },
    'at-once': { type: 'string' },
    'heavy-weeks': { type: 'string' },
    undo: { type: 'boolean' },
    keep: { type: 'boolean' },
    'what-if': { type: 'boolean' },
    open: { type: 'boolean' },
    prove: { type: 'boolean' },
    ...FRAMEWORK_PARSE,
  },
  positionals: [0, 0],
  async run(given, terminal) {
    const asked = await planAsked(given, terminal, new Date().toISOString().slice(0, 10))
    const { problem, plan } = asked.made
    const proof = given.values.prove === true ? await provePlan(problem, plan.worth) : undefined
    if (given.json) return printJson(terminal, asJson(asked, proof))
    printPlan(terminal, asked, textOption(given, 'from') === undefined)
    if (proof !== undefined) remark(terminal, proofSentence(proof))
  },
}

function asJson({ request, made, forecasts, kept }: AskedPlan, proof: Proof | null | undefined) {
  const { framework, estimates, fromRole, destinations } = request
  const to = destinations.map(({ role }) => role)
  return {
    from: fromRole,
    to,
    kept:
      kept === null
        ? null
        : {
            ...kept.revision,
            plan: undefined,
            estimates: undefined,
            since: kept.since,
            moved: kept.made.moved,
          },
    readiness: to.map((role) => ({ role, ...readinessRange(framework, estimates, role) })),
    plan: made.plan,
    forecasts,
    sensitivity: whatWouldChange(request),
    ...(proof === undefined ? {} : { proof }),
  }
}

function proofSentence(proof: Proof | null): string {
  if (proof === null) return 'No proof within twenty seconds; the plan stands as it is.'
  const percent = oneDecimal(proof.below * 100)
  return percent === '0.0'
    ? 'Proven: there is no better plan by the same measure.'
    : `Proven: no plan is more than ${percent}% better by the same measure.`
}
