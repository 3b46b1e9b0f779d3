// What makes a round that can be started: its skills, its kinds of raters, its last day, and what confidential asks for.

import { isDate } from '../assessment/is-date.ts'
import type { Framework } from '../framework/framework.ts'
import { fail, type Result, succeed } from '../result.ts'
import { K_RATERS, type Round, type RoundRater } from './round.ts'
import { checkSkills } from './skills-to-ask.ts'

export type StartRoundCommand = Pick<
  Round,
  'title' | 'purpose' | 'confidential' | 'managerSees' | 'skills' | 'kinds' | 'endsOn'
>

export interface StartRoundFailure {
  field: keyof StartRoundCommand
  message: string
}

/** The command as it is kept, or the first thing that does not fit. */
export function checkRound(
  command: StartRoundCommand,
  framework: Framework,
  today: string,
): Result<StartRoundCommand, StartRoundFailure> {
  const title = command.title.trim().replaceAll(/\s+/g, ' ')
  if (title === '') return fail({ field: 'title', message: 'Give the round a name.' })
  const skills = checkSkills(command.skills, framework)
  if (!skills.ok) return fail({ field: 'skills', message: skills.failure })
  if (command.kinds.length === 0) return fail({ field: 'kinds', message: 'Choose who rates.' })
  if (!isDate(command.endsOn) || command.endsOn <= today)
    return fail({ field: 'endsOn', message: 'Choose a last day that is still to come.' })
  return succeed({ ...command, title, kinds: [...new Set(command.kinds)] })
}

/** Of a confidential round those are told to nobody; the two who talk with each other are always named. */
export function isConfidentialRater({ kind }: Pick<RoundRater, 'kind'>): boolean {
  return kind !== 'self' && kind !== 'manager'
}

/** Why the list cannot be agreed to; null where it can. */
export function problemOfRaters(
  round: Pick<Round, 'confidential'>,
  raters: readonly Pick<RoundRater, 'kind'>[],
): string | null {
  if (raters.length === 0) return 'Nobody is on the list yet.'
  const told = raters.filter(isConfidentialRater).length
  if (round.confidential && told < K_RATERS)
    return `A confidential round asks at least ${K_RATERS} people about each person; here it would be ${told}.`
  return null
}
