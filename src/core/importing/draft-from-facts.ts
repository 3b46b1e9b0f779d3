// Puts facts together to a draft: which roles, skills and levels there are, and what the roles ask for.
import { shown } from '../framework/describe-issue.ts'
import { addGroup, addSkill, type Draft } from './draft.ts'
import type { Fact } from './fact.ts'
import { addWeights, describeSkill, isOfScale, nameLevel, readExpectation } from './fact-expectations.ts'
import { addPurpose, addRoles } from './fact-roles.ts'
import { type FactsReading, lose, NO_SKILL, type WaitingFact } from './facts-reading.ts'
import { levelsAsRoles, readWaiting } from './ladder-levels.ts'
import { splitLevelHeading } from './level-words.ts'
import { keyOf, nameFrom, oneLine } from './naming.ts'
import { placeRoles } from './place-roles.ts'

const ONE_GROUP = 'Skills'

/** `all` are facts without those about people. Fills the reading's draft and losses. */
export function draftFromFacts(all: Fact[], reading: FactsReading): void {
  const { draft } = reading
  const facts = all.map(withoutBlanks)
  const roleOf = addRoles(facts, draft)
  addSkills(facts, draft)
  const waiting: WaitingFact[] = []
  const weights: WaitingFact[] = []
  for (const fact of facts) {
    if (isOfScale(fact)) nameLevel(fact, reading)
    const role = fact.role === undefined ? undefined : roleOf(fact)
    if (role !== undefined && fact.purpose !== undefined) addPurpose(role, fact.purpose, draft)
    const skill = skillKey(fact)
    if (skill === undefined) loseSkillLess(fact, reading)
    if (skill === undefined) continue
    if (role === undefined) describeSkill(fact, skill, reading)
    else if (fact.weight !== undefined && fact.level === undefined && fact.text === undefined)
      weights.push({ fact, role, skill })
    else readExpectation(fact, role, skill, waiting, reading)
  }
  placeRoles(draft)
  readWaiting(waiting, reading)
  addWeights(weights, reading)
  nameLevelsByCells(facts, draft)
  if (draft.roles.size === 0) levelsAsRoles(draft)
}

const LONGEST_LEVEL_NAME = 30

/** "2 - Practising" in a cell names the level, where every cell of that level says the same. */
function nameLevelsByCells(facts: Fact[], draft: Draft): void {
  const names = new Map<number, string | null>()
  for (const { role, level } of facts) {
    if (role === undefined || level === undefined) continue
    const { level: number, name = '' } = splitLevelHeading(level) ?? {}
    if (number === undefined || name === '' || name.length > LONGEST_LEVEL_NAME) continue
    const known = names.get(number)
    names.set(number, known === undefined || known === name ? name : null)
  }
  if (names.size < 2 || [...names.values()].includes(null)) return
  for (const [level, name] of names)
    if (name !== null && !draft.levelNames.has(level)) draft.levelNames.set(level, nameFrom(name))
}

/** A level, weight or definition of no skill says nothing; the name of a role, or of a level, does. */
function loseSkillLess(fact: Fact, { losses }: FactsReading): void {
  const { level, levelName, weight, definition, text } = fact
  const said = [levelName === undefined ? level : undefined, weight, definition]
  // Sentences have been kept by then, as expectations without a skill or as what a level means.
  const words = said.filter((one) => one !== undefined && one !== '').join(' · ')
  if (text === undefined && words !== '') lose(losses, fact, shown(words), 'It is said of no skill.')
}

const NAMES = ['path', 'role', 'group', 'skill', 'band', 'levelName'] as const

/** A name that holds nothing to be seen is no name. */
function withoutBlanks(fact: Fact): Fact {
  const blank = NAMES.filter((key) => fact[key] !== undefined && oneLine(fact[key]) === '')
  if (blank.length === 0) return fact
  const named = { ...fact }
  for (const key of blank) delete named[key]
  return named
}

function skillKey(fact: Fact): string | undefined {
  if (fact.skill !== undefined) return keyOf(fact.skill)
  const isExpected = fact.role !== undefined || (fact.level !== undefined && fact.levelName === undefined)
  return isExpected && fact.text !== undefined ? keyOf(NO_SKILL) : undefined
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
