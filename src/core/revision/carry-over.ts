// What moving to another version of a framework does to one person's ratings: which stay, which need another look.

import type { Rating, RatingContent } from '../assessment/assessment.ts'
import type { Framework, Skill } from '../framework/framework.ts'
import { groupedBy } from '../framework/grouped-by.ts'
import { topLevel } from '../framework/look-up.ts'
import { compareWording } from './compare-wording.ts'
import { type Change, changesOf, type FrameworkDiff } from './framework-diff.ts'

/** Why a rating is worth another look. */
export type LookReason =
  /** Behaviours of the rated level, or of the one approached, say something else, came or went. */
  | 'reworded'
  /** A behaviour that was ticked says something else, or is gone. */
  | 'ticked'
  /** The level has no behaviours, and the definition or the scale that stood in for them says something else. */
  | 'definition'
  | 'renamed'
  /** Another skill went into this one, or this one into another. */
  | 'merged'
  /** The scale has other levels. */
  | 'scale'

/** `answered`: the person said something newer on the new version itself, and that holds. */
export type Verdict = 'carries' | 'look-again' | 'gone' | 'answered'

/** What the person decided about one rating. */
export type Decision = 'carry' | 'look' | 'leave'

export interface CarryOverItem {
  /** The rating on the old version; it stays there as it is. */
  rating: Rating
  /** Its skill in the new version; null where there is none. */
  skill: string | null
  verdict: Verdict
  reasons: LookReason[]
  /** What the reasons are about, for showing old and new words. */
  changes: Change[]
  /** What a carried rating says; null where it cannot be carried as it is. */
  content: RatingContent | null
  /** What the person said on the new version itself since; null where there is nothing newer. */
  newer: Rating | null
}

interface Versions {
  before: Framework
  after: Framework
  diff: FrameworkDiff
}

/**
 * One item for each rating, in the order of the new framework, what is gone last. `ratings` are the latest of each
 * skill (`mergeRatings`), and `there` the latest that the person has on the new version already. Spelling is never a reason to look again; a change of meaning always is, and where the words
 * alone cannot tell the two apart it counts as a change of meaning.
 */
export function planCarryOver(
  versions: Versions,
  ratings: readonly Rating[],
  there: readonly Rating[] = [],
): CarryOverItem[] {
  const changes = groupedBy(versions.diff.changes, skillOf)
  const place = new Map(versions.after.skills.map((skill, index) => [skill.id, index]))
  return ratings
    .map((rating) => answeredBy(there, itemFor(versions, changes, rating)))
    .toSorted((a, b) => placeOf(place, a) - placeOf(place, b))
}

/** What is suggested: everything that nothing speaks against is carried, the rest is looked at. */
export function suggestedDecision(item: CarryOverItem): Decision {
  if (item.verdict === 'gone' || item.verdict === 'answered') return 'leave'
  return item.verdict === 'carries' ? 'carry' : 'look'
}

/** The decisions that make sense for an item. */
export function possibleDecisions(item: CarryOverItem): Decision[] {
  if (item.skill === null) return ['leave']
  return item.content === null ? ['look', 'leave'] : ['carry', 'look', 'leave']
}

/** A rating that was itself carried there says nothing newer: it is an older answer on a later day. */
function answeredBy(there: readonly Rating[], item: CarryOverItem): CarryOverItem {
  const newer = there.find(
    (one) =>
      one.skill === item.skill &&
      one.carriedFrom === undefined &&
      Date.parse(one.ratedAt) > Date.parse(item.rating.ratedAt),
  )
  return newer === undefined ? item : { ...item, verdict: 'answered', newer }
}

function placeOf(place: ReadonlyMap<string, number>, item: CarryOverItem): number {
  return place.get(item.skill ?? '') ?? Number.MAX_SAFE_INTEGER
}

function skillOf(change: Change): string {
  return 'skill' in change ? change.skill.id : ''
}

function itemFor(versions: Versions, changes: Map<string, Change[]>, rating: Rating): CarryOverItem {
  const { before, after, diff } = versions
  const id = diff.skills.after.get(rating.skill)
  const was = before.skills.find((skill) => skill.id === rating.skill)
  const is = after.skills.find((skill) => skill.id === id)
  if (was === undefined || is === undefined) return itemOfGone(diff, rating)
  const ofSkill = changes.get(is.id) ?? []
  const found = [
    ...renamedOrMerged(diff, is, ofSkill),
    ...levelReasons(versions, { was, is, rating, ofSkill }),
    ...scaleReasons(versions, rating),
  ]
  const reasons = [...new Set(found.map((one) => one.reason))]
  const content = contentFor(after, is, rating, ofSkill)
  return {
    rating,
    skill: is.id,
    verdict: reasons.length === 0 && content !== null ? 'carries' : 'look-again',
    reasons,
    changes: [...new Set(found.flatMap((one) => one.changes))],
    content,
    newer: null,
  }
}

/** A skill that went into another one gives no rating there: the other one asks for more than it did. */
function itemOfGone(diff: FrameworkDiff, rating: Rating): CarryOverItem {
  const merged = changesOf(diff, 'skill-merged').filter((change) => change.skill.id === rating.skill)
  const into = merged[0]?.into.id
  const nothing = { rating, content: null, newer: null }
  return into === undefined
    ? { ...nothing, skill: null, verdict: 'gone', reasons: [], changes: [] }
    : { ...nothing, skill: into, verdict: 'look-again', reasons: ['merged'], changes: merged }
}

interface Found {
  reason: LookReason
  changes: Change[]
}

function renamedOrMerged(diff: FrameworkDiff, skill: Skill, ofSkill: Change[]): Found[] {
  const renamed = ofSkill.filter(
    (change) =>
      change.kind === 'skill-renamed' &&
      (change.match.by === 'text' || compareWording(change.before.name, change.skill.name) === 'reworded'),
  )
  const merged = changesOf(diff, 'skill-merged').filter((change) => change.into.id === skill.id)
  return [
    ...(renamed.length > 0 ? [{ reason: 'renamed' as const, changes: renamed }] : []),
    ...(merged.length > 0 ? [{ reason: 'merged' as const, changes: merged }] : []),
  ]
}

interface Rated {
  was: Skill
  is: Skill
  rating: Rating
  ofSkill: Change[]
}

/** Whether the words by which the level was chosen still say the same. */
function levelReasons({ before, after, diff }: Versions, { was, is, rating, ofSkill }: Rated): Found[] {
  const { level, approaching } = rating
  // Without a level ("not seen", "cannot tell") nothing was said about any level.
  if (level === null || level === 0) return []
  const levels = approaching ? [level, level + 1] : [level]
  const reworded = sentencesAt(diff, { was, is, ofSkill, levels })
  const found: Found[] = reworded.length > 0 ? [{ reason: 'reworded', changes: reworded }] : []
  const ticked = tickedChanges(diff, was, rating, ofSkill)
  if (ticked.length > 0) found.push({ reason: 'ticked', changes: ticked })
  if (!hasBehaviours(was, level) && !hasBehaviours(is, level)) {
    const definition = ofSkill.filter(
      (change) =>
        change.kind === 'skill-changed' && change.field === 'definition' && change.wording === 'reworded',
    )
    const scale = saysOther(before, after, level)
      ? diff.changes.filter((change) => change.kind === 'level-changed' && change.level === level)
      : []
    if (definition.length + scale.length > 0)
      found.push({ reason: 'definition', changes: [...definition, ...scale] })
  }
  return found
}

function sentencesAt(
  diff: FrameworkDiff,
  { was, is, ofSkill, levels }: Pick<Rated, 'was' | 'is' | 'ofSkill'> & { levels: number[] },
): Change[] {
  const isHere = (level: number, part: string) => part === 'behaviour' && levels.includes(level)
  const inSkill = ofSkill.filter((change) => {
    switch (change.kind) {
      case 'sentence-added':
      case 'sentence-removed':
        return isHere(change.place.level, change.place.part)
      case 'sentence-reworded':
        return isHere(change.place.level, change.place.part) && change.wording === 'reworded'
      case 'sentence-moved':
        return (
          isHere(change.place.level, change.place.part) ||
          (change.from.skill === was.id && isHere(change.from.level, change.from.part))
        )
      default:
        return false
    }
  })
  const wentElsewhere = changesOf(diff, 'sentence-moved').filter(
    (change) =>
      change.place.skill !== is.id &&
      change.from.skill === was.id &&
      isHere(change.from.level, change.from.part),
  )
  return [...inSkill, ...wentElsewhere]
}

function tickedChanges(diff: FrameworkDiff, was: Skill, rating: Rating, ofSkill: Change[]): Change[] {
  const ticked = new Set(rating.behaviours)
  const inSkill = ofSkill.filter(
    (change) =>
      (change.kind === 'sentence-removed' && ticked.has(change.id)) ||
      (change.kind === 'sentence-reworded' && change.wording === 'reworded' && ticked.has(change.beforeId)),
  )
  const wentElsewhere = changesOf(diff, 'sentence-moved').filter(
    (change) =>
      change.from.skill === was.id &&
      ticked.has(change.beforeId) &&
      (change.wording === 'reworded' || diff.skills.after.get(was.id) !== change.place.skill),
  )
  return [...inSkill, ...wentElsewhere]
}

function hasBehaviours(skill: Skill, level: number): boolean {
  return skill.anchors.some((anchor) => anchor.level === level && anchor.behaviours.length > 0)
}

function saysOther(before: Framework, after: Framework, level: number): boolean {
  const words = (framework: Framework) => {
    const step = framework.scale.find((one) => one.level === level)
    return [step?.scope, step?.autonomy, step?.effect, step?.tell].map((text) => text ?? '')
  }
  const fresh = words(after)
  return words(before).some((text, index) => compareWording(text, fresh[index] ?? '') === 'reworded')
}

/** Other levels, or another name for the rated one: the number alone would say something that nobody said. */
function scaleReasons({ before, after, diff }: Versions, { level }: Rating): Found[] {
  if (level === null) return []
  const nameIn = (framework: Framework) => framework.scale.find((step) => step.level === level)?.name ?? ''
  const isSame =
    topLevel(before) === topLevel(after) && compareWording(nameIn(before), nameIn(after)) !== 'reworded'
  if (isSame) return []
  const changes = diff.changes.filter(
    (change) =>
      change.kind === 'level-added' ||
      change.kind === 'level-removed' ||
      (change.kind === 'level-changed' && change.level === level && change.field === 'name'),
  )
  return [{ reason: 'scale', changes }]
}

/** What was said, in ids of the new version; null where the new scale has no such level. */
function contentFor(after: Framework, skill: Skill, rating: Rating, ofSkill: Change[]): RatingContent | null {
  const { level, reason, approaching, confidence, observedOn, note } = rating
  const top = topLevel(after)
  if (level !== null && level > top) return null
  const newIds = new Map(
    ofSkill.flatMap((change) =>
      change.kind === 'sentence-reworded' || change.kind === 'sentence-moved'
        ? [[change.beforeId, change.id] as const]
        : [],
    ),
  )
  const known = new Set(skill.anchors.flatMap((anchor) => anchor.behaviours.map((behaviour) => behaviour.id)))
  const ticked = rating.behaviours.map((id) => newIds.get(id) ?? id).filter((id) => known.has(id))
  const behaviours = [...known].filter((id) => ticked.includes(id))
  return {
    level,
    reason,
    approaching: approaching && level !== null && level < top,
    behaviours,
    confidence,
    observedOn,
    note,
  }
}
