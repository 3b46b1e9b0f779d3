// A measured level in plain sentences.

import type { Framework } from '../framework/framework.ts'
import { findSkill } from '../framework/look-up.ts'
import type { MeasuredLevel, RatingWeight, Source, SourceWeight } from './measure-person.ts'
import type { Narrowing } from './narrowing.ts'
import { HALF_WIDTH_80 } from './normal.ts'

const KIND_WORDS: Record<Narrowing['kind'], { one: string; many: string }> = {
  manager: { one: 'manager', many: 'managers' },
  peer: { one: 'peer', many: 'peers' },
  report: { one: 'report', many: 'reports' },
  client: { one: 'client', many: 'clients' },
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five']

/** "System design: about 3.1, likely range 2.4 to 3.8 (right four times out of five)." */
export function sayLevel(framework: Framework, measured: MeasuredLevel): string {
  const name = findSkill(framework, measured.skill)?.name ?? measured.skill
  return `${name}: about ${figure(measured.level)}, likely range ${figure(measured.low)} to ${figure(measured.high)} (right four times out of five).`
}

/** One sentence for each source, the heaviest first; to the person themselves, or to somebody who keeps them. */
export function saySources(measured: MeasuredLevel, isMine = true): string[] {
  return measured.sources
    .filter((source) => percent(source.weight) !== 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map((source) => saySource(source, isMine))
}

const SOURCE_WORDS: Record<Source, string> = {
  self: 'What you said yourself',
  manager: 'What your manager said',
  named: 'What people said under their names',
  confidential: 'What was said in confidence, taken together',
  usual: 'What is usual for people in general',
}

const THEIR_WORDS: Record<Source, string> = {
  ...SOURCE_WORDS,
  self: 'What they said themselves',
  manager: 'What their manager said',
}

function saySource(source: SourceWeight, isMine: boolean): string {
  const said = source.ratings.length === 0 ? '' : ` (${source.ratings.map(sayRating).join(', ')})`
  const isOfPeople = source.source !== 'usual'
  return `${(isMine ? SOURCE_WORDS : THEIR_WORDS)[source.source]}${said} weighs ${percent(source.weight)} %${isOfPeople ? sayElsewhere(source) : ''}.`
}

function sayElsewhere(source: SourceWeight): string {
  const [all, elsewhere] = [percent(source.weight), percent(source.weight - source.ofThisSkill)]
  if (elsewhere <= 0) return ''
  return elsewhere >= all
    ? ', all of it through other skills'
    : `, ${elsewhere} of these through other skills`
}

function sayRating(rating: RatingWeight): string {
  const said = `${rating.level}${rating.approaching ? ' on the way to the next' : ''}`
  return rating.countsAs === undefined ? said : `${said}, which counts as ${figure(rating.countsAs)}`
}

/** "Your 3 counts as 2.7: people rate themselves a little higher than others do." For the rater's own eyes. */
export function sayStrictness(rating: RatingWeight): string | null {
  if (rating.countsAs === undefined) return null
  const habit = rating.level + (rating.approaching ? 0.5 : 0) - rating.countsAs
  const counts = `Your ${rating.level} counts as ${figure(rating.countsAs)}`
  if (Math.abs(habit) < 0.05) return `${counts}: you rate as most people do.`
  return `${counts}: you rate about ${figure(Math.abs(habit))} ${habit > 0 ? 'higher' : 'lower'} than most people do.`
}

/** Raters of some kinds, and how well the level would be known with them. */
export interface NarrowingStep {
  /** "a manager", "three more peers, reports or clients". */
  who: string
  /** Half of the likely range that would be left, in levels. */
  plusMinus: number
}

/**
 * What would make the range narrower: for each kind of rater the smallest number that takes a quarter off, or the
 * largest on offer; kinds that do the same stand together. None where nothing would change what is shown.
 */
export function narrowingSteps(measured: MeasuredLevel): NarrowingStep[] {
  const now = halfRange(measured)
  const best = new Map<Narrowing['kind'], Narrowing>()
  for (const step of measured.narrowing) {
    const known = best.get(step.kind)
    const isEnough = known !== undefined && known.plusMinus <= 0.75 * now
    if (!isEnough) best.set(step.kind, step)
  }
  const alike = new Map<string, Narrowing[]>()
  for (const step of best.values()) {
    if (figure(step.plusMinus) === figure(now)) continue
    const key = `${step.more} ${figure(step.plusMinus)}`
    alike.set(key, [...(alike.get(key) ?? []), step])
  }
  return [...alike.values()].map((steps) => ({
    who: sayMore(steps),
    plusMinus: steps[0]?.plusMinus ?? now,
  }))
}

/** "With a manager the level would be known to ± 0.5 instead of ± 0.7." */
export function sayNarrowing(measured: MeasuredLevel): string[] {
  const now = figure(halfRange(measured))
  return narrowingSteps(measured).map(
    ({ who, plusMinus }) =>
      `With ${who} the level would be known to ± ${figure(plusMinus)} instead of ± ${now}.`,
  )
}

/** "a manager", "three more peers, reports or clients". */
function sayMore(steps: readonly Narrowing[]): string {
  const more = steps[0]?.more ?? 1
  const names = steps.map(({ kind }) => (more === 1 ? KIND_WORDS[kind].one : KIND_WORDS[kind].many))
  const last = names.at(-1) ?? ''
  const list = names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last
  return steps[0]?.kind === 'manager' ? `a ${list}` : `${NUMBERS[more] ?? more} more ${list}`
}

/** Half of the likely range in levels, before the cut to the scale: cutting is not knowledge. */
export function halfRange(measured: MeasuredLevel): number {
  return HALF_WIDTH_80 * measured.latent.sd
}

function percent(share: number): number {
  return Math.round(100 * share)
}

function figure(value: number): string {
  return (Math.round(value * 10) / 10 + 0).toFixed(1)
}
