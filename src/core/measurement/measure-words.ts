// A measured level in plain sentences.

import type { Framework } from '../framework/framework.ts'
import { findSkill } from '../framework/look-up.ts'
import type { MeasuredLevel, RatingWeight, Source, SourceWeight } from './measure-person.ts'
import type { Narrowing } from './narrowing.ts'
import { HALF_WIDTH_80 } from './normal.ts'

const KIND_WORDS: Record<Narrowing['kind'], { one: string; many: string }> = {
  manager: { one: 'a manager', many: 'managers' },
  peer: { one: 'one more peer', many: 'more peers' },
  report: { one: 'one more report', many: 'more reports' },
  client: { one: 'one more client', many: 'more clients' },
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five']

/** "System design: about 3.1, likely range 2.4 to 3.8 (right four times out of five)." */
export function sayLevel(framework: Framework, measured: MeasuredLevel): string {
  const name = findSkill(framework, measured.skill)?.name ?? measured.skill
  return `${name}: about ${figure(measured.level)}, likely range ${figure(measured.low)} to ${figure(measured.high)} (right four times out of five).`
}

/** One sentence for each source, the heaviest first. */
export function saySources(measured: MeasuredLevel): string[] {
  return measured.sources
    .filter((source) => percent(source.weight) !== 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(saySource)
}

const SOURCE_WORDS: Record<Source, string> = {
  self: 'What you said yourself',
  manager: 'What your manager said',
  named: 'What people said under their names',
  confidential: 'What was said in confidence, taken together',
  usual: 'What is usual for people in general',
}

function saySource(source: SourceWeight): string {
  const weighs = `weighs ${percent(source.weight)} %`
  const [only] = source.ratings
  const counts = only && source.ratings.length === 1 ? sayCount(only) : ''
  const elsewhere = source.source !== 'usual' && source.source !== 'confidential' ? sayElsewhere(source) : ''
  return `${SOURCE_WORDS[source.source]} ${weighs}${counts}${elsewhere}.`
}

function sayElsewhere(source: SourceWeight): string {
  const other = percent(source.weight - source.ofThisSkill)
  return other > 0 ? `; ${other} % of it through other skills` : ''
}

function sayCount(rating: RatingWeight): string {
  const said = `${rating.level}${rating.approaching ? ', on the way to the next' : ''}`
  if (rating.countsAs === undefined) return ` (a ${said})`
  return ` (a ${said}, which counts as ${figure(rating.countsAs)})`
}

/** "Your 3 counts as 2.7: people rate themselves a little higher than others do." For the rater's own eyes. */
export function sayStrictness(rating: RatingWeight): string | null {
  if (rating.countsAs === undefined) return null
  const habit = rating.level + (rating.approaching ? 0.5 : 0) - rating.countsAs
  const counts = `Your ${rating.level} counts as ${figure(rating.countsAs)}`
  if (Math.abs(habit) < 0.05) return `${counts}: you rate as most people do.`
  return `${counts}: you rate about ${figure(Math.abs(habit))} ${habit > 0 ? 'higher' : 'lower'} than most people do.`
}

/** What would make the range narrower, at most one sentence a kind of rater, and none where nothing much would. */
export function sayNarrowing(measured: MeasuredLevel): string[] {
  const now = measured.latent.sd === 0 ? 0 : halfRange(measured)
  const best = new Map<Narrowing['kind'], Narrowing>()
  for (const step of measured.narrowing) {
    // The smallest number that takes a quarter off; else the largest that is offered.
    const known = best.get(step.kind)
    const isEnough = known !== undefined && known.plusMinus <= 0.75 * now
    if (!isEnough) best.set(step.kind, step)
  }
  return [...best.values()]
    .filter((step) => step.plusMinus < 0.95 * now)
    .map(
      (step) =>
        `With ${sayMore(step)} the level would be known to ± ${figure(step.plusMinus)} instead of ± ${figure(now)}.`,
    )
}

function sayMore({ kind, more }: Narrowing): string {
  return more === 1 ? KIND_WORDS[kind].one : `${NUMBERS[more] ?? more} ${KIND_WORDS[kind].many}`
}

/** Before the cut to the scale: cutting is not knowledge. */
function halfRange(measured: MeasuredLevel): number {
  return HALF_WIDTH_80 * measured.latent.sd
}

function percent(share: number): number {
  return Math.round(100 * share)
}

function figure(value: number): string {
  return (Math.round(value * 10) / 10 + 0).toFixed(1)
}
