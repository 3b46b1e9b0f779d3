// Says each change between two versions of a framework in one sentence.

import type { Expectation } from '../framework/framework.ts'
import { capitalise, counted, weightWord } from '../planning/plain-words.ts'
import type {
  Change,
  ChangeKind,
  ChangeOf,
  Match,
  Named,
  PartNoun,
  SentencePart,
  SentencePlace,
} from './framework-diff.ts'

const PART_NOUNS: Record<PartNoun, string> = {
  group: 'group',
  path: 'path',
  band: 'band',
  'week-part': 'part of the week',
  company: 'company',
}

const SENTENCE_NOUNS: Record<SentencePart, string> = {
  behaviour: 'behaviour',
  practice: 'practice',
  'anti-pattern': 'anti-pattern',
}

type Say = { [Kind in ChangeKind]: (change: ChangeOf<Kind>) => string }

const SAY: Say = {
  'skill-added': ({ skill, roles }) => `${skill.name} is a new skill, ${askedBy(roles)}.`,
  'skill-removed': ({ skill, roles }) => `${skill.name} is no longer a skill; it was ${askedBy(roles)}.`,
  'skill-merged': ({ skill, into, sentences, of }) =>
    `${skill.name} went into ${into.name}: ${sentences} of its ${counted(of, 'sentence')} are there now.`,
  'skill-renamed': ({ before, skill, match }) => renamed(before, skill, match),
  'skill-changed': ({ skill, field, before, after, wording }) =>
    `${skill.name}: ${fieldChanged(field, before, after, wording === 'spelling')}`,
  'sentence-added': ({ skill, place, text }) => `${skill.name}, ${at(place)}, new: ${quote(text)}`,
  'sentence-removed': ({ skill, place, text }) => `${skill.name}, ${at(place)}, gone: ${quote(text)}`,
  'sentence-reworded': (change) =>
    `${change.skill.name}, ${at(change.place)}, ${howReworded(change)}: ${fromTo(change.before, change.after)}`,
  'sentence-moved': (change) => movedSentence(change),
  'expectation-raised': (change) => expectation(change, 'more'),
  'expectation-lowered': (change) => expectation(change, 'less'),
  'role-added': ({ role, skills }) => `${role.name} is a new role, and asks for ${counted(skills, 'skill')}.`,
  'role-removed': ({ role, skills }) =>
    `${role.name} is no longer a role; it asked for ${counted(skills, 'skill')}.`,
  'role-renamed': ({ before, role, match }) => renamed(before, role, match),
  'role-changed': ({ role, field, before, after }) => `${role.name}: ${fieldChanged(field, before, after)}`,
  'move-added': ({ from, to }) => `The move from ${from.name} to ${to.name} is new.`,
  'move-removed': ({ from, to }) => `The move from ${from.name} to ${to.name} is gone.`,
  'move-changed': ({ from, to, field, before, after }) =>
    `The move from ${from.name} to ${to.name}: ${fieldChanged(field, before, after)}`,
  'level-added': ({ level, name }) => `The scale has a new level ${level}, ${name}.`,
  'level-removed': ({ level, name }) => `The scale has no level ${level} any more; it was ${name}.`,
  'level-changed': ({ level, field, before, after }) =>
    `Level ${level} of the scale: ${fieldChanged(field, before, after)}`,
  'part-added': ({ noun, part }) => `${part.name} is a new ${PART_NOUNS[noun]}.`,
  'part-removed': ({ noun, part }) => `The ${PART_NOUNS[noun]} ${part.name} is gone.`,
  'part-changed': ({ noun, part, field, before, after }) =>
    `The ${PART_NOUNS[noun]} ${part.name}: ${fieldChanged(field, before, after)}`,
  'framework-changed': ({ field, before, after }) =>
    `The framework: ${before === '' && after === '' ? `the ${field} changed.` : fieldChanged(field, before, after)}`,
  'order-changed': ({ of, where }) =>
    of === 'parts'
      ? `The order of each ${PART_NOUNS[where as PartNoun]} changed.`
      : where === ''
        ? `The order of ${of} changed.`
        : `${where}: the order of ${of} changed.`,
}

/** One sentence, with the old and the new words where both are short enough to be read in it. */
export function sayChange(change: Change): string {
  // Each entry of SAY takes exactly the kind of its key, which the compiler cannot follow through the look-up.
  return (SAY[change.kind] as (change: Change) => string)(change)
}

/** "the same id" needs no words; a match by words says how sure it is. */
function sayMatch(match: Match): string {
  if (match.by === 'id') return ''
  return `${certainty(match.confidence)} the same, judged by its words (${Math.round(match.confidence * 100)} of 100)`
}

/** Words for a confidence of 0 to 1; the bounds are a convention. */
export function certainty(confidence: number): string {
  if (confidence >= 0.85) return 'almost certainly'
  return confidence >= 0.7 ? 'probably' : 'perhaps'
}

/** "level 3, important", or "not expected". */
export function sayExpectation({ level, weight }: Expectation): string {
  return weight === 0 && level === 0 ? 'not expected' : `level ${level}, ${weightWord(weight).toLowerCase()}`
}

function askedBy(roles: number): string {
  return roles === 0 ? 'asked for by no role' : `asked for by ${counted(roles, 'role')}`
}

function renamed(before: Named, after: Named, match: Match): string {
  const what =
    before.name === after.name
      ? `${after.name} has a new id, ${after.id}`
      : `${before.name} is called ${after.name} now`
  return match.by === 'id' ? `${what}.` : `${what}: ${sayMatch(match)}.`
}

function fieldChanged(field: string, before: string, after: string, isSpelling = false): string {
  if (before === '') return `${field} is new: ${quote(after)}`
  if (after === '') return `${field} is gone; it was ${quote(before)}`
  return `${field} ${isSpelling ? 'changed in spelling' : 'changed'} ${fromTo(before, after)}`
}

function at({ level, part }: SentencePlace): string {
  return part === 'behaviour' ? `level ${level}` : `level ${level}, ${SENTENCE_NOUNS[part]}`
}

function howReworded({ before, after, wording, match }: ChangeOf<'sentence-reworded'>): string {
  const sure = match.by === 'id' ? '' : `, ${sayMatch(match)}`
  if (before === after) return `the same words under another id${sure}`
  return `${wording === 'spelling' ? 'spelling' : 'reworded'}${sure}`
}

function movedSentence(change: ChangeOf<'sentence-moved'>): string {
  const { skill, fromSkill, from, place, match } = change
  const isFromElsewhere = fromSkill.id !== skill.id
  const origin = isFromElsewhere ? `${fromSkill.name}, ${at(from)}` : at(from)
  const sure = match.by === 'id' ? '' : `; ${sayMatch(match)}`
  const words =
    change.wording === 'same' ? quote(change.after) : `reworded ${fromTo(change.before, change.after)}`
  return `${skill.name}, ${at(place)}, was ${origin}${sure}: ${words}`
}

function expectation(
  change: ChangeOf<'expectation-raised' | 'expectation-lowered'>,
  amount: 'more' | 'less',
): string {
  const { role, skill, before, after } = change
  return `${role.name} asks for ${amount} ${skill.name}: ${sayExpectation(before)} before, ${sayExpectation(after)} now.`
}

function fromTo(before: string, after: string): string {
  return `from ${quote(before)} to ${quote(after)}`
}

/** Ends the sentence inside the quotation marks, where the text does so itself. */
function quote(text: string): string {
  return `“${capitalise(text.replaceAll('\n', ' / '))}”`
}
