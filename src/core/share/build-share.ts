// Makes the copy: exactly the items that were chosen, as they are today, and nothing of what is private.

import type { Framework } from '../framework/framework.ts'
import { findRole, findSkill, topLevel } from '../framework/look-up.ts'
import type { PacketRecords } from '../packet/arrange-packet.ts'
import { areOpen, openRecords } from '../packet/open-records.ts'
import type { Plan } from '../plan/plan.ts'
import { fail, type Result, succeed } from '../result.ts'
import {
  MOST_SHARED,
  type ShareContent,
  type SharedItem,
  type SharedLevel,
  type SharedSkill,
} from './share.ts'

/** What may be chosen; all of it is the person's own. */
export interface ShareRecords extends PacketRecords {
  /** The plan that is kept, with the name of each quarter; null where there is none. */
  plan: { plan: Plan; quarterNames: readonly string[] } | null
}

/** Which of them: entries and sentences by id, levels and growth areas by skill. */
export interface ShareChoice {
  evidence: readonly string[]
  told: readonly string[]
  levels: readonly string[]
  areas: readonly string[]
}

export interface ShareAddress {
  from: string
  to: string
  words: string
  sharedOn: string
  role: string | null
}

/** Where a choice does not fit: the list and the id that is not there. */
export interface ShareFailure {
  path: string
  message: string
}

/** Quarters ahead whose growth areas may be shown. */
const QUARTERS_AHEAD = 2

/** What can be chosen at all, in the order in which it is shown. Private skills are not in it, nor anything about them. */
export function shareable(framework: Framework, records: ShareRecords): Record<keyof ShareChoice, string[]> {
  const isOpen = (id: string) => areOpen(framework, [id])
  const own = new Set(records.ratings.filter(({ rater }) => rater === undefined).map(({ skill }) => skill))
  const measured = new Set(records.levels.map(({ skill }) => skill))
  const { evidence, heard } = openRecords(framework, records)
  return {
    levels: framework.skills
      .map(({ id }) => id)
      .filter((id) => isOpen(id) && (own.has(id) || measured.has(id))),
    evidence: evidence.map(({ id }) => id),
    told: heard.map(({ id }) => id),
    areas: [...new Set(areaSteps(records).map(({ skill }) => skill))].filter(isOpen),
  }
}

/** The copy, or what cannot be in it. */
export function buildShare(
  framework: Framework,
  digest: string,
  address: ShareAddress,
  choice: ShareChoice,
  records: ShareRecords,
): Result<ShareContent, ShareFailure> {
  const count = Object.values(choice).reduce((sum, list) => sum + list.length, 0)
  if (count > MOST_SHARED)
    return fail({
      path: 'choice',
      message: `At most ${MOST_SHARED} items can be read together; these are ${count}.`,
    })
  const allowed = shareable(framework, records)
  for (const list of Object.keys(allowed) as (keyof ShareChoice)[]) {
    const at = choice[list].findIndex((id) => !allowed[list].includes(id))
    if (at !== -1)
      return fail({ path: `choice/${list}/${at}`, message: 'This cannot be shared, or is not there.' })
  }
  return succeed(copyOf(framework, digest, address, choice, records))
}

/** Everything that can be chosen as it would look, also where it is more than one file may hold. */
export function everythingShareable(
  framework: Framework,
  digest: string,
  address: ShareAddress,
  records: ShareRecords,
): ShareContent {
  return copyOf(framework, digest, address, shareable(framework, records), records)
}

function copyOf(
  framework: Framework,
  digest: string,
  address: ShareAddress,
  choice: ShareChoice,
  records: ShareRecords,
): ShareContent {
  const role = address.role === null ? undefined : findRole(framework, address.role)
  return {
    from: address.from.trim(),
    to: address.to.trim(),
    words: address.words.trim(),
    sharedOn: address.sharedOn,
    framework: {
      id: framework.id,
      name: framework.name,
      version: framework.version,
      digest,
      topLevel: topLevel(framework),
    },
    role: role === undefined ? null : { id: role.id, name: role.name },
    items: itemsOf(framework, choice, records),
  }
}

function itemsOf(framework: Framework, choice: ShareChoice, records: ShareRecords): SharedItem[] {
  const named = (id: string): SharedSkill => ({ id, name: findSkill(framework, id)?.name ?? id })
  const has = (list: readonly string[]) => {
    const ids = new Set(list)
    return (id: string) => ids.has(id)
  }
  const [evidence, told, area] = [has(choice.evidence), has(choice.told), has(choice.areas)]
  return [
    ...areaSteps(records)
      .filter(({ skill }) => area(skill))
      .map(({ skill, level, quarter }) => ({ kind: 'area' as const, skill: named(skill), level, quarter })),
    ...choice.levels.map((skill) => levelItem(named(skill), records)),
    ...records.evidence
      .filter(({ id }) => evidence(id))
      .map(({ happenedOn, text, links, credit, skills }) => ({
        kind: 'evidence' as const,
        happenedOn,
        text,
        links,
        credit: credit.map(({ name }) => name),
        skills: skills.map(({ skill, level }) => ({ skill: named(skill), level })),
      })),
    ...records.heard
      .filter(({ id }) => told(id))
      .map(({ text, on, who, polarity, skills }) => ({
        kind: 'told' as const,
        text,
        saidOn: on,
        saidBy: who,
        polarity,
        skills: skills.map(named),
      })),
  ]
}

function levelItem(skill: SharedSkill, { ratings, levels }: ShareRecords): SharedLevel {
  const said = ratings
    .filter((rating) => rating.rater === undefined && rating.skill === skill.id && rating.level !== null)
    .toSorted((a, b) => (a.ratedAt < b.ratedAt ? 1 : -1))[0]
  const likely = levels.find((level) => level.skill === skill.id)
  return {
    kind: 'level',
    skill,
    own:
      said === undefined || said.level === null
        ? null
        : {
            level: said.level,
            approaching: said.approaching,
            saidOn: said.ratedAt.slice(0, 10),
            note: said.note,
          },
    likely: likely === undefined ? null : { low: likely.low, high: likely.high },
  }
}

/** The steps of this quarter and the next, the first of each skill in each quarter. */
function areaSteps({ plan }: ShareRecords): { skill: string; level: number; quarter: string }[] {
  if (plan === null) return []
  return plan.plan.steps
    .filter(({ quarter }) => quarter <= QUARTERS_AHEAD)
    .map(({ skill, level, quarter }) => ({ skill, level, quarter: plan.quarterNames[quarter - 1] ?? '' }))
}
