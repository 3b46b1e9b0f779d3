// Puts the skills in order and fills in what their files leave out.
import { type Assume, given } from './assumption.ts'
import type { Skill } from './framework.ts'
import type { FrameworkFile } from './framework-file.ts'
import { compareText } from './problem.ts'
import type { ReadSkill } from './read-skill.ts'

type Groups = FrameworkFile['groups']

/** Group order; inside a group its `skills`, then first appearance in expectations.csv, then id. */
export function completeSkills(
  skills: ReadSkill[],
  groups: Groups,
  skillOrder: string[],
  assume: Assume,
): Skill[] {
  const groupRank = rankOf(groups.map((group) => group.id))
  const ownRank = rankOf(groups.flatMap((group) => group.skills ?? []))
  const rowRank = rankOf(skillOrder)
  const rank = (ranks: Map<string, number>, id: string) => ranks.get(id) ?? Number.MAX_SAFE_INTEGER
  const ordered = skills.toSorted(
    (a, b) =>
      rank(groupRank, a.frontMatter.group) - rank(groupRank, b.frontMatter.group) ||
      rank(ownRank, a.id) - rank(ownRank, b.id) ||
      rank(rowRank, a.id) - rank(rowRank, b.id) ||
      compareText(a.id, b.id),
  )
  return ordered.map((skill) => completeSkill(skill, assume))
}

function rankOf(ids: string[]): Map<string, number> {
  const ranks = new Map<string, number>()
  for (const [index, id] of ids.entries()) if (!ranks.has(id)) ranks.set(id, index)
  return ranks
}

function completeSkill({ id, frontMatter: raw, text }: ReadSkill, assume: Assume): Skill {
  const where = `skills/${id}.md`
  if (raw.kind === undefined) assume(where, 'kind', 'unknown')
  if (raw.prerequisites === undefined) assume(where, 'prerequisites', 'none')
  if (raw.weeks === undefined) assume(where, 'weeks', 'unknown')
  if (raw.observability === undefined) assume(where, 'observability', 'unknown')
  if (raw.access === undefined) assume(where, 'access', 'open')
  return {
    id,
    name: raw.name,
    kind: raw.kind ?? 'unknown',
    group: raw.group,
    ...text,
    prerequisites: raw.prerequisites ?? [],
    weeks: (raw.weeks ?? []).map(({ up_to, ...range }) => ({ upTo: up_to, ...range })),
    ...given('observability', raw.observability),
    access: raw.access ?? 'open',
    private: raw.private ?? false,
    ...given('firstWhenBelow', raw['first-when-below']),
    ...given('safeguard', raw.safeguard),
  }
}
