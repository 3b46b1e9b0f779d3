// What became of each sentence: behaviours, practices and anti-patterns, wherever in the framework they stand.

import type { Framework, Skill, Statement } from '../framework/framework.ts'
import { compareWording } from './compare-wording.ts'
import type { Change, Match, Named, Pairing, SentencePart, SentencePlace } from './framework-diff.ts'
import { matchTexts } from './match-texts.ts'
import { isReordered, pairParts } from './pair-parts.ts'

interface Sentence {
  /** Unique in its version. */
  key: string
  skill: Named
  place: SentencePlace
  id: string
  text: string
}

interface SentencePair {
  before: Sentence
  after: Sentence
  match: Match
}

export interface SentenceDiff {
  changes: Change[]
  /** Where the sentences of each skill that is gone stand now: how many in which skill. */
  heirs: Map<string, Map<string, { sentences: number; confidence: number }>>
}

/**
 * The same id in the same skill is the same sentence. What is left is matched by its words across the whole
 * framework, so that a sentence that moved to another skill is found. Sentences of a skill that is new or gone are
 * told with the skill, unless they came from or went to another one.
 */
export function diffSentences(before: Framework, after: Framework, skills: Pairing): SentenceDiff {
  const [old, fresh] = [sentencesOf(before), sentencesOf(after)]
  const pairs = pairSentences(old, fresh, skills)
  const [paired, met] = [
    new Set(pairs.map((pair) => pair.before.key)),
    new Set(pairs.map((pair) => pair.after.key)),
  ]
  const removed = old.filter(
    (sentence) => !paired.has(sentence.key) && skills.after.has(sentence.place.skill),
  )
  const added = fresh.filter((sentence) => !met.has(sentence.key) && skills.before.has(sentence.place.skill))
  const changes: Change[] = [
    ...pairs.flatMap((pair) => changeOf(pair, skills)),
    ...added.map(
      ({ skill, place, id, text }): Change => ({ kind: 'sentence-added', skill, place, id, text }),
    ),
    ...removed.map(
      ({ skill, place, id, text }): Change => ({ kind: 'sentence-removed', skill, place, id, text }),
    ),
    ...reorderings(before, after, skills),
  ]
  return { changes, heirs: heirsOf(pairs, skills) }
}

function sentencesOf(framework: Framework): Sentence[] {
  return framework.skills.flatMap((skill) =>
    skill.anchors.flatMap((anchor) => [
      ...asSentences(skill, anchor.level, 'behaviour', anchor.behaviours),
      ...asSentences(skill, anchor.level, 'practice', anchor.practices),
      ...asSentences(skill, anchor.level, 'anti-pattern', anchor.antiPattern ? [anchor.antiPattern] : []),
    ]),
  )
}

function asSentences(skill: Skill, level: number, part: SentencePart, statements: Statement[]): Sentence[] {
  return statements.map(({ id, text }) => ({
    key: `${skill.id}/${id}`,
    skill: { id: skill.id, name: skill.name },
    place: { skill: skill.id, level, part },
    id,
    text,
  }))
}

function pairSentences(old: Sentence[], fresh: Sentence[], skills: Pairing): SentencePair[] {
  const byKey = new Map(fresh.map((sentence) => [sentence.key, sentence]))
  const pairs: SentencePair[] = []
  const left: Sentence[] = []
  for (const before of old) {
    const skill = skills.after.get(before.place.skill)
    const after = skill === undefined ? undefined : byKey.get(`${skill}/${before.id}`)
    if (after === undefined) left.push(before)
    else pairs.push({ before, after, match: { by: 'id' } })
  }
  const met = new Set(pairs.map((pair) => pair.after.key))
  const right = fresh.filter((sentence) => !met.has(sentence.key))
  const [leftByKey, rightByKey] = [
    new Map(left.map((one) => [one.key, one])),
    new Map(right.map((one) => [one.key, one])),
  ]
  for (const found of matchTexts(left, right)) {
    const [before, after] = [leftByKey.get(found.before), rightByKey.get(found.after)]
    if (before !== undefined && after !== undefined)
      pairs.push({ before, after, match: { by: 'text', confidence: found.confidence } })
  }
  const order = new Map(fresh.map((sentence, index) => [sentence.key, index]))
  return pairs.sort((a, b) => (order.get(a.after.key) ?? 0) - (order.get(b.after.key) ?? 0))
}

function changeOf({ before, after, match }: SentencePair, skills: Pairing): Change[] {
  const wording = compareWording(before.text, after.text)
  const texts = { id: after.id, beforeId: before.id, before: before.text, after: after.text, wording, match }
  const { skill, place } = after
  const isSameSkill = skills.after.get(before.place.skill) === place.skill
  if (!isSameSkill || before.place.level !== place.level || before.place.part !== place.part)
    return [{ kind: 'sentence-moved', skill, place, from: before.place, fromSkill: before.skill, ...texts }]
  // Another id for the same words is a change too: ticks of the old id do not find it.
  if (wording === 'same' && before.id === after.id) return []
  return [{ kind: 'sentence-reworded', skill, place, ...texts }]
}

function heirsOf(pairs: SentencePair[], skills: Pairing): SentenceDiff['heirs'] {
  const heirs: SentenceDiff['heirs'] = new Map()
  for (const { before, after, match } of pairs) {
    if (skills.after.has(before.place.skill)) continue
    const ofSkill = heirs.get(before.place.skill) ?? new Map()
    const known = ofSkill.get(after.place.skill) ?? { sentences: 0, confidence: 0 }
    const confidence = match.by === 'id' ? 1 : match.confidence
    ofSkill.set(after.place.skill, {
      sentences: known.sentences + 1,
      confidence: (known.confidence * known.sentences + confidence) / (known.sentences + 1),
    })
    heirs.set(before.place.skill, ofSkill)
  }
  return heirs
}

/** One entry for each level of a skill in which sentences that stayed changed places. */
function reorderings(before: Framework, after: Framework, skills: Pairing): Change[] {
  const old = new Map(before.skills.map((skill) => [skill.id, skill]))
  return after.skills.flatMap((skill) => {
    const was = old.get(skills.before.get(skill.id) ?? '')
    if (was === undefined) return []
    return skill.anchors.flatMap((anchor): Change[] => {
      const earlier = was.anchors.find((one) => one.level === anchor.level)
      const isSame =
        earlier === undefined ||
        !(
          statementsReordered(earlier.behaviours, anchor.behaviours) ||
          statementsReordered(earlier.practices, anchor.practices)
        )
      return isSame
        ? []
        : [{ kind: 'order-changed', of: 'sentences', where: `${skill.name}, level ${anchor.level}` }]
    })
  })
}

function statementsReordered(before: Statement[], after: Statement[]): boolean {
  const named = (statements: Statement[]) => statements.map(({ id }) => ({ id, name: '' }))
  const ids = (statements: Statement[]) => statements.map(({ id }) => id)
  return isReordered(ids(before), ids(after), pairParts(named(before), named(after)))
}
