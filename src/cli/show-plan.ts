// Prints a plan: quarters, this week, what waits, when, and what would change it.
import { findRole } from '../core/framework/look-up.ts'
import type { PlanRevision } from '../core/plan/kept-plan.ts'
import type { Plan, PlanQuarter } from '../core/plan/plan.ts'
import { whatWouldChange } from '../core/plan/what-would-change.ts'
import { inSentence, listInWords, oneDecimal } from '../core/planning/plain-words.ts'
import { bullets, heading, paragraph, remark, styled, table } from './layout.ts'
import type { AskedPlan } from './plan-asked.ts'
import type { Terminal } from './terminal.ts'

const CHANGES_TOLD = 3

export function printPlan(
  terminal: Terminal,
  { request, made: { plan }, forecasts, kept }: AskedPlan,
  isOwn: boolean,
): void {
  const { framework, destinations } = request
  const nameOf = (id: string) => inSentence(findRole(framework, id)?.name ?? id, framework.language)
  const roles = listInWords(destinations.map(({ role }) => nameOf(role)))
  terminal.out(styled(terminal, 'bold', `A plan from ${nameOf(request.fromRole)} towards ${roles}`))
  if (kept !== null) remark(terminal, keptRemark(kept.revision))
  for (const note of [...(kept?.revision.why ?? []), ...(kept?.since ?? [])]) paragraph(terminal, note)
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
  bullets(terminal, kept?.made.moved ?? [])
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
  if (kept !== null) remark(terminal, kept.made.honesty.sentence)
  else if (isOwn) remark(terminal, 'Tried out only. To keep it, add --keep.')
}

function keptRemark({ madeAt, version }: PlanRevision): string {
  return `Your plan of ${madeAt.slice(0, 10)}, number ${version}. It stays until you make another.`
}

export function withDate(sentence: string, date: string | null): string {
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
