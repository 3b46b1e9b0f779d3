// What is said when something does not work, and how to mend it.
import type { Problem, Where } from '../api.ts'

export const troubleWords = {
  title: 'This page could not be opened',
  again: 'Try again',
  start: 'To the first screen',
  missingTitle: 'There is no such page',
  missing: 'The address may be mistyped, or it comes from another framework. Nothing of yours is lost.',
  missingRole: 'This framework has no role of that name.',
  missingSkill: 'This framework has no skill of that name.',
  missingPath: 'This framework has no path of that name.',
  missingMove: 'This framework has no direct move between these two.',
  moreFields: (count: number) => `and ${count} more`,
  request: (id: string) => `Request ${id}`,
  fallback: 'Something in the program went wrong. Nothing that you saved is touched.',
} as const

type Place = Where | 'unknown'

/** On a laptop whoever reads starts it themselves; in a team somebody runs it for them. */
const UNREACHABLE: Record<Place, string> = {
  personal:
    'Skillmap does not answer. It may have been stopped: start it again with “npm start”, then try again.',
  team: 'Skillmap does not answer. Look whether you are online, and try again in a moment. If it goes on, tell whoever runs Skillmap for you.',
  unknown:
    'Skillmap does not answer. Try again in a moment. If it goes on: on your own computer start it again with “npm start”; in a team tell whoever runs it.',
}

const LOST_PART: Record<Place, string> = {
  personal:
    'A part of this page did not arrive. Skillmap may have been stopped, or renewed meanwhile: start it with “npm start” if need be, then try again.',
  team: 'A part of this page did not arrive. Skillmap may have been renewed meanwhile, or does not answer: try again. If it goes on, tell whoever runs it for you.',
  unknown:
    'A part of this page did not arrive. Skillmap may have been stopped, or renewed meanwhile. Try again. If it goes on: on your own computer start it with “npm start”; in a team tell whoever runs it.',
}

const DISK_FULL: Record<Place, string> = {
  personal: 'The disk is nearly full, so nothing was written. Free some space, then try again.',
  team: 'The disk of the server is nearly full, so nothing was written. Tell whoever runs Skillmap for you.',
  unknown:
    'The disk is nearly full, so nothing was written. Whoever runs Skillmap can free some space; then try again.',
}

/** What is said where a page's own code did not arrive; null where it is not known who runs the program. */
export function explainLostPart(here: Where | null): string {
  return LOST_PART[here ?? 'unknown']
}

/** One or two sentences: what happened, and what mends it. */
export function explainProblem(problem: Problem): string {
  const here = problem.here ?? 'unknown'
  if (problem.status === 0) return UNREACHABLE[here]
  if (problem.status === 401)
    return problem.type?.endsWith('#signed-out')
      ? 'You are not signed in here any more. Load this page again to sign in; nothing of yours is lost.'
      : 'This browser is not let in, or no longer. Run “skillmap open” in a terminal and open the link it prints.'
  if (problem.status === 412)
    return 'Somebody, perhaps you in another window, changed this in the meantime. Reload to see it.'
  if (problem.status === 507) return DISK_FULL[here]
  return problem.detail ?? `${problem.title}.`
}

/** Each field or place that did not fit. */
export function problemFields(problem: Problem): string[] {
  return (problem.errors ?? []).map((error) => {
    const place = error.field ?? placeInWords(error.pointer ?? '')
    return place === '' ? error.message : `${place}: ${error.message}`
  })
}

/** "#/assessments/0/ratings/3/level" → "assessments 1, ratings 4, level": people count from one. */
export function placeInWords(pointer: string): string {
  const steps = pointer
    .replace(/^#?\/?/, '')
    .split('/')
    .filter(Boolean)
  return steps
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step, index) => (/^\d+$/.test(step) ? ` ${Number(step) + 1}` : `${index > 0 ? ', ' : ''}${step}`))
    .join('')
    .trim()
}
