// Several destinations at once: what is worth learning whichever way the person goes.

import type { Framework } from '../framework/framework.ts'
import { type FocusItem, type FocusOptions, focus } from './focus.ts'
import type { Levels } from './levels.ts'
import { capitalise, counted, inSentence, listInWords, withoutNoise } from './plain-words.ts'

export interface SharedSkill {
  skill: string
  name: string
  /** Mean score over all destinations; a destination without a gap counts as 0. */
  meanScore: number
  /** The item of each destination in which there is a gap, by role id. */
  byRole: Record<string, FocusItem>
}

export interface SharedFocus {
  /** Open with weight 2 or 3 in every destination; highest mean score first. */
  everywhere: SharedSkill[]
  /** Open in two or more destinations, but not important in all of them. */
  somewhere: SharedSkill[]
  /** Open in one destination only: worth learning once the path is chosen; by role id, highest score first. */
  onlyFor: Record<string, FocusItem[]>
  /** "Seven skills are worth it whichever way you go, written communication and delegation most of all." */
  sentence: string
}

/** So many shared skills are named; more are counted. */
const NAMED_AT_MOST = 2

/** Destinations are role ids; repeated ones count once. */
export function sharedFocus(
  framework: Framework,
  levels: Levels,
  toRoles: readonly string[],
  options: FocusOptions = {},
): SharedFocus {
  const roles = [...new Set(toRoles)]
  const lists = roles.map((role) => ({ role, items: focus(framework, levels, role, options) }))
  const skills = gatherBySkill(lists)
  const everywhere = skills.filter((skill) => isImportantEverywhere(skill, roles))
  const somewhere = skills.filter(
    (skill) => !everywhere.includes(skill) && Object.keys(skill.byRole).length > 1,
  )
  const shared = new Set([...everywhere, ...somewhere].map((skill) => skill.skill))
  return {
    everywhere,
    somewhere,
    onlyFor: Object.fromEntries(
      lists.map(({ role, items }) => [role, items.filter((item) => !shared.has(item.skill))]),
    ),
    sentence: sharedSentence(everywhere, roles.length, framework.language),
  }
}

function gatherBySkill(lists: readonly { role: string; items: FocusItem[] }[]): SharedSkill[] {
  const bySkill = new Map<string, SharedSkill>()
  for (const { role, items } of lists) {
    for (const item of items) {
      const known = bySkill.get(item.skill) ?? {
        skill: item.skill,
        name: item.name,
        meanScore: 0,
        byRole: {},
      }
      bySkill.set(item.skill, {
        ...known,
        meanScore: withoutNoise(known.meanScore + item.score / lists.length),
        byRole: { ...known.byRole, [role]: item },
      })
    }
  }
  return [...bySkill.values()].toSorted((a, b) => b.meanScore - a.meanScore || (a.skill < b.skill ? -1 : 1))
}

function isImportantEverywhere(skill: SharedSkill, roles: readonly string[]): boolean {
  return roles.every((role) => (skill.byRole[role]?.weight ?? 0) >= 2)
}

function sharedSentence(everywhere: readonly SharedSkill[], destinations: number, language: string): string {
  const count = everywhere.length
  if (destinations < 2) return ''
  if (count === 0)
    return 'These destinations share no important gap: choosing between them decides what to learn.'
  const names = everywhere.map((skill) => inSentence(skill.name, language))
  const worth = 'worth it whichever way you go'
  if (count <= NAMED_AT_MOST)
    return `${capitalise(listInWords(names))} ${count === 1 ? 'is' : 'are'} ${worth}.`
  const most = listInWords(names.slice(0, NAMED_AT_MOST))
  return `${capitalise(counted(count, 'skill'))} are ${worth}, ${most} most of all.`
}
