// The order in which chosen skills are best practised: what others build on, and what can be started now, first.

import type { Access, Framework, Skill } from '../framework/framework.ts'
import { byScore } from './score.ts'

const ACCESS_ORDER: Record<Access, number> = { open: 0, partial: 1, gated: 2 }

interface Chosen {
  skill: string
  score: number
  comesFirst?: boolean
}

/**
 * Among the chosen skills whose chosen prerequisites are placed: open before partial before gated, then the
 * higher score, ties as in the score. What `first-when-below` puts first stands before all of that. Should a
 * faulty framework hold a cycle, the best of what remains is placed, so that the order always ends.
 */
export function practiceOrder<Item extends Chosen>(framework: Framework, items: readonly Item[]): Item[] {
  const skills = new Map(framework.skills.map((skill) => [skill.id, skill]))
  const remaining = new Map(items.map((item) => [item.skill, item]))
  const order: Item[] = []
  while (remaining.size > 0) {
    const waiting = [...remaining.values()]
    const free = waiting.filter((item) => isFree(skills.get(item.skill), remaining))
    const first = waiting.filter((item) => item.comesFirst === true)
    const candidates = first.length > 0 ? first : free.length > 0 ? free : waiting
    const next = candidates.reduce((best, item) => (isBefore(skills, item, best) ? item : best))
    remaining.delete(next.skill)
    order.push(next)
  }
  return order
}

function isFree(skill: Skill | undefined, remaining: ReadonlyMap<string, Chosen>): boolean {
  return skill?.prerequisites.every((id) => id === skill.id || !remaining.has(id)) ?? true
}

function isBefore(skills: ReadonlyMap<string, Skill>, a: Chosen, b: Chosen): boolean {
  const [skillA, skillB] = [skills.get(a.skill), skills.get(b.skill)]
  const access = accessOf(skillA) - accessOf(skillB)
  if (access !== 0) return access < 0
  return (
    byScore({ skill: traits(a, skillA), score: a.score }, { skill: traits(b, skillB), score: b.score }) < 0
  )
}

function accessOf(skill: Skill | undefined): number {
  return ACCESS_ORDER[skill?.access ?? 'open']
}

/** A chosen skill that the framework does not know is ordered by score and id alone. */
function traits(item: Chosen, skill: Skill | undefined): Pick<Skill, 'id' | 'observability' | 'weeks'> {
  return skill ?? { id: item.skill, weeks: [] }
}
