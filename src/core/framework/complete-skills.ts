// Puts the skills in order and fills in what their files leave out.
import { type Assume, given } from './assumption.ts'
import type { Skill } from './framework.ts'
import type { FrameworkFile } from './framework-file.ts'
import { didYouMean } from './nearest-word.ts'
import { compareText, errorAt, type Problem } from './problem.ts'
import type { ReadSkill } from './read-skill.ts'
import { placeOf, type SourceMap } from './source-map.ts'

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

/** The order of skills is gone once the framework is joined, so the names in it are checked here. */
export function checkSkillOrder(
  groups: Groups,
  skills: ReadSkill[],
  sources: SourceMap,
  unreadable: ReadonlySet<string>,
  problems: Problem[],
): void {
  const groupOf = new Map(skills.map((skill) => [skill.id, skill.frontMatter.group]))
  for (const group of groups) {
    for (const [index, id] of (group.skills ?? []).entries()) {
      const place = placeOf(sources, `/groups/${group.id}/skills/${index}`)
      const own = groupOf.get(id)
      if (own === undefined && !unreadable.has(id)) {
        const mend = didYouMean(id, groupOf.keys(), `Correct the id, or add skills/${id}.md.`)
        problems.push(
          errorAt(place, `There is no skill "${id}", which the group "${group.id}" puts in order.`, mend),
        )
      } else if (own !== undefined && own !== group.id) {
        const mend = 'Move the id to its own group, or change the group in the skill.'
        problems.push(errorAt(place, `"${id}" belongs to the group "${own}", not to "${group.id}".`, mend))
      } else if (group.skills?.indexOf(id) !== index) {
        problems.push(
          errorAt(place, `"${id}" stands twice in the order of "${group.id}".`, 'Keep one of the two.'),
        )
      }
    }
  }
}
