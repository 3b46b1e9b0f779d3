// The elevation profile in coordinates: one column per expected skill, as wide as its weight, as high as its level.
import type { Framework, SkillKind, Weight } from '../../../core/framework/framework.ts'
import { topLevel } from '../../../core/framework/look-up.ts'
import { gapsTo, type SkillGap } from '../../../core/planning/gap.ts'
import type { Levels } from '../../../core/planning/levels.ts'

/** Columns stand between these two, under the same gutter as the map's. */
export const LEFT = 110
export const WIDTH = 1180
export const HEIGHT = 160
const GROUP_GAP = 14
/** Room for the five names and their leaders. */
export const ABOVE = 78
export const BASE = ABOVE + HEIGHT

export interface Column {
  skill: string
  name: string
  group: string
  kind: SkillKind
  weight: Weight
  x: number
  /** weight × unit; 0 where the role does not ask for the skill. */
  width: number
  needed: number
}

export interface GroupSpan {
  group: string
  name: string
  x: number
  width: number
}

export interface ProfileGeometry {
  columns: Column[]
  groups: GroupSpan[]
  /** Width of one point of weight. */
  unit: number
  /** Height of one level. */
  step: number
  top: number
}

/** Columns in the framework's own order of groups and skills; `unit` = (1180 − 14 × (groups − 1)) ÷ Σ weight. */
export function profileGeometry(framework: Framework, levels: Levels, toRole: string): ProfileGeometry {
  const lines = gapsTo(framework, levels, toRole)
  const byGroup = framework.groups.map((group) => ({
    group,
    lines: lines.filter((line) => line.group === group.id),
  }))
  const shown = byGroup.filter((one) => one.lines.some((line) => line.weight > 0)).length
  const weights = lines.reduce((sum, line) => sum + line.weight, 0)
  const unit = weights > 0 ? (WIDTH - GROUP_GAP * Math.max(0, shown - 1)) / weights : 0
  const columns: Column[] = []
  const groups: GroupSpan[] = []
  let x = LEFT
  for (const { group, lines: own } of byGroup) {
    const start = x
    for (const line of own) {
      columns.push(column(line, x, unit))
      x += line.weight * unit
    }
    groups.push({ group: group.id, name: group.short || group.name, x: start, width: x - start })
    if (x > start) x += GROUP_GAP
  }
  const top = topLevel(framework)
  return { columns, groups, unit, step: top > 0 ? HEIGHT / top : 0, top }
}

function column(line: SkillGap, x: number, unit: number): Column {
  const { skill, name, group, kind, weight, needed } = line
  return { skill, name, group, kind, weight, needed, x, width: weight * unit }
}

export interface ColumnParts {
  /** You, up to what is needed. */
  solid: { y: number; height: number }
  /** What is missing. */
  cap: { y: number; height: number }
  /** What you have beyond it. */
  surplus: { y: number; height: number }
}

/** Where the parts of a column stand for a level; heights of 0 are not drawn. */
export function columnParts(needed: number, level: number, step: number): ColumnParts {
  const met = Math.min(level, needed)
  const missing = Math.max(0, needed - level)
  const beyond = Math.max(0, level - needed)
  return {
    solid: { y: BASE - met * step, height: met * step },
    cap: { y: BASE - needed * step, height: missing * step },
    surplus: { y: BASE - level * step, height: beyond * step },
  }
}

/** The destination's ridge: steps within a group, a break between groups. */
export function ridgePath(geometry: ProfileGeometry): string {
  const at = (value: number) => Math.round(value * 100) / 100
  return geometry.groups
    .map((group) => {
      const own = geometry.columns.filter((one) => one.group === group.group && one.width > 0)
      return own
        .map((one, index) => {
          const y = at(BASE - one.needed * geometry.step)
          return `${index === 0 ? `M${at(one.x)} ${y}` : `V${y}`}H${at(one.x + one.width)}`
        })
        .join('')
    })
    .join('')
}

/** The level under a height in the picture, for a finger or a mouse; whole levels only. */
export function levelAt(y: number, geometry: Pick<ProfileGeometry, 'step' | 'top'>): number {
  if (geometry.step === 0) return 0
  return Math.max(0, Math.min(geometry.top, Math.round((BASE - y) / geometry.step)))
}

/** Both geometries hold the same skills in the same order: a morph goes from one to the other. */
export function between(a: ProfileGeometry, b: ProfileGeometry, t: number): ProfileGeometry {
  const mix = (p: number, q: number) => p + (q - p) * t
  return {
    ...b,
    columns: b.columns.map((column, index) => {
      const old = a.columns[index] ?? column
      return {
        ...column,
        x: mix(old.x, column.x),
        width: mix(old.width, column.width),
        needed: mix(old.needed, column.needed),
      }
    }),
    groups: b.groups.map((group, index) => {
      const old = a.groups[index] ?? group
      return { ...group, x: mix(old.x, group.x), width: mix(old.width, group.width) }
    }),
  }
}
