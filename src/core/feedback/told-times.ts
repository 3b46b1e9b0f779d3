// How often somebody was told that something is missing, by skill.

import type { ListedFeedback } from './skills-here.ts'

/** By skill id of the framework at hand: records about it, as the first or a further skill, of something missed. */
export function toldTimes(
  records: readonly Pick<ListedFeedback, 'polarity' | 'here'>[],
): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const { polarity, here } of records) {
    if (polarity !== 'gap') continue
    for (const skill of here) times.set(skill, (times.get(skill) ?? 0) + 1)
  }
  return times
}
