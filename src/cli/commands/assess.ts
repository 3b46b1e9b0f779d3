// skillmap assess: asks about skills one by one, in the terminal, and saves each answer at once.
import { randomUUID } from 'node:crypto'
import {
  type AskingState,
  actionForKey,
  answer,
  behavioursAsked,
  startAsking,
} from '../../core/assessment/ask-skill.ts'
import type { Assessment, Rating } from '../../core/assessment/assessment.ts'
import { FIRST_ROUND, remainingQuestions } from '../../core/assessment/choose-questions.ts'
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { levelsFor } from '../../core/planning/levels.ts'
import { mapReading } from '../../core/planning/map-reading.ts'
import { STAY, type Target } from '../../core/target/target.ts'
import { roleNamed } from '../built-in.ts'
import {
  besideResults,
  type Command,
  CommandFailure,
  type Given,
  printJson,
  textOption,
  UsageFailure,
} from '../command.ts'
import { type Connection, connect } from '../connect.ts'
import { FRAMEWORK_PARSE, meAgainst } from '../framework-named.ts'
import { bullets, heading, paragraph, styled } from '../layout.ts'
import type { Terminal } from '../terminal.ts'

const KEYS = 'y counts · n not yet · a approaching · s not sure · b back · q stop'

export const assess: Command = {
  name: 'assess',
  summary: 'Rate yourself: twelve skills, about five minutes',
  usage: 'skillmap assess [--role <role>] [--to <role>] [--count <n>] [--skill <skill>] [--framework <id>]',
  about:
    'Asks about the skills that matter most for where you are and where you may go. It begins at the level that your role expects and goes up while a level counts and down while it does not. Each answer is saved at once; what you skip stays assumed.',
  options: {
    '--role <role>': 'Your current role; asked for once otherwise.',
    '--to <role>': 'Choose the questions for this destination.',
    '--count <n>': `How many skills; ${FIRST_ROUND} without it.`,
    '--skill <skill>': 'Only this skill.',
    '--framework <id>': 'Rate yourself against another framework than the one in use.',
  },
  examples: [
    'skillmap assess',
    'skillmap assess --role senior-engineer --to staff-engineer',
    'skillmap assess --skill mentoring',
  ],
  parse: {
    role: { type: 'string' },
    to: { type: 'string' },
    count: { type: 'string' },
    skill: { type: 'string' },
    ...FRAMEWORK_PARSE,
  },
  positionals: [0, 0],
  async run(given, terminal) {
    const count = countOf(given)
    const connection = await connect(terminal.env)
    try {
      const beside = besideResults(given, terminal)
      const round = await prepare(given, count, beside, connection)
      const saved = await askAll(round, beside, connection)
      if (given.json) return printJson(terminal, saved)
      conclude(round, saved, terminal)
    } finally {
      await connection.close()
    }
  },
}

interface Round {
  framework: Framework
  assessment: Assessment
  role: string
  destination: string | null
  skills: Skill[]
  known: Rating[]
}

interface Me {
  target: Target | null
  openAssessment: Assessment | null
  framework: { digest: string }
  levels: Rating[]
}

function countOf(given: Given): number {
  const count = textOption(given, 'count') ?? String(FIRST_ROUND)
  if (!/^\d{1,3}$/.test(count)) throw new UsageFailure('--count takes a whole number.')
  return Number(count)
}

async function prepare(
  given: Given,
  count: number,
  terminal: Terminal,
  connection: Connection,
): Promise<Round> {
  const me = await meAgainst<Me>(connection, textOption(given, 'framework'))
  const { body: framework } = await connection.call<Framework>(
    'GET',
    `/api/frameworks/${me.framework.digest}`,
  )
  const role = await roleOf(given, me, framework, terminal)
  const to = textOption(given, 'to')
  const wanted = to === undefined ? (me.target?.destinations[0] ?? null) : roleNamed(framework, to).id
  const destination = wanted === STAY ? role : wanted
  const skills = chosenSkills(given, count, framework, role, destination, me.openAssessment)
  const assessment = fits(me.openAssessment, role) ?? (await open(connection, me.framework.digest, role))
  return { framework, assessment, role, destination, skills, known: me.levels }
}

function fits(assessment: Assessment | null, role: string): Assessment | null {
  return assessment?.role === role ? assessment : null
}

async function open(connection: Connection, frameworkDigest: string, role: string): Promise<Assessment> {
  const headers = { 'idempotency-key': randomUUID() }
  const body = { frameworkDigest, role }
  return (await connection.call<Assessment>('POST', '/api/assessments', { headers, body })).body
}

async function roleOf(given: Given, me: Me, framework: Framework, terminal: Terminal): Promise<string> {
  const named = textOption(given, 'role')
  if (named !== undefined) return roleNamed(framework, named).id
  const known = me.openAssessment?.role ?? me.target?.role
  if (known !== undefined) return known
  heading(terminal, 'Which role do you hold?')
  bullets(
    terminal,
    framework.roles.map((role) => `${role.name} (${role.code})`),
  )
  const typed = await terminal.ask('> ')
  if (typed === null || typed.trim() === '')
    throw new CommandFailure('Nothing was asked: say which role you hold.')
  return roleNamed(framework, typed.trim()).id
}

function chosenSkills(
  given: Given,
  count: number,
  framework: Framework,
  role: string,
  destination: string | null,
  assessment: Assessment | null,
): Skill[] {
  const only = textOption(given, 'skill')
  if (only !== undefined) {
    const found = framework.skills.find(
      (skill) => skill.id === only || skill.name.toLowerCase() === only.toLowerCase(),
    )
    if (found === undefined)
      throw new CommandFailure(`No skill is called “${only}”. See: skillmap role ${role}`)
    return [found]
  }
  const answered = fits(assessment, role)?.ratings.map((rating) => rating.skill) ?? []
  return remainingQuestions(framework, role, destination, answered)
    .slice(0, count)
    .flatMap((id) => findSkill(framework, id) ?? [])
}

async function askAll(round: Round, terminal: Terminal, connection: Connection): Promise<Rating[]> {
  const saved: Rating[] = []
  for (const [index, skill] of round.skills.entries()) {
    heading(terminal, `${index + 1} of ${round.skills.length}: ${skill.name}`)
    paragraph(terminal, skill.definition)
    const state = await askOne(round, skill, terminal)
    if (state?.result == null) break
    const current = [...round.assessment.ratings, ...saved].findLast((rating) => rating.skill === skill.id)
    const headers: Record<string, string> =
      current === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${current.revisionId}"` }
    const path = `/api/assessments/${round.assessment.id}/ratings/${skill.id}`
    const body = { revisionId: randomUUID(), ...state.result }
    const rating = (await connection.call<Rating>('PUT', path, { headers, body })).body
    saved.push(rating)
    terminal.out(styled(terminal, 'dim', `Saved: ${sayLevel(rating)}`))
  }
  return saved
}

/** Null when the person stops, or the input ends. */
async function askOne(round: Round, skill: Skill, terminal: Terminal): Promise<AskingState | null> {
  let state = startAsking(round.framework, round.role, skill)
  while (state.result === null) {
    const name = round.framework.scale.find((one) => one.level === state.level)?.name ?? ''
    terminal.out(`\n${styled(terminal, 'bold', `Level ${state.level}`)} ${name}`)
    bullets(
      terminal,
      behavioursAsked(skill, state).map((behaviour) => behaviour.text),
    )
    const typed = await terminal.ask(`Does this level count? (${KEYS}) `)
    if (typed === null) return null
    const key = typed.trim().toLowerCase()
    if (key === 'q') return null
    const action = actionForKey(key === 'b' ? 'Backspace' : (key[0] ?? ''))
    if (action === null) terminal.out(`One letter, please: ${KEYS}.`)
    else state = answer(state, action)
  }
  return state
}

function sayLevel(rating: Rating): string {
  if (rating.level === null) return 'cannot tell yet'
  return `level ${rating.level}${rating.approaching ? `, on the way to ${rating.level + 1}` : ''}`
}

function conclude(round: Round, saved: readonly Rating[], terminal: Terminal): void {
  const { framework, role, destination } = round
  terminal.out(
    `\nSaved ${saved.length} of ${round.skills.length}. skillmap assess goes on where you stopped.`,
  )
  if (destination === null) return
  const known = round.known.filter((rating) => !saved.some((one) => one.skill === rating.skill))
  const levels = levelsFor(framework, role, [...known, ...saved])
  paragraph(terminal, mapReading(framework, levels, role, destination).sentence)
}
