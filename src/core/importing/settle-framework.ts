// Brings a framework in order after edits: nothing points to what is gone, and the picture shows what is there.
import { computeLayout } from '../framework/compute-layout.ts'
import type { Framework, Invariant } from '../framework/framework.ts'
import { lintFramework } from '../framework/lint-framework.ts'
import { hasErrors } from '../framework/problem.ts'
import { loseAt, type WorkbookEditing } from './workbook-editing.ts'
import type { OwnThing } from './workbook-reading.ts'

interface Gone {
  roles: ReadonlySet<string>
  skills: ReadonlySet<string>
}

export function settleFramework(editing: WorkbookEditing, gone: Gone): void {
  const { framework } = editing
  forgetSkills(framework, gone.skills)
  forgetRoles(framework, gone.roles)
  sortThings(editing)
  countWeights(editing)
  settleMustHaves(editing)
  settleInvariants(editing)
  settleLayout(editing)
}

function forgetSkills(framework: Framework, gone: ReadonlySet<string>): void {
  if (gone.size === 0) return
  for (const skill of framework.skills) {
    skill.prerequisites = skill.prerequisites.filter((id) => !gone.has(id))
    skill.confusedWith = skill.confusedWith.filter((one) => !gone.has(one.skill))
  }
  for (const own of Object.values(framework.expectations)) for (const id of gone) delete own[id]
  for (const invariant of framework.invariants)
    if ('roles' in invariant && invariant.skills !== undefined)
      invariant.skills = invariant.skills.filter((id) => !gone.has(id))
  const skillIn = (at: string) => at.split('/')[0] ?? ''
  framework.assumptions = framework.assumptions.filter(
    ({ where }) => !gone.has(where.replace(/^skills\/|\.md$/g, '')),
  )
  const kept = framework.acceptedFindings?.filter(({ at }) => !gone.has(skillIn(at)))
  if (kept !== undefined) framework.acceptedFindings = kept
}

function forgetRoles(framework: Framework, gone: ReadonlySet<string>): void {
  for (const id of gone) delete framework.expectations[id]
  const isHere = (id: string) => !gone.has(id)
  framework.moves = framework.moves.filter(({ from, to }) => isHere(from) && isHere(to))
  framework.equivalences = framework.equivalences.filter(({ role }) => isHere(role))
  framework.invariants = framework.invariants.flatMap((invariant): Invariant[] => {
    if (!('roles' in invariant)) return [invariant]
    const roles = invariant.roles.filter(isHere)
    return roles.length < 2 ? [] : [{ ...invariant, roles }]
  })
  framework.assumptions = framework.assumptions.filter(
    ({ where, field }) => where !== 'roles.yaml' || !gone.has(field.split(' / ')[0] ?? ''),
  )
  const kept = framework.acceptedFindings?.filter(({ at }) => at.split('>').every(isHere))
  if (kept !== undefined) framework.acceptedFindings = kept
  const [first] = framework.roles
  if (first !== undefined && !framework.roles.some(({ preset }) => preset)) {
    first.preset = true
    framework.assumptions.push({ where: 'roles.yaml', field: 'preset', assumed: first.id })
  }
}

/** In the order of the sheets now; skills inside their groups. */
function sortThings({ framework, before, after }: WorkbookEditing): void {
  const isMoved = (one: Map<string, OwnThing>, other: Map<string, OwnThing>) =>
    [...one.keys()].join() !== [...other.keys()].join()
  if (isMoved(before.roles, after.roles)) sortBy(framework.roles, after.roles)
  if (isMoved(before.skills, after.skills)) sortBy(framework.skills, after.skills)
  const groups = new Map(framework.groups.map(({ id }, index) => [id, index]))
  framework.skills.sort((a, b) => (groups.get(a.group) ?? 0) - (groups.get(b.group) ?? 0))
}

function sortBy(things: { id: string }[], order: Map<string, OwnThing>): void {
  const ranks = new Map([...order.keys()].map((id, index) => [id, index]))
  const rank = (id: string) => ranks.get(id) ?? ranks.size
  things.sort((a, b) => rank(a.id) - rank(b.id))
}

function countWeights({ framework, assumedWeights }: WorkbookEditing): void {
  if (assumedWeights === 0) return
  const isWeights = ({ where, field }: { where: string; field: string }) =>
    where === 'expectations.csv' && field === 'weight'
  const known = Number(/\((\d+) rows?\)/.exec(framework.assumptions.find(isWeights)?.assumed ?? '')?.[1] ?? 0)
  const count = known + assumedWeights
  framework.assumptions = framework.assumptions.filter((one) => !isWeights(one))
  framework.assumptions.push({
    where: 'expectations.csv',
    field: 'weight',
    assumed: `2, important (${count} ${count === 1 ? 'row' : 'rows'})`,
  })
}

/** A must-have is a skill that the role asks for; where it does not any more, it is none. */
function settleMustHaves(editing: WorkbookEditing): void {
  const { framework } = editing
  for (const role of framework.roles) {
    if (role.mustHaves === undefined) continue
    const own = framework.expectations[role.id] ?? {}
    const kept = role.mustHaves.filter((id) => (own[id]?.level ?? 0) > 0)
    const lost = role.mustHaves.filter((id) => !kept.includes(id))
    role.mustHaves = kept
    for (const id of lost)
      if (framework.skills.some((skill) => skill.id === id))
        loseAt(
          editing,
          placeOf(editing),
          `"${id}" as a must-have of "${role.name}"`,
          'The role does not ask for it any more.',
        )
  }
}

/** Rules that held before the edits and do not hold after them: the edits count, and the rule is told. */
function settleInvariants(editing: WorkbookEditing): void {
  const { framework } = editing
  const bare = { ...framework, invariants: [] }
  const errors = (own: Framework) => lintFramework(own).filter(({ severity }) => severity === 'error').length
  const least = errors(bare)
  framework.invariants = framework.invariants.filter((invariant) => {
    const broken = lintFramework({ ...framework, invariants: [invariant] })
    if (!hasErrors(broken) || errors({ ...framework, invariants: [invariant] }) <= least) return true
    const said = broken.find(({ severity }) => severity === 'error')?.message ?? ''
    loseAt(editing, placeOf(editing), `The rule "${invariant.rule}"`, `It does not hold any more: ${said}`)
    return false
  })
}

function settleLayout(editing: WorkbookEditing): void {
  const { framework } = editing
  const { layout } = framework
  const roles = new Set(framework.roles.map(({ id }) => id))
  const drawn = new Set(layout.stations.map(({ role }) => role))
  const isDrawn = [...roles].every((id) => drawn.has(id))
  if (layout.computed || !isDrawn) {
    if (!layout.computed) {
      loseAt(
        editing,
        placeOf(editing),
        'The picture of the map as it was drawn',
        'A new role has no place in it; the picture is computed.',
      )
      framework.assumptions.push({
        where: 'framework.yaml',
        field: 'layout',
        assumed: 'one column for each path, computed',
      })
    }
    framework.layout = computeLayout(framework)
    return
  }
  const isHere = (leg: [string, string]) => leg.every((id) => roles.has(id))
  framework.layout = {
    ...layout,
    stations: layout.stations.filter(({ role }) => roles.has(role)),
    lines: layout.lines.map((line) => ({
      ...line,
      legs: line.legs.filter(isHere),
      startDiagonal: line.startDiagonal.filter(isHere),
    })),
  }
}

function placeOf({ after }: WorkbookEditing) {
  const [first] = after.cells.values()
  return { path: first?.place.path ?? '.' }
}
