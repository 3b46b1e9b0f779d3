// skillmap week: looks back on a week, question by question, each of which may be skipped.
import { randomUUID } from 'node:crypto'
import type { LighterAnswer } from '../../core/check-in/answer-offer.ts'
import { type CheckIn, type CheckInContent, type Load, MOST_ENERGY } from '../../core/check-in/check-in.ts'
import { offerSentence, workAdvice } from '../../core/check-in/lighter-words.ts'
import { answersSentence } from '../../core/check-in/week-words.ts'
import { followPlan } from '../../core/plan/follow-plan.ts'
import type { GrowthArea } from '../../core/plan/plan.ts'
import type { ProgressEntry, ProgressState } from '../../core/progress/progress.ts'
import { reportWords } from '../../core/progress/report-words.ts'
import type { LighterState } from '../../server/check-in/check-in-wire.ts'
import { besideResults, type Command, type Given, printJson } from '../command.ts'
import { forecastKept, type GrowthData, keepPlanThere, progressOf, withGrowth } from '../growth-data.ts'
import { bullets, heading, paragraph, remark } from '../layout.ts'
import { weekAsked } from '../local-day.ts'
import type { Terminal } from '../terminal.ts'

export const week: Command = {
  name: 'week',
  summary: 'Look back on the week in two minutes: what you practised, what is in the way',
  usage: 'skillmap week [--week <day>] [--list]',
  about:
    'Asks line by line; Enter skips a question, q stops. Hours and finished steps feed your forecast. How the hours felt and the energy left are for you alone. A missed week costs nothing, and nobody is told of any.',
  options: {
    '--week <day>': 'Any day of the week that is meant; this week without it.',
    '--list': 'Show what you said of your weeks, and ask nothing.',
  },
  examples: ['skillmap week', 'skillmap week --week 2026-11-16', 'skillmap week --list'],
  parse: { week: { type: 'string' }, list: { type: 'boolean' } },
  positionals: [0, 0],
  async run(given, terminal) {
    await withGrowth(given, terminal, async (data) => {
      if (given.values.list !== true) await lookBack(given, besideResults(given, terminal), data)
      const known = await checkInsOf(data)
      if (given.json) return printJson(terminal, known)
      if (given.values.list === true) printWeeks(terminal, known.checkIns)
    })
  },
}

interface CheckIns {
  checkIns: CheckIn[]
}

async function checkInsOf({ connection }: GrowthData): Promise<CheckIns> {
  return (await connection.call<CheckIns>('GET', '/api/check-ins')).body
}

async function lookBack(given: Given, terminal: Terminal, data: GrowthData): Promise<void> {
  const monday = weekAsked(given)
  const ask = asker(terminal)
  paragraph(terminal, `The week of ${monday}. Enter skips, q stops.`)
  const before = await progressOf(data)
  if (data.state.kept !== null) await forecastKept(data.connection, data.state.kept.revisionId)
  const reported = await askPractice(ask, data, before, monday)
  const isSaid = await askWeek(ask, data, monday)
  if (!reported && !isSaid) return paragraph(terminal, 'Nothing was said, so nothing is kept. That is fine.')
  paragraph(terminal, 'Kept.')
  if (reported && !given.json) await printMoved(terminal, data, before)
  if (!given.json) await offerLighter(terminal, ask, data)
}

/** Null: skipped. After q every question is. */
type Ask = <Value>(question: string, read: (text: string) => Value | null) => Promise<Value | null>

function asker(terminal: Terminal): Ask {
  let stopped = false
  return async (question, read) => {
    while (!stopped) {
      const text = (await terminal.ask(`${question} `))?.trim() ?? 'q'
      if (text === 'q') stopped = true
      if (stopped || text === '') return null
      const value = read(text)
      if (value !== null) return value
      paragraph(terminal, 'That was not understood. Enter skips it.')
    }
    return null
  }
}

function numberFrom(least: number, most: number, isWhole: boolean): (text: string) => number | null {
  return (text) => {
    const value = Number(text.replace(',', '.'))
    const fits = value >= least && value <= most && (!isWhole || Number.isInteger(value))
    return fits ? value : null
  }
}

const MOST_HOURS = 168
const yes = (text: string) => (/^y(es)?$/i.test(text) ? true : /^n(o)?$/i.test(text) ? false : null)
const LOADS: Record<string, Load> = { l: 'light', r: 'right', h: 'heavy' }
const loadFrom = (text: string) => LOADS[text.charAt(0).toLowerCase()] ?? null

async function askPractice(
  ask: Ask,
  data: GrowthData,
  { entries }: ProgressState,
  monday: string,
): Promise<boolean> {
  let reported = false
  for (const area of areasOf(data)) {
    const { skill, level } = area
    const known = entries.find((one) => one.week === monday && one.skill === skill && one.level === level)
    const hint = known === undefined ? '' : ` [${known.hours}]`
    const hours = await ask(
      `${area.name}, towards level ${level}: hours?${hint}`,
      numberFrom(0, MOST_HOURS, false),
    )
    if (hours === null) continue
    const done = (await ask('  Is the step done, as you see it? y/n', yes)) ?? known?.done ?? false
    await report(data, { monday, area, known }, { hours, done })
    reported = true
  }
  return reported
}

function areasOf({ framework, state }: GrowthData): readonly GrowthArea[] {
  const { kept, estimates, today } = state
  return kept === null ? [] : (followPlan(framework, kept, estimates, today).quarters[0]?.areas ?? [])
}

async function report(
  { connection, state }: GrowthData,
  at: { monday: string; area: GrowthArea; known: ProgressEntry | undefined },
  said: { hours: number; done: boolean },
): Promise<void> {
  const { monday, area, known } = at
  const body = {
    revisionId: randomUUID(),
    frameworkDigest: state.framework.digest,
    practices: known?.practices ?? [],
    note: known?.note ?? '',
    ...said,
  }
  const path = `/api/progress/${monday}/${area.skill}/${area.level}`
  await connection.call('PUT', path, { headers: precondition(known?.revisionId), body })
}

/** What was said before stays where a question is skipped. */
async function askWeek(ask: Ask, data: GrowthData, monday: string): Promise<boolean> {
  const known = (await checkInsOf(data)).checkIns.find((one) => one.week === monday)
  const inTheWay = await ask('What is in the way?', (text) => text)
  const load = await ask('The hours of this week felt: l light, r right, h heavy?', loadFrom)
  const energy = await ask('Energy left for learning, 0 to 10?', numberFrom(0, MOST_ENERGY, true))
  if (inTheWay === null && load === null && energy === null) return false
  const before = known?.ownAnswers
  const content: CheckInContent = {
    inTheWay: inTheWay ?? known?.inTheWay ?? '',
    ownAnswers: { load: load ?? before?.load ?? null, energy: energy ?? before?.energy ?? null },
  }
  const body = { revisionId: randomUUID(), ...content }
  await data.connection.call('PUT', `/api/check-ins/${monday}`, {
    headers: precondition(known?.revisionId),
    body,
  })
  return true
}

function precondition(revisionId: string | undefined): Record<string, string> {
  return revisionId === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${revisionId}"` }
}

async function printMoved(terminal: Terminal, data: GrowthData, before: ProgressState): Promise<void> {
  const { state, connection, framework } = data
  const said = reportWords(before, await progressOf(data), framework.language)
  const { moved } = state.kept
    ? await forecastKept(connection, state.kept.revisionId)
    : { moved: [] as string[] }
  bullets(terminal, [...said, ...moved])
  if (moved.length === 0) remark(terminal, 'No date of your plan has moved by a week.')
}

const ANSWERS: Record<string, LighterAnswer> = { n: 'not-now', never: 'never' }

async function offerLighter(terminal: Terminal, ask: Ask, data: GrowthData): Promise<void> {
  const { connection, which } = data
  const { offer } = (await connection.call<LighterState>('GET', `/api/plan/lighter${which}`)).body
  if (offer === null) return
  heading(terminal, offer.kind === 'pause' ? 'A rest for the plan' : 'A lighter plan')
  paragraph(terminal, [offer.why, offerSentence(offer), ...offer.costs].join(' '))
  bullets(
    terminal,
    workAdvice.map(({ title, text }) => `${title}: ${text}`),
  )
  if (offer.safeguard !== null) paragraph(terminal, offer.safeguard)
  if (offer.choices === null) return
  const reply = await ask('Make it so? y yes, n not now, never never for this reason', (text) =>
    text === 'y' || ANSWERS[text] !== undefined ? text : null,
  )
  if (reply === 'y') {
    await keepPlanThere(data, offer.choices, false)
    paragraph(terminal, 'Done. skillmap plan --undo brings the plan of before back.')
  } else if (reply !== null) {
    const body = { reason: offer.reason, answer: ANSWERS[reply] }
    await connection.call('PUT', '/api/plan/lighter/answer', { body })
  }
}

function printWeeks(terminal: Terminal, checkIns: readonly CheckIn[]): void {
  if (checkIns.length === 0) paragraph(terminal, 'Nothing is said of any week, and nothing has to be.')
  for (const checkIn of checkIns) {
    const inTheWay = checkIn.inTheWay === '' ? [] : [`In the way: ${checkIn.inTheWay}`]
    heading(terminal, `Week of ${checkIn.week}`)
    for (const line of [answersSentence(checkIn), ...inTheWay]) if (line !== '') paragraph(terminal, line, 2)
  }
}
