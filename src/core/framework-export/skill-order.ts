// Decides where the order of skills has to be written down because the rows of expectations.csv do not show it.
import type { Framework, Weight } from '../framework/framework.ts'
import { groupedBy } from '../framework/grouped-by.ts'
import { compareText } from '../framework/problem.ts'

export interface ExpectationLine {
  role: string
  skill: string
  level: number
  weight: Weight
}

/** Roles in their order, and each role's skills in theirs; rows of nothing (level 0, weight 0) are left out. */
export function expectationLines(framework: Framework): ExpectationLine[] {
  const roles = inOrder(
    framework.roles.map((role) => role.id),
    Object.keys(framework.expectations),
  )
  const skillIds = framework.skills.map((skill) => skill.id)
  return roles.flatMap((role) => {
    const ofRole = ownMember(framework.expectations, role) ?? {}
    return inOrder(skillIds, Object.keys(ofRole)).flatMap((skill) => {
      const expectation = ownMember(ofRole, skill)
      if (expectation === undefined || (expectation.level === 0 && expectation.weight === 0)) return []
      return [{ role, skill, level: expectation.level, weight: expectation.weight }]
    })
  })
}

function inOrder(known: string[], all: string[]): string[] {
  return [...new Set([...known, ...all.toSorted(compareText)])]
}

function ownMember<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** The skills of each group whose order would be lost: reading goes by first appearance in the rows, then by id. */
export function skillOrderToWrite(framework: Framework): Map<string, string[]> {
  const shown = new Map<string, number>()
  for (const { skill } of expectationLines(framework)) if (!shown.has(skill)) shown.set(skill, shown.size)
  const rank = (id: string) => shown.get(id) ?? Number.MAX_SAFE_INTEGER
  const orders = new Map<string, string[]>()
  for (const [group, skills] of groupedBy(framework.skills, (skill) => skill.group)) {
    const ids = skills.map((skill) => skill.id)
    const unaided = ids.toSorted((a, b) => rank(a) - rank(b) || compareText(a, b))
    if (unaided.some((id, index) => id !== ids[index])) orders.set(group, ids)
  }
  return orders
}
