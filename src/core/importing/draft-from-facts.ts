// Puts facts together to a draft: which roles, skills and levels there are, and what the roles ask for.
import { shown } from '../framework/describe-issue.ts'
import type { Weight } from '../framework/framework.ts'
import { groupedBy } from '../framework/grouped-by.ts'
import {
  addExpectation,
  addGroup,
  addPath,
  addRole,
  addSkill,
  addStatement,
  type Draft,
  roleKey,
} from './draft.ts'
import { type Fact, statementsIn } from './fact.ts'
import type { Loss } from './import-source.ts'
import { levelOf, saysNothing, splitLevelHeading } from './level-words.ts'
import { cut, keyOf, oneLine } from './naming.ts'
import { placeRoles } from './place-roles.ts'

export interface FactsReading {
  draft: Draft
  losses: Loss[]
  /** From the key of a word to its level. */
  words: ReadonlyMap<string, number>
}

const ONE_PATH = 'Career path'
/** What roles.yaml takes. */
const LONGEST_PURPOSE = 4000
const ONE_GROUP = 'Skills'
/** The skill of expectations that name none. */
const NO_SKILL = 'Expectations'

/** `facts` without those about people. Fills the reading's draft and losses. */
export function draftFromFacts(facts: Fact[], reading: FactsReading): void {
  const { draft } = reading
  const roleOf = addRoles(facts, draft)
  addSkills(facts, draft)
  const waiting: Waiting[] = []
  for (const fact of facts) {
    const role = fact.role === undefined ? undefined : roleOf(fact)
    if (role !== undefined && fact.purpose !== undefined) addPurpose(role, fact.purpose, draft)
    const skill = skillKey(fact)
    if (skill === undefined) continue
    if (role === undefined) describeSkill(fact, skill, reading)
    else readExpectation(fact, role, skill, waiting, reading)
  }
  placeRoles(draft)
  readWaiting(waiting, reading)
  if (draft.roles.size === 0) levelsAsRoles(draft)
}

function addPurpose(key: string, purpose: string, draft: Draft): void {
  const role = draft.roles.get(key)
  if (role === undefined) return
  role.purpose = cut(oneLine(`${role.purpose ?? ''} ${purpose}`), LONGEST_PURPOSE)
}

interface Waiting {
  fact: Fact
  role: string
  skill: string
}

function skillKey(fact: Fact): string | undefined {
  if (fact.skill !== undefined) return keyOf(fact.skill)
  const isExpected = fact.role !== undefined || fact.level !== undefined
  return isExpected && fact.text !== undefined ? keyOf(NO_SKILL) : undefined
}

/** A role that some facts put on a path is on that path in the others as well, if it is on one only. */
function addRoles(facts: Fact[], draft: Draft): (fact: Fact) => string {
  const pathsOf = new Map<string, Set<string>>()
  for (const { role, path } of facts) {
    if (role === undefined || path === undefined) continue
    const paths = pathsOf.get(keyOf(role)) ?? new Set()
    pathsOf.set(keyOf(role), paths.add(path))
  }
  const pathOf = ({ role = '', path }: Fact): string => {
    const paths = [...(pathsOf.get(keyOf(role)) ?? [])]
    return path ?? (paths.length === 1 ? (paths[0] ?? ONE_PATH) : ONE_PATH)
  }
  const roleOf = (fact: Fact) => roleKey(keyOf(pathOf(fact)), fact.role ?? '')
  for (const fact of facts) {
    if (fact.role === undefined || draft.roles.has(roleOf(fact))) continue
    addRole(draft, fact.role, addPath(draft, pathOf(fact)))
  }
  return roleOf
}

function addSkills(facts: Fact[], draft: Draft): void {
  for (const fact of facts) {
    const group = fact.group
    if (fact.skill !== undefined)
      addSkill(draft, fact.skill, group === undefined ? '' : addGroup(draft, group), fact.definition)
    else if (skillKey(fact) !== undefined) addSkill(draft, NO_SKILL, '')
  }
  const left = [...draft.skills.values()].filter((skill) => skill.group === '')
  if (left.length === 0) return
  const group = addGroup(draft, draft.groups.size === 0 ? ONE_GROUP : 'Other skills')
  for (const skill of left) skill.group = group
  if (draft.groups.size === 1)
    draft.assumptions.push({ where: 'framework.yaml', field: 'groups', assumed: 'one group for all skills' })
}

/** A sentence about a level of a skill, whoever the role; without a level it says what the skill is. */
function describeSkill(fact: Fact, skill: string, reading: FactsReading): void {
  const { draft, losses } = reading
  if (fact.level === undefined) {
    const own = draft.skills.get(skill)
    if (fact.text === undefined || own === undefined || own.definition === fact.text) return
    own.definition = own.definition === '' ? fact.text : `${own.definition}\n\n${fact.text}`
    return
  }
  const heading = splitLevelHeading(fact.level)
  const level =
    reading.words.get(keyOf(fact.level)) ?? heading?.level ?? levelOf(fact.level, reading.words)?.level
  if (level === undefined) {
    lose(losses, fact, `The level "${shown(fact.level)}"`, 'It is not known as a level.')
    return
  }
  if (heading !== undefined && heading.name !== '') draft.levelNames.set(level, heading.name.slice(0, 300))
  describeLevel(fact, skill, level, reading)
}

function readExpectation(
  fact: Fact,
  role: string,
  skill: string,
  waiting: Waiting[],
  reading: FactsReading,
): void {
  const { draft, losses, words } = reading
  const weight = weightOf(fact, losses)
  if (fact.level === undefined) {
    if (fact.text !== undefined) waiting.push({ fact, role, skill })
    return
  }
  const read = levelOf(fact.level, words)
  if (read === undefined) {
    if (!saysNothing(fact.level)) lose(losses, fact, shown(fact.level), 'It is not known as a level.')
    if (fact.text !== undefined) waiting.push({ fact, role, skill })
    return
  }
  const { level, lost } = read
  if (lost !== undefined)
    lose(
      losses,
      fact,
      `"${shown(lost.trim())}" of "${shown(fact.level)}"`,
      `Levels are whole numbers; ${level} is taken.`,
    )
  if (level > 0 && weight === 0)
    lose(losses, fact, `Level ${level}`, 'Its weight is 0, so nothing is expected.')
  const isNew = addExpectation(draft, role, skill, { level, ...(weight === undefined ? {} : { weight }) })
  if (!isNew)
    lose(
      losses,
      fact,
      `Level ${level} in ${fact.skill ?? NO_SKILL} for ${fact.role}`,
      'It stands twice with different values; the first one is kept.',
    )
  describeLevel(fact, skill, level, reading, role)
}

/** Nothing describes level 0: it is where nobody expects anything. */
function describeLevel(
  fact: Fact,
  skill: string,
  level: number,
  { draft, losses }: FactsReading,
  role?: string,
): void {
  if (fact.text === undefined) return
  if (level === 0)
    lose(losses, fact, shown(fact.text), 'Level 0 has no description: nothing is expected there.')
  else for (const text of statementsIn(fact.text)) addStatement(draft, skill, level, text, role)
}

const WEIGHTS: [RegExp, Weight][] = [
  [/^(3|critical|essential|must|must[- ]have|required|high|very high|vital|kritisch|hoch)$/i, 3],
  [/^(2|important|should|medium|normal|mittel|wichtig)$/i, 2],
  [/^(1|helpful|nice[- ]to[- ]have|could|optional|low|minor|niedrig)$/i, 1],
  [/^(0|none|not needed|-)$/i, 0],
]

function weightOf(fact: Fact, losses: Loss[]): Weight | undefined {
  const text = fact.weight?.trim() ?? ''
  if (text === '') return undefined
  const found = WEIGHTS.find(([pattern]) => pattern.test(text))
  if (found === undefined)
    lose(
      losses,
      fact,
      `The weight "${shown(text)}"`,
      'Weights are 0 to 3, or none, helpful, important and critical.',
    )
  return found?.[1]
}

/** Sentences for a role and a skill without a level: the level is the role's place in its ladder. */
function readWaiting(waiting: Waiting[], { draft }: FactsReading): void {
  if (waiting.length === 0) return
  const rungs = rungsOf(draft)
  for (const { fact, role, skill } of waiting) {
    const rung = rungs.get(draft.roles.get(role)?.band ?? 1) ?? 1
    const level = draft.expectations.get(role)?.get(skill)?.level || rung
    addExpectation(draft, role, skill, { level })
    for (const text of statementsIn(fact.text ?? '')) addStatement(draft, skill, level, text, role)
  }
  carryUp(new Set(waiting.map(({ skill }) => skill)), draft)
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

/** Where a role says nothing about a skill, what the role below it asks for still holds. */
function carryUp(skills: ReadonlySet<string>, draft: Draft): void {
  let carried = 0
  for (const ladder of groupedBy([...draft.roles], ([, role]) => role.path).values()) {
    const ordered = ladder.toSorted(([, a], [, b]) => (a.band ?? 0) - (b.band ?? 0))
    for (const skill of skills) {
      let reached = 0
      for (const [key] of ordered) {
        const own = draft.expectations.get(key)?.get(skill)
        if (own !== undefined) reached = own.level
        else if (reached > 0) {
          addExpectation(draft, key, skill, { level: reached })
          carried++
        }
      }
    }
  }
  if (carried > 0)
    draft.assumptions.push({
      where: 'expectations.csv',
      field: 'level',
      assumed: `in ${carried} empty places what the role below asks for`,
    })
}

/** Levels of skills and nothing else: somebody at a level of all of them is the only role there can be. */
function levelsAsRoles(draft: Draft): void {
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

function lose(losses: Loss[], fact: Fact, what: string, why: string): void {
  losses.push({ place: fact.place, what, why })
}
