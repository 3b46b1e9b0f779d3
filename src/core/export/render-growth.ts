// Plans and progress of a personal export as a page: what was planned and why, what was practised.

import type { Framework } from '../framework/framework.ts'
import type { PlanRevision } from '../plan/kept-plan.ts'
import { day, plain } from './markdown-text.ts'
import type { PersonalExport } from './personal-export.ts'

/** Forecasts stay in the JSON: rows of numbers tell a reader nothing. */
export function growthParts(data: PersonalExport, frameworks: ReadonlyMap<string, Framework>): string[] {
  const { plans = [], progress = [], forecasts = [] } = data
  const reports = progress.filter(({ withdrawn }) => !withdrawn)
  const skillName = (digest: string, skill: string) => {
    const framework = frameworks.get(digest)
    return plain(framework?.skills?.find((one) => one.id === skill)?.name ?? skill)
  }
  return [
    ...(plans.length > 0 ? ['## Your plans'] : []),
    ...plans.flatMap((plan) => planPart(plan, frameworks.get(plan.frameworkDigest), skillName)),
    ...(reports.length > 0
      ? [
          '## What you practised',
          reports
            .map(
              ({ week, frameworkDigest, skill, level, hours, done, note }) =>
                `- Week of ${week}: ${skillName(frameworkDigest, skill)}, towards level ${level}, ${hours} h${done ? ', done' : ''}${note === '' ? '' : `: ${plain(note)}`}`,
            )
            .join('\n'),
        ]
      : []),
    ...(forecasts.length > 0
      ? ['## Forecasts', `${forecasts.length} kept; the JSON export holds them.`]
      : []),
  ]
}

function planPart(
  { madeAt, choices, plan, why, frameworkDigest }: PlanRevision,
  framework: Framework | undefined,
  skillName: (digest: string, skill: string) => string,
): string[] {
  const roles = choices.destinations.map(({ role }) =>
    plain(framework?.roles?.find((one) => one.id === role)?.name ?? role),
  )
  const steps = plan.steps.map(
    ({ skill, level, quarter }) =>
      `- Quarter ${quarter}: ${skillName(frameworkDigest, skill)}, level ${level}`,
  )
  return [
    `### ${day(madeAt)}, towards ${roles.join(', ')}`,
    why.map(plain).join(' '),
    ...(steps.length > 0 ? [steps.join('\n')] : []),
  ]
}
