// How what roles rest on changes along a path: the shares of the skill groups, and the skills that rise and fade most.
import type { Framework, Role, Weight } from '../framework/framework.ts'
import { expectationOf } from '../framework/look-up.ts'
import { pathRoles } from '../framework/roles-of-path.ts'
import { type GroupShare, groupProfile, softShare } from './group-profile.ts'

/** One role of a path. */
export interface MixColumn {
  role: Role
  /** In the framework's group order; sums to 1, or to 0 where nothing is expected. */
  shares: GroupShare[]
  /** 0 to 1; null where no kind is known. */
  soft: number | null
  /** `origin`: of another path, where one comes from. `beside`: as high as a role of the line. */
  place: 'origin' | 'line' | 'beside'
}

/** A skill at the foot of a path and at its upper end. */
export interface SkillShift {
  skill: string
  name: string
  levelBefore: number
  levelAfter: number
  weightBefore: Weight
  weightAfter: Weight
  /** Of all level × weight of the role, 0 to 1, after minus before. */
  shift: number
}

export interface PathMix {
  columns: MixColumn[]
  /** Foot and upper end of the line, where it has two. */
  from: Role | undefined
  to: Role | undefined
  /** By how much more of the role rests on a skill, most first. */
  rising: SkillShift[]
  fading: SkillShift[]
  /** The group whose share grows most along the line, and the one whose share shrinks most. */
  grows: GroupShift | undefined
  shrinks: GroupShift | undefined
}

export interface GroupShift {
  group: string
  name: string
  before: number
  after: number
}

/** At most `most` rising and fading skills. */
export function pathMix(framework: Framework, pathId: string, most = 5): PathMix {
  const { origin, line, beside } = pathRoles(framework, pathId)
  const along = origin ? [origin, ...line] : line
  const [from, to] = [along[0], along.at(-1)]
  const isLine = from !== undefined && to !== undefined && from.id !== to.id
  const shifts = isLine ? skillShifts(framework, from, to) : []
  const groups = isLine ? groupShifts(framework, from, to) : []
  return {
    columns: [
      ...along.map((role) => column(framework, role, role === origin ? 'origin' : 'line')),
      ...beside.map((role) => column(framework, role, 'beside')),
    ],
    from: isLine ? from : undefined,
    to: isLine ? to : undefined,
    rising: shifts.filter((one) => one.shift > 0).slice(0, most),
    fading: shifts
      .filter((one) => one.shift < 0)
      .toReversed()
      .slice(0, most),
    grows: groups[0] && moved(groups[0]) > 0 ? groups[0] : undefined,
    shrinks: lowered(groups.at(-1)),
  }
}

function column(framework: Framework, role: Role, place: MixColumn['place']): MixColumn {
  return { role, shares: groupProfile(framework, role.id), soft: softShare(framework, role.id), place }
}

/** Most risen first. */
function skillShifts(framework: Framework, from: Role, to: Role): SkillShift[] {
  const [allBefore, allAfter] = [totalOf(framework, from), totalOf(framework, to)]
  return framework.skills
    .map((skill): SkillShift => {
      const before = expectationOf(framework, from.id, skill.id)
      const after = expectationOf(framework, to.id, skill.id)
      const share = (one: { level: number; weight: number }, all: number) =>
        all > 0 ? (one.level * one.weight) / all : 0
      return {
        skill: skill.id,
        name: skill.name,
        levelBefore: before.level,
        levelAfter: after.level,
        weightBefore: before.weight,
        weightAfter: after.weight,
        shift: share(after, allAfter) - share(before, allBefore),
      }
    })
    .toSorted((a, b) => b.shift - a.shift)
}

function groupShifts(framework: Framework, from: Role, to: Role): GroupShift[] {
  const after = groupProfile(framework, to.id)
  return groupProfile(framework, from.id)
    .map((group, index) => ({
      group: group.group,
      name: group.name,
      before: group.share,
      after: after[index]?.share ?? 0,
    }))
    .toSorted((a, b) => moved(b) - moved(a))
}

function moved(shift: GroupShift): number {
  return shift.after - shift.before
}

function lowered(shift: GroupShift | undefined): GroupShift | undefined {
  return shift && moved(shift) < 0 ? shift : undefined
}

function totalOf(framework: Framework, role: Role): number {
  return groupProfile(framework, role.id).reduce((sum, group) => sum + group.points, 0)
}
