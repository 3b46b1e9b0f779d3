// Reads what facts say of skills and levels: expectations with their weights, and what a level looks like.
import { shown } from '../framework/describe-issue.ts'
import type { Weight } from '../framework/framework.ts'
import { addExpectation, addStatement } from './draft.ts'
import { type Fact, statementsIn } from './fact.ts'
import { type FactsReading, lose, NO_SKILL, type WaitingFact } from './facts-reading.ts'
import type { Loss } from './import-source.ts'
import { type LevelCell, levelOf, saysNothing, splitLevelHeading } from './level-words.ts'
import { keyOf, nameFrom } from './naming.ts'

/** A row of a table of levels, or of a list that tells the names of its levels as well. */
export function isOfScale({ level, levelName }: Fact): boolean {
  return level !== undefined && levelName !== undefined
}

export function nameLevel(fact: Fact, { draft, words, losses }: FactsReading): void {
  const level = levelOf(fact.level ?? '', words)?.level
  if (level === undefined)
    lose(losses, fact, `The level "${shown(fact.level ?? '')}"`, 'It is not known as a level.')
  else {
    const name = nameFrom(fact.levelName ?? '')
    if (name !== '' && !draft.levelNames.has(level)) draft.levelNames.set(level, name)
    if (fact.skill === undefined && fact.role === undefined && fact.text !== undefined)
      draft.levelTells.set(level, fact.text)
  }
}

/** A sentence about a level of a skill, whoever the role; without a level it says what the skill is. */
export function describeSkill(fact: Fact, skill: string, reading: FactsReading): void {
  const { draft, losses } = reading
  if (fact.level === undefined) {
    const own = draft.skills.get(skill)
    if (fact.text === undefined || own === undefined || own.definition === fact.text) return
    own.definition = own.definition === '' ? fact.text : `${own.definition}\n\n${fact.text}`
    return
  }
  const heading = splitLevelHeading(fact.level)
  const read = levelOf(fact.level, reading.words)
  const level = reading.words.get(keyOf(fact.level)) ?? heading?.level ?? read?.level
  if (level === undefined) {
    lose(losses, fact, `The level "${shown(fact.level)}"`, 'It is not known as a level.')
    return
  }
  if (heading !== undefined && heading.name !== '') draft.levelNames.set(level, heading.name.slice(0, 300))
  if (heading === undefined && read?.lost !== undefined) loseRest(fact, read, losses)
  const isName = fact.levelName !== undefined || (heading?.name ?? '') !== ''
  if (fact.text === undefined && !isName)
    lose(
      losses,
      fact,
      `Level ${level} in ${shown(fact.skill ?? '')}`,
      'It is said of no role and not described.',
    )
  describeLevel(fact, skill, level, reading)
}

export function readExpectation(
  fact: Fact,
  role: string,
  skill: string,
  waiting: WaitingFact[],
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
  const { level } = read
  if (read.lost !== undefined) loseRest(fact, read, losses)
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

/** What a cell such as "2-3" says beyond the level that is taken. */
function loseRest(fact: Fact, { level, lost = '' }: LevelCell, losses: Loss[]): void {
  const what = `"${shown(lost.trim())}" of "${shown(fact.level ?? '')}"`
  lose(losses, fact, what, `Levels are whole numbers; ${level} is taken.`)
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
  const found = weightIn(text)
  if (found === undefined)
    lose(
      losses,
      fact,
      `The weight "${shown(text)}"`,
      'Weights are 0 to 3, or none, helpful, important and critical.',
    )
  return found
}

/** Undefined where the words are no weight. */
export function weightIn(text: string): Weight | undefined {
  return WEIGHTS.find(([pattern]) => pattern.test(text.trim()))?.[1]
}

/** Weights may stand in a table of their own. */
export function addWeights(weights: WaitingFact[], { draft, losses }: FactsReading): void {
  for (const { fact, role, skill } of weights) {
    const expectation = draft.expectations.get(role)?.get(skill)
    const weight = weightOf(fact, losses)
    if (weight === undefined) continue
    if (expectation !== undefined && expectation.level > 0) {
      expectation.weight ??= weight
      if (weight === 0)
        lose(losses, fact, `Level ${expectation.level}`, 'Its weight is 0, so nothing is expected.')
    } else if (weight > 0) lose(losses, fact, `The weight ${weight}`, 'No level is expected there.')
  }
}
