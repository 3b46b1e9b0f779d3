// Brings ratings of people from the command line: shows who is who and what is left out, asks, and keeps them.
import { randomUUID } from 'node:crypto'
import type { Framework } from '../core/framework/framework.ts'
import { findSkill } from '../core/framework/look-up.ts'
import type { ImportPreview } from '../core/importing/import-preview.ts'
import { placeInWords } from '../core/importing/import-words.ts'
import {
  type BroughtChoices,
  type BroughtPlan,
  planBroughtRatings,
} from '../core/importing/plan-brought-ratings.ts'
import type { KeptPerson } from '../core/person/kept-person.ts'
import type { Person } from '../core/person/person.ts'
import { CommandFailure, type Given, printJson, textOption, UsageFailure } from './command.ts'
import type { Connection } from './connect.ts'
import { bullets, heading, paragraph, remark, table } from './layout.ts'
import { localDay } from './local-day.ts'
import type { Terminal } from './terminal.ts'

export const PEOPLE_OPTIONS = {
  '--rated-by <who>': 'Of ratings that do not say it: me, themselves or unknown gave them.',
  '--rated-on <day>': 'Of ratings that do not say it: the day, such as 2026-03-31. Today, unless told.',
  '--me <name>': 'I stand in the table under this name.',
}

export const PEOPLE_PARSE = {
  'rated-by': { type: 'string' },
  'rated-on': { type: 'string' },
  me: { type: 'string' },
} as const

interface Kept {
  brought: { id: string; people: number; ratings: number }
  kept: number
  losses: unknown[]
}

export async function bringPeople(
  sent: ImportPreview & { token: string },
  given: Given,
  terminal: Terminal,
  connection: Connection,
): Promise<void> {
  const { ratings } = sent.reading
  const choices = choicesOf(given)
  const me = (await connection.call<{ person: Person; framework: { digest: string } }>('GET', '/api/me')).body
  const path = `/api/frameworks/${me.framework.digest}`
  const framework = (await connection.call<Framework>('GET', path)).body
  const people = (await connection.call<KeptPerson[]>('GET', '/api/people')).body
  const own = { id: me.person.id, name: me.person.displayName }
  const into = { framework, people, me: own, now: new Date().toISOString() }
  const plan = planBroughtRatings(ratings, into, { ...choices, rater: choices.rater ?? 'unknown' })
  const isYes = given.values.yes === true
  if (given.json && !isYes) return printJson(terminal, plan)
  if (!given.json) showPlan(plan, { framework, people }, terminal)
  if (plan.asks.rater !== 'none' && choices.rater === null)
    throw new UsageFailure(
      'Say who gave these ratings: --rated-by me, --rated-by themselves or --rated-by unknown.',
    )
  if (plan.notes.length === 0) throw new CommandFailure('Nothing in it can be kept as ratings of people.')
  if (!isYes && !(await isWanted(plan, terminal))) throw new CommandFailure('Nothing was kept.')
  const headers = { 'idempotency-key': randomUUID() }
  const body = { ...choices, rater: choices.rater ?? 'unknown' }
  const kept = (await connection.call<Kept>('POST', `/api/imports/${sent.token}/ratings`, { headers, body }))
    .body
  if (given.json) return printJson(terminal, kept)
  const { brought } = kept
  paragraph(
    terminal,
    `Ratings kept: ${brought.ratings}. Here already: ${kept.kept}. People added: ${brought.people}. On the page “People” it can be taken back.`,
  )
}

type Choices = Omit<BroughtChoices, 'rater'> & { rater: BroughtChoices['rater'] | null }

function choicesOf(given: Given): Choices {
  const rater = textOption(given, 'rated-by') ?? null
  if (rater !== null && rater !== 'me' && rater !== 'themselves' && rater !== 'unknown')
    throw new UsageFailure('--rated-by takes me, themselves or unknown.')
  const ratedOn = textOption(given, 'rated-on') ?? localDay()
  if (!/^\d{4}-\d{2}-\d{2}$/.test(ratedOn))
    throw new UsageFailure('--rated-on takes a day such as 2026-03-31.')
  const me = textOption(given, 'me')
  return { rater, ratedOn, people: me === undefined ? {} : { [me]: 'me' }, skills: {} }
}

/** Of losses; all of them are in the JSON. */
const SHOWN = 20

function showPlan(
  plan: BroughtPlan,
  { framework, people }: { framework: Framework; people: readonly KeptPerson[] },
  terminal: Terminal,
): void {
  const nameOf = (who: string) => people.find((person) => person.id === who)?.displayName
  heading(terminal, 'Who is who')
  table(
    terminal,
    ['In the file', 'Is'],
    plan.people.map(({ name, who }) => [name, nameOf(who) ?? (who === 'new' ? 'somebody new' : who)]),
  )
  heading(terminal, 'Which skill is which')
  table(
    terminal,
    ['In the file', `In ${framework.name}`],
    plan.skills.map(({ name, skillId }) => [
      name,
      (skillId === null ? undefined : findSkill(framework, skillId)?.name) ?? 'not found, left out',
    ]),
  )
  if (plan.losses.length === 0) return
  heading(terminal, 'Left out')
  bullets(
    terminal,
    plan.losses.slice(0, SHOWN).map(({ place, what, why }) => `${placeInWords(place)}: ${what}. ${why}`),
  )
  if (plan.losses.length > SHOWN) remark(terminal, `${plan.losses.length - SHOWN} more: add --json`)
}

async function isWanted(plan: BroughtPlan, terminal: Terminal): Promise<boolean> {
  const count = plan.notes.reduce((sum, note) => sum + note.ratings.length, 0)
  const what = `Keep ${count} ${count === 1 ? 'rating' : 'ratings'}? Only you will read them.`
  const typed = await terminal.ask(`\n${what} Type yes to go on.\n> `)
  return /^y(?:es)?$/i.test(typed?.trim() ?? '')
}
