// Somebody without an account whom a person keeps for themselves: a colleague who told them something, or a report.

import type { RaterKind } from '../assessment/assessment.ts'
import type { Framework } from '../framework/framework.ts'
import { findRole } from '../framework/look-up.ts'
import { fail, type Result, succeed } from '../result.ts'

/** What somebody is to the person who keeps them. */
export type Relation = Exclude<RaterKind, 'self'>

export interface KeptPerson {
  id: string
  displayName: string
  relation: Relation | null
  /** The id of a role of the framework. */
  role: string | null
  /** Changes with every change, and is the entity tag. */
  revisionId: string
}

export interface KeepPersonCommand {
  displayName: string
  relation: Relation | null
  role: string | null
}

export interface KeepPersonFailure {
  field: keyof KeepPersonCommand
  message: string
}

/** In characters, as a person counts them (code points). */
export const LONGEST_NAME = 200

/** What is kept of somebody, with the name on one line and without blanks around it. */
export function keepPerson(
  command: KeepPersonCommand,
  framework: Framework,
): Result<KeepPersonCommand, KeepPersonFailure> {
  const displayName = command.displayName.trim().replaceAll(/\s+/g, ' ')
  if (displayName === '')
    return fail({ field: 'displayName', message: 'Write a name, or a word of your own.' })
  if ([...displayName].length > LONGEST_NAME)
    return fail({ field: 'displayName', message: `A name has at most ${LONGEST_NAME} characters.` })
  if (command.role !== null && findRole(framework, command.role) === undefined)
    return fail({ field: 'role', message: `No role is called ${command.role}.` })
  return succeed({ ...command, displayName })
}

/** As what I rate somebody who is this to me: whoever reports to me is rated by their manager. */
export function myKindFor(relation: Relation | null): Relation {
  switch (relation) {
    case 'report':
      return 'manager'
    case 'manager':
      return 'report'
    default:
      return relation ?? 'peer'
  }
}
