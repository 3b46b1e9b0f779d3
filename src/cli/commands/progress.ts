// skillmap progress: report a week of practice of one skill, or look at what was reported.
import { randomUUID } from 'node:crypto'
import { findSkill, topLevel } from '../../core/framework/look-up.ts'
import { estimateOf, heldLevel } from '../../core/planning/estimates.ts'
import { counted, withoutNoise } from '../../core/planning/plain-words.ts'
import type { ProgressEntry, ProgressRevision, ProgressState } from '../../core/progress/progress.ts'
import type { StepProgress } from '../../core/progress/step-progress.ts'
import { undoOfLastReport } from '../../core/progress/undo-report.ts'
import { skillNamed } from '../built-in.ts'
import { type Command, CommandFailure, type Given, printJson, textOption, UsageFailure } from '../command.ts'
import { FRAMEWORK_OPTION, FRAMEWORK_PARSE } from '../framework-named.ts'
import { forecastKept, type GrowthData, progressOf, withGrowth } from '../growth-data.ts'
import { bullets, paragraph, remark, table } from '../layout.ts'
import { weekAsked } from '../local-day.ts'
import type { Terminal } from '../terminal.ts'

export const progressCommand: Command = {
  name: 'progress',
  summary: 'Report what you practised this week, or look at what you reported',
  usage:
    'skillmap progress [<skill> --hours <number> [--done] [--note <text>] [--week <day>] [--level <n>] | <skill> --withdraw | --undo]',
  about:
    'Keeps the hours of a week for one step of a skill; said again for the same week, it corrects them. --done says that the step is done; a rating by somebody who saw it shows whether it is. Forecasts learn your pace from it. Nobody else sees it.',
  options: {
    '--hours <number>': 'Hours of practice in that week, all together. 0 is an answer too.',
    '--done': 'You say that the step is done.',
    '--note <text>': 'One line.',
    '--week <day>': 'Any day of the week that is meant; this week without it.',
    '--level <n>': 'The level that the step leads to; the step of your plan without it.',
    '--withdraw': 'Take the report of that week back.',
    '--undo': 'Take back what was reported last, whatever it was; said again, it brings it back.',
    ...FRAMEWORK_OPTION,
  },
  examples: [
    'skillmap progress',
    'skillmap progress "written communication" --hours 2',
    'skillmap progress mentoring --hours 1.5 --done --week 2026-11-16',
  ],
  parse: {
    hours: { type: 'string' },
    done: { type: 'boolean' },
    note: { type: 'string' },
    week: { type: 'string' },
    level: { type: 'string' },
    withdraw: { type: 'boolean' },
    undo: { type: 'boolean' },
    ...FRAMEWORK_PARSE,
  },
  positionals: [0, 1],
  async run(given, terminal) {
    const [word] = given.positionals
    const isUndo = given.values.undo === true
    if (isUndo && word !== undefined) throw new UsageFailure('--undo stands alone: it names no skill.')
    if (word !== undefined && given.values.withdraw !== true) hoursOf(given)
    await withGrowth(given, terminal, async (data) => {
      if (word !== undefined) await change(given, terminal, data, skillNamed(data.framework, word).id)
      if (isUndo) await undoLast(given, terminal, data)
      const after = await progressOf(data)
      if (given.json) return printJson(terminal, after)
      if (word === undefined && !isUndo) printAll(terminal, after)
      await printMoved(terminal, data, word !== undefined || isUndo)
    })
  },
}

function hoursOf(given: Given): number {
  const text = textOption(given, 'hours')
  if (text === undefined) throw new UsageFailure('Say how many hours: --hours 2. 0 is an answer too.')
  const hours = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isFinite(hours)) throw new UsageFailure(`--hours takes a number, not “${text}”.`)
  return hours
}

async function change(given: Given, terminal: Terminal, data: GrowthData, skill: string): Promise<void> {
  const { connection, which, state } = data
  const week = weekAsked(given)
  const level = levelOf(given, data, skill)
  const { entries } = await progressOf(data)
  const known = entries.find((one) => one.week === week && one.skill === skill && one.level === level)
  const path = `/api/progress/${week}/${skill}/${level}`
  if (given.values.withdraw === true) {
    if (known === undefined) throw new CommandFailure('There is no report of this step in this week.')
    const headers = { 'if-match': `"${known.revisionId}"` }
    await connection.call('DELETE', `${path}${which}`, { headers })
    if (!given.json) paragraph(terminal, `Taken back: the week of ${week}.`)
    return
  }
  const headers: Record<string, string> =
    known === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${known.revisionId}"` }
  const body = {
    revisionId: randomUUID(),
    frameworkDigest: state.framework.digest,
    hours: hoursOf(given),
    practices: known?.practices ?? [],
    done: given.values.done === true,
    note: textOption(given, 'note') ?? known?.note ?? '',
  }
  const saved = (await connection.call<ProgressEntry>('PUT', path, { headers, body })).body
  const { steps } = await progressOf(data)
  const step = steps.find((one) => one.skill === skill && one.level === level)
  if (!given.json && step !== undefined) paragraph(terminal, savedSentence(saved, step, known))
}

async function undoLast(given: Given, terminal: Terminal, data: GrowthData): Promise<void> {
  const { connection, which, framework } = data
  const path = `/api/progress/revisions${which}`
  const { revisions } = (await connection.call<{ revisions: ProgressRevision[] }>('GET', path)).body
  const undo = undoOfLastReport(revisions)
  if (undo === null) throw new CommandFailure('Nothing was reported yet.')
  const { key, content, current, frameworkDigest } = undo
  const place = `/api/progress/${key.week}/${key.skill}/${key.level}`
  if (content === null) {
    if (current === null) throw new CommandFailure('Nothing is left to take back.')
    await connection.call('DELETE', `${place}${which}`, { headers: { 'if-match': `"${current}"` } })
  } else {
    const headers: Record<string, string> =
      current === null ? { 'if-none-match': '*' } : { 'if-match': `"${current}"` }
    const body = { ...content, revisionId: randomUUID(), frameworkDigest }
    await connection.call('PUT', place, { headers, body })
  }
  if (given.json) return
  const name = findSkill(framework, key.skill)?.name ?? key.skill
  const now = content === null ? 'no report' : hoursWord(content.hours)
  paragraph(terminal, `${name}, towards level ${key.level}, week of ${key.week}: ${now} again.`)
}

/** The step of the plan that is open, or else the next level. */
function levelOf(given: Given, { framework, state }: GrowthData, skill: string): number {
  const text = textOption(given, 'level')
  if (text !== undefined) {
    if (!/^\d{1,3}$/.test(text)) throw new UsageFailure(`--level takes a whole number, not “${text}”.`)
    return Number(text)
  }
  const top = topLevel(framework)
  const held = heldLevel(estimateOf(framework, state.estimates, skill).mean, top)
  const planned = state.kept?.plan.steps.find((step) => step.skill === skill && step.level > held)
  const reported = state.steps.find((step) => step.skill === skill && step.state !== 'finished')
  return planned?.level ?? reported?.level ?? Math.min(top, held + 1)
}

/** "Mentoring, towards level 4, week of 2026-11-23: two hours. So far 12 of about 24." */
function savedSentence(saved: ProgressEntry, step: StepProgress, before: ProgressEntry | undefined): string {
  const instead = before === undefined ? '' : ` instead of ${figure(before.hours)}`
  const lead = `${step.name}, towards level ${step.level}, week of ${saved.week}: ${hoursWord(saved.hours)}${instead}.`
  const soFar = `So far ${figure(step.spent)} of about ${figure(step.estimated)} hours.`
  return [lead, soFar, ...(step.state === 'said-done' ? [SAID_DONE] : [])].join(' ')
}

const SAID_DONE = 'You say it is done; a rating by somebody who saw it would settle it.'
const STATES: Record<StepProgress['state'], string> = {
  'under-way': 'under way',
  'said-done': 'done, you say',
  finished: 'reached, as a rating shows',
}

function hoursWord(hours: number): string {
  return Number.isInteger(hours) ? counted(hours, 'hour') : `${figure(hours)} hours`
}

function figure(value: number): string {
  return String(withoutNoise(value))
}

function printAll(terminal: Terminal, { entries, steps }: ProgressState): void {
  if (entries.length === 0) {
    paragraph(terminal, 'Nothing is reported yet. For this week: skillmap progress <skill> --hours 2')
    return
  }
  const rows = steps.map((step) => [
    `${step.name} ${step.level}`,
    `${figure(step.spent)} of about ${figure(step.estimated)} h`,
    step.lastWeek,
    STATES[step.state],
  ])
  table(terminal, ['Step', 'Practised', 'Last week', 'Where it stands'], rows)
}

async function printMoved(
  terminal: Terminal,
  { connection, state }: GrowthData,
  isNews: boolean,
): Promise<void> {
  if (state.kept === null || !isNews) return
  const { moved } = await forecastKept(connection, state.kept.revisionId)
  if (moved.length > 0) bullets(terminal, moved)
  else remark(terminal, 'No date of your plan has moved by a week.')
}
