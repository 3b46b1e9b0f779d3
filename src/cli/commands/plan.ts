// skillmap plan: what to practise in which quarter, why, and when it may be reached.

import { forecastPlan, type PlanForecast } from '../../core/forecast/forecast-plan.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { findRole } from '../../core/framework/look-up.ts'
import { type MadePlan, makePlan } from '../../core/plan/make-plan.ts'
import type { Plan, PlanQuarter } from '../../core/plan/plan.ts'
import type { PlanRequest } from '../../core/plan/plan-request.ts'
import type { Proof } from '../../core/plan/proof-model.ts'
import { whatWouldChange } from '../../core/plan/what-would-change.ts'
import { estimatesFrom } from '../../core/planning/estimates.ts'
import { inSentence, listInWords, oneDecimal } from '../../core/planning/plain-words.ts'
import { readinessRange } from '../../core/planning/readiness-range.ts'
import { skillNamed } from '../built-in.ts'
import { type Command, CommandFailure, type Given, printJson, textOption, UsageFailure } from '../command.ts'
import { FRAMEWORK_OPTION, FRAMEWORK_PARSE } from '../framework-named.ts'
import { bullets, heading, paragraph, remark, styled, table } from '../layout.ts'
import { provePlan } from '../prove-plan.ts'
import type { Terminal } from '../terminal.ts'
import { whereTo } from '../where-to.ts'

const HOURS = 3
const QUARTERS = 8
const CHANGES_TOLD = 3

export const planCommand: Command = {
  name: 'plan',
  summary: 'What to practise in which quarter, why, and when it may be reached',
  usage:
    'skillmap plan [--from <role>] [--to <role>[,<role>]] [--hours 3] [--quarters 8] [--pin <skill>] [--without <skill>] [--framework <id or folder>]',
  about:
    'Orders what is missing towards one role or several by what it is worth for its hours, in quarters, with a reason for each step and a forecast. With --from it assumes that you meet that role exactly; without, it uses your role, your destination and your ratings.',
  options: {
    ...FRAMEWORK_OPTION,
    '--from <role>': 'The role you hold. Without it: yours, with your ratings.',
    '--to <role>':
      'The role to plan for, or several with commas between. Without it: your first destination.',
    '--hours <number>': `Hours of practice a week; ${HOURS} where nothing is said. Several with commas: one for each quarter.`,
    '--quarters <number>': `How far ahead; ${QUARTERS} where nothing is said, 40 at most.`,
    '--pin <skill>': 'A skill that comes first whatever it is worth. May be given several times.',
    '--without <skill>': 'A skill that is left out. May be given several times.',
    ...FRAMEWORK_OPTION,
    '--prove': 'Also prove how near the plan is to the best there is; takes some seconds.',
  },
  examples: [
    'skillmap plan --from senior-engineer --to staff-engineer',
    'skillmap plan --from SE --to staff-engineer,engineering-manager --hours 4 --quarters 6',
    'skillmap plan --to staff-engineer --pin "written communication" --without delegation --json',
  ],
  parse: {
    from: { type: 'string' },
    to: { type: 'string' },
    hours: { type: 'string' },
    quarters: { type: 'string' },
    pin: { type: 'string', multiple: true },
    without: { type: 'string', multiple: true },
    ...FRAMEWORK_PARSE,
    prove: { type: 'boolean' },
    ...FRAMEWORK_PARSE,
  },
  positionals: [0, 0],
  async run(given, terminal) {
    const { framework, levels, from, to } = await whereTo(given, terminal)
    const request: PlanRequest = {
      framework,
      estimates: estimatesFrom(framework, levels),
      fromRole: from,
      destinations: to.map((role) => ({ role })),
      quarters: numbersOption(given, 'quarters', QUARTERS)[0] ?? QUARTERS,
      hoursPerWeek: numbersOption(given, 'hours', HOURS),
      pins: skillsOption(given, 'pin', framework),
      without: skillsOption(given, 'without', framework),
    }
    const result = makePlan(request)
    if (!result.ok) throw new CommandFailure(result.failure.join('\n'))
    const { plan } = result.value
    const today = new Date().toISOString().slice(0, 10)
    const forecasts = to.map((role) => forecastPlan(request, plan, role, today))
    const proof = given.values.prove === true ? await provePlan(result.value.problem, plan.worth) : undefined
    if (given.json) {
      const readiness = to.map((role) => ({ role, ...readinessRange(framework, request.estimates, role) }))
      const told = forecasts.map(({ milestones, ...rest }) => ({
        ...rest,
        milestones: milestones.map(({ kind, p50, p80 }) => ({ kind, p50: finite(p50), p80: finite(p80) })),
      }))
      const proven = proof === undefined ? {} : { proof }
      const sensitivity = whatWouldChange(request)
      return printJson(terminal, { from, to, readiness, plan, forecasts: told, sensitivity, ...proven })
    }
    printPlan(terminal, request, result.value, forecasts)
    if (proof !== undefined) remark(terminal, proofSentence(proof))
  },
}

/** JSON knows no infinity: null means beyond ten years. */
function finite(weeks: number): number | null {
  return Number.isFinite(weeks) ? weeks : null
}

function numbersOption(given: Given, name: string, standard: number): number[] {
  const text = textOption(given, name)
  if (text === undefined) return [standard]
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  if (numbers.some(Number.isNaN)) throw new UsageFailure(`--${name} takes a number, not “${text}”.`)
  return numbers
}

function skillsOption(given: Given, name: string, framework: Framework): string[] {
  const values = given.values[name]
  const words = Array.isArray(values) ? values.map(String) : []
  return words.flatMap((word) => word.split(',')).map((word) => skillNamed(framework, word.trim()).id)
}

function printPlan(
  terminal: Terminal,
  request: PlanRequest,
  { plan }: MadePlan,
  forecasts: readonly PlanForecast[],
): void {
  const { framework, destinations } = request
  const nameOf = (id: string) => inSentence(findRole(framework, id)?.name ?? id, framework.language)
  const roles = listInWords(destinations.map(({ role }) => nameOf(role)))
  terminal.out(styled(terminal, 'bold', `A plan from ${nameOf(request.fromRole)} towards ${roles}`))
  for (const note of [...plan.besideFocus, ...plan.notes]) paragraph(terminal, note)
  const busy = plan.quarters.filter((quarter) => quarter.areas.length > 0)
  if (busy.length > 0) {
    terminal.out('')
    table(terminal, ['Quarter', 'Skill', 'Level', 'Hours', 'Why'], busy.flatMap(quarterRows))
    if (plan.quarters.some((quarter) => quarter.areas.some((area) => area.state === 'under-way'))) {
      remark(terminal, '… under way in this quarter, finished in a later one')
    }
  }
  printNow(terminal, plan)
  printRest(terminal, plan)
  for (const forecast of forecasts) {
    heading(terminal, `When: ${nameOf(forecast.role)}`)
    bullets(
      terminal,
      forecast.words.map(({ sentence, dateMost }) => withDate(sentence, dateMost)),
    )
  }
  const sensitivity = whatWouldChange(request)
  if (sensitivity !== null && plan.steps.length > 0) {
    heading(terminal, 'What would change this')
    const told = sensitivity.changes.slice(0, CHANGES_TOLD).map(({ sentence }) => sentence)
    bullets(terminal, [...told, sensitivity.sentence])
  }
  terminal.out('')
  remark(
    terminal,
    'A forecast says when skills may be there, from what a framework and a few figures know. It promises no role.',
  )
}

function withDate(sentence: string, date: string | null): string {
  return date === null ? sentence : sentence.replace(/\.$/, ` (by ${date}).`)
}

function quarterRows({ quarter, areas }: PlanQuarter): string[][] {
  return areas.map((area, index) => [
    index === 0 ? String(quarter) : '',
    area.name,
    `${area.from} → ${area.level}`,
    area.state === 'finishes' ? oneDecimal(area.hours) : '…',
    area.state === 'finishes' || quarter === 1 ? area.why : '',
  ])
}

function printNow(terminal: Terminal, plan: Plan): void {
  const areas = plan.quarters[0]?.areas ?? []
  if (areas.length > 0) {
    heading(terminal, 'This week')
    bullets(
      terminal,
      areas.map((area) => `${area.name}: ${area.practices.map((practice) => practice.text).join(' ')}`),
    )
    heading(terminal, 'What will count, and who could see it')
    bullets(
      terminal,
      areas.map((area) => `${area.name}: ${area.evidence[0] ?? ''} ${area.observers} ${area.opportunity}`),
    )
  }
  if (plan.getRated.length > 0) {
    heading(terminal, 'Get rated before you practise')
    bullets(
      terminal,
      plan.getRated.map((one) => one.sentence),
    )
  }
}

function printRest(terminal: Terminal, plan: Plan): void {
  const sentences = [...plan.waitingSentences, ...plan.waived.map((one) => one.sentence)]
  if (sentences.length > 0) {
    heading(terminal, 'What hours cannot bring, and what the plan does without')
    bullets(terminal, sentences)
  }
  if (plan.later.length > 0) {
    heading(terminal, 'After this plan')
    paragraph(terminal, plan.later.map((step) => `${step.name} ${step.level}`).join(', '), 2)
  }
}

function proofSentence(proof: Proof | null): string {
  if (proof === null) return 'No proof within twenty seconds; the plan stands as it is.'
  const percent = oneDecimal(proof.below * 100)
  return percent === '0.0'
    ? 'Proven: there is no better plan by the same measure.'
    : `Proven: no plan is more than ${percent}% better by the same measure.`
}
