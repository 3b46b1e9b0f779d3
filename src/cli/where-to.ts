// Where somebody is and wants to go, as typed, or as saved.
import type { Assessment, Rating } from '../core/assessment/assessment.ts'
import type { Framework } from '../core/framework/framework.ts'
import { type HeardLevel, type Levels, levelsAtExpectation, levelsFor } from '../core/planning/levels.ts'
import { STAY, type Target } from '../core/target/target.ts'
import { roleNamed } from './built-in.ts'
import { CommandFailure, type Given, textOption } from './command.ts'
import { connect } from './connect.ts'
import { frameworkOf, meAgainst } from './framework-named.ts'
import type { Terminal } from './terminal.ts'

export interface Way {
  framework: Framework
  levels: Levels
  from: string
  /** One role or more. */
  to: string[]
}

interface Me {
  target: Target | null
  openAssessment: Assessment | null
  framework: { digest: string }
  levels: Rating[]
  heard: HeardLevel[]
}

/**
 * From `--from` and `--to`, which may name several roles with commas between. Without --from it asks the data; with both
 * given it needs none.
 */
export async function whereTo(given: Given, terminal: Terminal): Promise<Way> {
  const [from, to] = [textOption(given, 'from'), textOption(given, 'to')]
  if (from !== undefined) {
    const framework = await frameworkOf(given, terminal)
    const start = roleNamed(framework, from).id
    if (to === undefined) throw new CommandFailure('Say where to: add --to <role>.')
    return {
      framework,
      levels: levelsAtExpectation(framework, start),
      from: start,
      to: rolesNamed(framework, to),
    }
  }
  const connection = await connect(terminal.env)
  try {
    const me = await meAgainst<Me>(connection, textOption(given, 'framework'))
    const { body: framework } = await connection.call<Framework>(
      'GET',
      `/api/frameworks/${me.framework.digest}`,
    )
    const role = me.target?.role ?? me.openAssessment?.role
    if (role === undefined)
      throw new CommandFailure('Your role is not known yet: add --from <role>, or run skillmap assess.')
    const first = me.target?.destinations[0]
    const destinations = to !== undefined ? rolesNamed(framework, to) : first === undefined ? [] : [first]
    if (destinations.length === 0) throw new CommandFailure('You have no destination yet: add --to <role>.')
    const ends = destinations.map((destination) => (destination === STAY ? role : destination))
    return { framework, levels: levelsFor(framework, role, me.levels, me.heard), from: role, to: ends }
  } finally {
    await connection.close()
  }
}

function rolesNamed(framework: Framework, words: string): string[] {
  const named = words.split(',').map((word) => roleNamed(framework, word.trim()).id)
  return [...new Set(named)]
}
