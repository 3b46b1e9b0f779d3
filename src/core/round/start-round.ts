// What makes a round that can be started: its skills, its kinds of raters, its last day, and what confidential asks for.

import { isDate } from '../assessment/is-date.ts'
import { isInThePast } from '../assessment/note-assessment.ts'
import type { Framework } from '../framework/framework.ts'
import { addDays } from '../organisation/days.ts'
import { fail, type Result, succeed } from '../result.ts'
import { K_RATERS, type Round, type RoundRater } from './round.ts'
import { checkSkills, seesAny } from './skills-to-ask.ts'

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
  now: string,
): Result<StartRoundCommand, StartRoundFailure> {
  const title = command.title.trim().replaceAll(/\s+/g, ' ')
  if (title === '') return fail({ field: 'title', message: 'Give the round a name.' })
  const skills = checkSkills(command.skills, framework)
  if (!skills.ok) return fail({ field: 'skills', message: skills.failure })
  if (command.kinds.length === 0) return fail({ field: 'kinds', message: 'Choose who rates.' })
  // Where whoever starts it is, it may still be the day before.
  if (!isDate(command.endsOn) || isInThePast(addDays(command.endsOn, -1), now))
    return fail({ field: 'endsOn', message: 'Choose a last day that is still to come.' })
  return succeed({ ...command, title, kinds: [...new Set(command.kinds)] })
}

/** Of a confidential round those are told to nobody; the two who talk with each other are always named. */
export function isConfidentialRater({ kind }: Pick<RoundRater, 'kind'>): boolean {
  return kind !== 'self' && kind !== 'manager'
}

/** Why the list cannot be agreed to; null where it can. Whoever can see none of the skills is not asked. */
export function problemOfRaters(
  round: Pick<Round, 'confidential' | 'skills'>,
  raters: readonly Pick<RoundRater, 'kind'>[],
  framework: Framework,
): string | null {
  if (raters.length === 0) return 'Nobody is on the list yet.'
  const asked = raters.filter(({ kind }) => seesAny(kind, round.skills, framework))
  if (asked.length === 0)
    return 'Nobody on the list can see any of these skills in their work, so that nobody would be asked.'
  const told = asked.filter(isConfidentialRater).length
  if (round.confidential && told < K_RATERS)
    return `A confidential round asks at least ${K_RATERS} people about each person; here it would be ${told}.`
  return null
}
