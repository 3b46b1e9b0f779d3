// Levels where a source names none, from the order of roles; and roles where it names none, from its levels.
import { groupedBy } from '../framework/grouped-by.ts'
import { addExpectation, addPath, addRole, addStatement, type Draft, type DraftRole } from './draft.ts'
import { statementsIn } from './fact.ts'
import type { FactsReading, WaitingFact } from './facts-reading.ts'

/** Sentences for a role and a skill without a level: the level is the role's place in its ladder. */
export function readWaiting(waiting: WaitingFact[], { draft }: FactsReading): void {
  if (waiting.length === 0) return
  const rungs = rungsOf(draft)
  for (const { fact, role, skill } of waiting) {
    const rung = rungs.get(draft.roles.get(role)?.band ?? 1) ?? 1
    const level = draft.expectations.get(role)?.get(skill)?.level || rung
    addExpectation(draft, role, skill, { level })
    for (const text of statementsIn(fact.text ?? '')) addStatement(draft, skill, level, text, role)
  }
  carryUpLadders(new Set(waiting.map(({ skill }) => skill)), draft)
  nameLevelsByRoles(rungs, draft)
  draft.assumptions.push({
    where: 'expectations.csv',
    field: 'level',
    assumed: "the role's place in its ladder, because the source describes roles and names no levels",
  })
}

/** From each altitude to its level: grades may begin at 0 or at 4, levels count from 1. */
function rungsOf(draft: Draft): Map<number, number> {
  const bands = [...new Set([...draft.roles.values()].map(({ band }) => band ?? 1))].sort((a, b) => a - b)
  return new Map(bands.map((band, index) => [band, index + 1]))
}

/** In a single ladder each level is a role, and bears its name. */
function nameLevelsByRoles(rungs: Map<number, number>, draft: Draft): void {
  const bands = groupedBy(draft.roles.values(), (role) => role.band ?? 1)
  if (draft.levelNames.size > 0 || [...bands.values()].some((own) => own.length > 1)) return
  for (const [band, own] of bands) draft.levelNames.set(rungs.get(band) ?? 1, own[0]?.name ?? '')
}

function carryUpLadders(skills: ReadonlySet<string>, draft: Draft): void {
  const ladders = [...groupedBy([...draft.roles], ([, role]) => role.path).values()]
  const carried = ladders.reduce((sum, ladder) => sum + carryUp(ladder, skills, draft), 0)
  if (carried > 0)
    draft.assumptions.push({
      where: 'expectations.csv',
      field: 'level',
      assumed: `in ${carried} empty places what the role below asks for`,
    })
}

/** Where a role says nothing about a skill, what the role below it asks for still holds. Says how often. */
export function carryUp(ladder: [string, DraftRole][], skills: Iterable<string>, draft: Draft): number {
  const ordered = ladder.toSorted(([, a], [, b]) => (a.band ?? 0) - (b.band ?? 0))
  let carried = 0
  for (const skill of skills) {
    let reached = 0
    for (const [role] of ordered) {
      const own = draft.expectations.get(role)?.get(skill)
      if (own !== undefined) reached = own.level
      else if (reached > 0) {
        addExpectation(draft, role, skill, { level: reached })
        carried++
      }
    }
  }
  return carried
}

/** Levels of skills and nothing else: somebody at a level of all of them is the only role there can be. */
export function levelsAsRoles(draft: Draft): void {
  const levels = new Set([...draft.skills.values()].flatMap((skill) => [...skill.statements.keys()]))
  if (levels.size === 0) return
  const path = addPath(draft, 'Levels')
  for (const level of [...levels].sort((a, b) => a - b)) {
    const name = draft.levelNames.get(level) ?? `Level ${level}`
    const role = addRole(draft, name, path, { band: level })
    draft.bandNames.set(level, name)
    for (const [key, skill] of draft.skills) {
      const described = Math.max(0, ...[...skill.statements.keys()].filter((own) => own <= level))
      if (described > 0) addExpectation(draft, role, key, { level: described })
    }
  }
  draft.assumptions.push({
    where: 'roles.yaml',
    field: 'roles',
    assumed: 'one for each level, because the source names no roles',
  })
}
