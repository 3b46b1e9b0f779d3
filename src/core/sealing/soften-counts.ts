// Takes the certainty out of a block in which everybody has the same level.

/**
 * People by level as they may be published. Where all have the same level, one is told a step lower (a step higher
 * at the bottom), and a block that really looks so is told alike: so no published block says of anybody which level
 * is theirs. All other blocks are told as they are. Both readings fit what is published, which is the whole point.
 */
export function softenCounts(counts: readonly number[]): number[] {
  const people = counts.reduce((sum, count) => sum + count, 0)
  const all = counts.indexOf(people)
  if (people === 0 || all < 0 || counts.length < 2) return [...counts]
  const beside = all > 0 ? all - 1 : 1
  return counts.map((count, level) => (level === all ? count - 1 : level === beside ? 1 : count))
}
