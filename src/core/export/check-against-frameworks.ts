// Holds an import against the frameworks that it brings: what it rates must be there to be rated.

import type { Framework } from '../framework/framework.ts'
import { findRole, findSkill, topLevel } from '../framework/look-up.ts'
import { STAY } from '../target/target.ts'
import type { ExportedRevision } from './exported-assessment.ts'
import { evidenceProblems } from './exported-evidence.ts'
import { feedbackProblems } from './exported-feedback.ts'
import { growthProblems } from './exported-growth.ts'
import { packetProblems } from './exported-packets.ts'
import type { ImportablePerson, ImportProblem } from './personal-export.ts'

/** Roles, destinations, skills and levels that their framework version does not have. */
export function checkAgainstFrameworks(person: ImportablePerson): ImportProblem[] {
  const byDigest = new Map(person.frameworks.map(({ digest, framework }) => [digest, framework]))
  return [
    ...targetProblems(person, byDigest),
    ...assessmentProblems(person, byDigest),
    ...growthProblems(person, byDigest),
    ...evidenceProblems(person, byDigest),
    ...feedbackProblems(person, byDigest),
    ...packetProblems(person, byDigest),
  ]
}

type Frameworks = ReadonlyMap<string, Framework>

function targetProblems(person: ImportablePerson, frameworks: Frameworks): ImportProblem[] {
  return person.targets.flatMap((target, index) => {
    const framework = frameworks.get(target.frameworkDigest)
    if (framework === undefined) return []
    const pointer = `/targets/${index}`
    const problems = roleProblems(framework, target.role, `${pointer}/role`)
    for (const [place, destination] of target.destinations.entries()) {
      if (destination !== STAY)
        problems.push(...roleProblems(framework, destination, `${pointer}/destinations/${place}`))
    }
    return problems
  })
}

function assessmentProblems(person: ImportablePerson, frameworks: Frameworks): ImportProblem[] {
  const roles = person.assessments.flatMap(({ frameworkDigest, role }, index) => {
    const framework = frameworks.get(frameworkDigest)
    return framework === undefined ? [] : roleProblems(framework, role, `/assessments/${index}/role`)
  })
  const lists = (['assessments', 'noted'] as const).flatMap((list) =>
    person[list].flatMap(({ frameworkDigest, revisions }, index) => {
      const framework = frameworks.get(frameworkDigest)
      return framework === undefined
        ? []
        : revisionProblems(framework, revisions, { list, pointer: `/${list}/${index}/revisions` })
    }),
  )
  return [...roles, ...lists]
}

function revisionProblems(
  framework: Framework,
  revisions: readonly Pick<ExportedRevision, 'skill' | 'level'>[],
  { list, pointer }: { list: 'assessments' | 'noted'; pointer: string },
): ImportProblem[] {
  return revisions.flatMap(({ skill, level }, place) => {
    const problems: ImportProblem[] = []
    const found = findSkill(framework, skill)
    if (found?.private && list === 'noted')
      problems.push({ pointer: `${pointer}/${place}/skill`, message: `${skill} is only rated by its owner` })
    if (found === undefined)
      problems.push({ pointer: `${pointer}/${place}/skill`, message: `no skill is called ${skill}` })
    if (level !== null && level > topLevel(framework))
      problems.push({
        pointer: `${pointer}/${place}/level`,
        message: `the scale ends at ${topLevel(framework)}`,
      })
    return problems
  })
}

function roleProblems(framework: Framework, role: string, pointer: string): ImportProblem[] {
  return findRole(framework, role) === undefined ? [{ pointer, message: `no role is called ${role}` }] : []
}
