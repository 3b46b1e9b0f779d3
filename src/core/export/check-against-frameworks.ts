// Holds an import against the frameworks that it brings: what it rates must be there to be rated.

import type { Framework } from '../framework/framework.ts'
import { findRole, findSkill, topLevel } from '../framework/look-up.ts'
import { STAY } from '../target/target.ts'
import type { ImportablePerson, ImportProblem } from './personal-export.ts'

/** Roles, destinations, skills and levels that their framework version does not have. */
export function checkAgainstFrameworks(person: ImportablePerson): ImportProblem[] {
  const byDigest = new Map(person.frameworks.map(({ digest, framework }) => [digest, framework]))
  return [...targetProblems(person, byDigest), ...assessmentProblems(person, byDigest)]
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
  return person.assessments.flatMap((assessment, index) => {
    const framework = frameworks.get(assessment.frameworkDigest)
    if (framework === undefined) return []
    const pointer = `/assessments/${index}`
    const problems = roleProblems(framework, assessment.role, `${pointer}/role`)
    for (const [place, { skill, level }] of assessment.revisions.entries()) {
      const revision = `${pointer}/revisions/${place}`
      if (findSkill(framework, skill) === undefined)
        problems.push({ pointer: `${revision}/skill`, message: `no skill is called ${skill}` })
      if (level !== null && level > topLevel(framework))
        problems.push({ pointer: `${revision}/level`, message: `the scale ends at ${topLevel(framework)}` })
    }
    return problems
  })
}

function roleProblems(framework: Framework, role: string, pointer: string): ImportProblem[] {
  return findRole(framework, role) === undefined ? [{ pointer, message: `no role is called ${role}` }] : []
}
