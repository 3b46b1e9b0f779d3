// skillmap levels: where you stand, with likely ranges, and what each level rests on.
import type { Framework } from '../../core/framework/framework.ts'
import { expectationOf, findRole } from '../../core/framework/look-up.ts'
import { keyOf } from '../../core/importing/naming.ts'
import { habitWords } from '../../core/measurement/habit-words.ts'
import type { MeasuredLevel } from '../../core/measurement/measure-person.ts'
import { sayLevel, sayNarrowing, saySources } from '../../core/measurement/measure-words.ts'
import { networkWords } from '../../core/measurement/networks.ts'
import type { PeopleComparison } from '../../core/measurement/people-comparison.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import type { Estimates } from '../../core/planning/estimates.ts'
import { inSentence, oneDecimal } from '../../core/planning/plain-words.ts'
import { readinessRange } from '../../core/planning/readiness-range.ts'
import { skillNamed } from '../built-in.ts'
import { type Command, CommandFailure, type Given, printJson, textOption } from '../command.ts'
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
  usage: 'skillmap levels [<skill>] [--of <name>] [--how-i-rate] [--framework <id>]',
  about:
    'Takes everything together that was said about you, by yourself and by others, and says for each skill where you most likely are and how sure that is. With a skill it says what the level rests on and what would make it surer.',
  options: {
    '--of <name>': 'Somebody whom you keep, in place of yourself.',
    '--how-i-rate': 'How your ratings of others lie beside those of others about the same people.',
    ...FRAMEWORK_OPTION,
  },
  examples: [
    'skillmap levels',
    'skillmap levels mentoring',
    'skillmap levels --of Rosa',
    'skillmap levels --how-i-rate',
  ],
  parse: { of: { type: 'string' }, 'how-i-rate': { type: 'boolean' }, ...FRAMEWORK_PARSE },
  positionals: [0, 1],
  async run(given, terminal) {
    await withGrowth(given, terminal, async (data) => {
      if (given.values['how-i-rate'] === true) return printHabit(given, terminal, data)
      const name = textOption(given, 'of')
      const person = name === undefined ? null : await keptNamed(data, name)
      const path = person === null ? '/api/levels' : `/api/people/${person.id}/levels`
      const { body } = await data.connection.call<Levels>('GET', `${path}${data.which}`)
      if (given.json) return printJson(terminal, body)
      const [word] = given.positionals
      if (word !== undefined) {
        const skill = skillNamed(data.framework, word).id
        return printOne(terminal, data.framework, body, { skill, isMine: person === null })
      }
      printAll(terminal, data, body, person)
      if (person !== null) await printNetwork(terminal, data, person)
    })
  },
}

const RANGE = 'A likely range is right four times out of five.'
const NOTHING = 'Nobody has rated you yet. skillmap assess asks about twelve skills, in about five minutes.'

function printAll(
  terminal: Terminal,
  { framework, state }: GrowthData,
  { levels, role, estimates }: Levels,
  person: KeptPerson | null,
): void {
  if (levels.length === 0) {
    paragraph(
      terminal,
      person === null ? NOTHING : `Nothing is written down about ${person.displayName} yet.`,
    )
    return
  }
  const bySkill = new Map(levels.map((level) => [level.skill, level]))
  const rows = framework.skills.flatMap(({ id, name }) => {
    const level = bySkill.get(id)
    if (level === undefined) return []
    const asked = role === null ? '' : String(expectationOf(framework, role, id).level)
    return [[name, oneDecimal(level.level), `${oneDecimal(level.low)} to ${oneDecimal(level.high)}`, asked]]
  })
  table(
    terminal,
    ['Skill', 'Level', 'Likely range', person === null ? 'Your role asks' : 'Their role asks'],
    rows,
  )
  if (person !== null) {
    remark(terminal, RANGE)
    return
  }
  remark(terminal, `${RANGE} What nobody rated is not in the list; plans take it from your role.`)
  for (const { role: to } of state.choices?.destinations ?? []) {
    if (to === role) continue
    heading(terminal, `On the way to ${inSentence(findRole(framework, to)?.name ?? to, framework.language)}`)
    bullets(terminal, readinessRange(framework, estimates, to).words)
  }
}

function printOne(
  terminal: Terminal,
  framework: Framework,
  { levels }: Levels,
  { skill, isMine }: { skill: string; isMine: boolean },
): void {
  const level = levels.find((one) => one.skill === skill)
  if (level === undefined) {
    paragraph(terminal, 'Nobody has rated this skill yet.')
    return
  }
  paragraph(terminal, sayLevel(framework, level))
  heading(terminal, 'What it rests on')
  bullets(terminal, saySources(level, isMine))
  const narrowing = sayNarrowing(level)
  if (narrowing.length === 0) return
  heading(terminal, 'What would make it surer')
  bullets(terminal, narrowing)
}

/** By the whole name, or by its beginning where only one begins like this. */
async function keptNamed({ connection }: GrowthData, name: string): Promise<KeptPerson> {
  const { body: people } = await connection.call<KeptPerson[]>('GET', '/api/people')
  const wanted = keyOf(name)
  const exact = people.find(({ displayName }) => keyOf(displayName) === wanted)
  const alike = people.filter(({ displayName }) => keyOf(displayName).startsWith(wanted))
  const [found] = exact ? [exact] : alike
  if (found === undefined) throw new CommandFailure(`You keep nobody called ${name}.`)
  if (exact === undefined && alike.length > 1)
    throw new CommandFailure(`Several names begin with ${name}: write more of the one you mean.`)
  return found
}

const comparisonOf = async ({ connection, which }: GrowthData) =>
  (await connection.call<PeopleComparison>('GET', `/api/people-comparison${which}`)).body

async function printNetwork(terminal: Terminal, data: GrowthData, person: KeptPerson): Promise<void> {
  const sentence = networkWords((await comparisonOf(data)).networks, person)
  if (sentence !== '') paragraph(terminal, sentence)
}

async function printHabit(given: Given, terminal: Terminal, data: GrowthData): Promise<void> {
  const { habit } = await comparisonOf(data)
  if (given.json) return printJson(terminal, habit)
  if (habit === null)
    return paragraph(terminal, 'You have rated fewer than two people: that says nothing about a habit.')
  for (const sentence of habitWords(habit)) paragraph(terminal, sentence)
}
