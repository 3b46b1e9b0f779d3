// skillmap move: what changes between two roles, what is hard about it, and how to try it first.
import type { Framework, Move } from '../../core/framework/framework.ts'
import { findMove, movesFrom } from '../../core/framework/look-up.ts'
import { climb } from '../../core/planning/climb.ts'
import { levelsAtExpectation } from '../../core/planning/levels.ts'
import { mapReading } from '../../core/planning/map-reading.ts'
import { readyToTry } from '../../core/planning/ready-to-try.ts'
import { routesBetween } from '../../core/planning/routes.ts'
import { weekChange } from '../../core/planning/week-change.ts'
import { roleNamed } from '../built-in.ts'
import { type Command, printJson } from '../command.ts'
import { FRAMEWORK_OPTION, FRAMEWORK_PARSE, frameworkOf } from '../framework-named.ts'
import { heading, paragraph, styled, table } from '../layout.ts'
import type { Terminal } from '../terminal.ts'

/** Of the routes found; all of them are in the JSON. */
const ROUTES_SHOWN = 3

export const move: Command = {
  name: 'move',
  summary: 'What changes between two roles, what is hard, and how to try it first',
  usage: 'skillmap move <from> <to> [--framework <id or folder>]',
  about: 'Shows a move between two roles: what changes, the climb, the way back, and other routes.',
  examples: ['skillmap move senior-engineer engineering-manager', 'skillmap move SE ST --json'],
  options: FRAMEWORK_OPTION,
  parse: FRAMEWORK_PARSE,
  positionals: [2, 2],
  async run(given, terminal) {
    const {
      positionals: [from = '', to = ''],
      json,
    } = given
    const framework = await frameworkOf(given, terminal)
    const [start, end] = [roleNamed(framework, from), roleNamed(framework, to)]
    const levels = levelsAtExpectation(framework, start.id)
    const known = findMove(framework, start.id, end.id) ?? null
    const found = {
      move: known,
      reading: mapReading(framework, levels, start.id, end.id).sentence,
      climb: climb(framework, levels, end.id),
      week: weekChange(framework, start.id, end.id),
      readyToTry: readyToTry(framework, levels, end.id),
      routes: routesBetween(framework, levels, start.id, end.id).slice(0, 5),
    }
    if (json) return printJson(terminal, { from: start.id, to: end.id, ...found })
    terminal.out(`${styled(terminal, 'bold', `${start.name} → ${end.name}`)}\n`)
    if (known === null) {
      const names = movesFrom(framework, start.id).map((one) => one.to)
      const others = names.length === 0 ? 'none at all' : `these: ${names.join(', ')}`
      paragraph(
        terminal,
        `The framework describes no direct move. From ${start.name} it describes ${others}.`,
      )
    } else showMove(framework, known, terminal)
    heading(terminal, 'The climb, for somebody who meets the first role exactly')
    paragraph(terminal, found.reading)
    paragraph(terminal, found.readyToTry.words)
    if (found.week !== null) paragraph(terminal, found.week.sentence)
    if (found.routes.length === 0) return
    heading(terminal, 'Routes')
    table(
      terminal,
      ['Points', 'Way', ''],
      found.routes
        .slice(0, ROUTES_SHOWN)
        .map((route) => [String(route.cost), route.roles.slice(1).join(' → '), route.sentence]),
    )
  },
}

function showMove(framework: Framework, known: Move, terminal: Terminal): void {
  const kind = framework.moveKinds[known.kind]
  const back = known.back
  const rows = [
    ['Kind', `${kind.name}. ${kind.about}`],
    ['What changes', known.changes],
    ['What is hard', known.hard],
    ['The way back', back === undefined ? undefined : wayBackInWords(back.ease, back.note)],
    ['Try it first', known.trial],
  ].filter((row): row is [string, string] => row[1] !== undefined)
  table(terminal, ['', ''], rows)
}

/** The note often says the ease itself ("easy to 3 years"); then it stands alone. */
function wayBackInWords(ease: string, note: string | undefined): string {
  if (note === undefined) return ease
  return note.startsWith(ease) ? note : `${ease}: ${note}`
}
