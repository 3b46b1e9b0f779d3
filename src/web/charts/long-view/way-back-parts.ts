// A leg's way back while the person is in the role: which years are easy, which take effort, which are hard, in words too.
import type { RouteLeg } from '../../../core/plan/route-leg.ts'
import { aheadWords } from '../../words/ahead.ts'
import type { LineKind } from './placed.ts'

export interface WayBackPart {
  kind: Extract<LineKind, 'easy' | 'effort' | 'hard'>
  from: number
  to: number
}

/** Cut at the end of the stay; empty where the framework does not say, and where the person stays. */
export function wayBackParts(leg: RouteLeg): WayBackPart[] {
  const { ease, easyUntil, hardFrom } = leg.wayBack
  if (ease === null || leg.from === leg.to) return []
  const within = (year: number) => Math.min(Math.max(year, leg.startYear), leg.endYear)
  const easyTo = ease === 'easy' ? within(easyUntil ?? hardFrom ?? leg.endYear) : leg.startYear
  const hardAt = ease === 'hard' ? leg.startYear : within(Math.max(hardFrom ?? leg.endYear, easyTo))
  const parts: WayBackPart[] = [
    { kind: 'easy', from: leg.startYear, to: easyTo },
    { kind: 'effort', from: easyTo, to: hardAt },
    { kind: 'hard', from: hardAt, to: leg.endYear },
  ]
  return parts.filter((part) => part.to > part.from)
}

/** "way back easy to 2029, hard from 2031"; empty where the person stays. */
export function wayBackText(leg: RouteLeg): string {
  if (leg.from === leg.to) return ''
  const { ease, easyUntil, hardFrom } = leg.wayBack
  const words = aheadWords.back
  if (ease === null) return words.unknown
  const closes = ease === 'easy' && easyUntil !== null && easyUntil <= leg.endYear
  const first = closes ? aheadWords.backUntil(easyUntil) : words[ease]
  const hard = hardFrom !== null && hardFrom <= leg.endYear && ease !== 'hard'
  return hard ? `${first}, ${aheadWords.backHard(hardFrom)}` : first
}
