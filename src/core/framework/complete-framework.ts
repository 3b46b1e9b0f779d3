// Joins what was read into one framework, and writes down everything that had to be assumed.

import { KINDS, MOVE_KINDS, STAY } from './assumed-words.ts'
import { type Assume, given } from './assumption.ts'
import { completeSkills } from './complete-skills.ts'
import { computeLayout } from './compute-layout.ts'
import type {
  AcceptedFinding,
  Assumption,
  Framework,
  Invariant,
  Layout,
  LinePattern,
  Move,
  Role,
  SkillGroup,
} from './framework.ts'
import type { FrameworkFile } from './framework-file.ts'
import { assignColours } from './group-colours.ts'
import type { MovesFile } from './moves-file.ts'
import type { Expectations } from './read-expectations.ts'
import type { ReadSkill } from './read-skill.ts'
import type { RawRole } from './roles-file.ts'

interface FrameworkParts {
  framework: FrameworkFile
  roles: RawRole[]
  moves: MovesFile
  expectations: Expectations
  skills: ReadSkill[]
}

const PATTERNS: LinePattern[] = ['solid', 'dash', 'dot', 'long-dash']

export function completeFramework(parts: FrameworkParts): Framework {
  const raw = parts.framework
  const assumptions: Assumption[] = []
  const assume: Assume = (where, field, assumed) => void assumptions.push({ where, field, assumed })
  const groups = completeGroups(raw.groups, assume)
  const framework: Framework = {
    ...completeHead(raw, assume),
    groups,
    kinds: raw.kinds ?? KINDS,
    paths: completePaths(raw.paths, assume),
    bands: (raw.bands ?? []).toSorted((a, b) => a.band - b.band),
    weekParts: raw.week ?? [],
    companies: (raw.equivalences?.companies ?? []).map((company) => ({
      ...company,
      short: company.short ?? company.name,
    })),
    equivalences: raw.equivalences?.claims ?? [],
    invariants: (raw.invariants ?? []).map(completeInvariant),
    layout: EMPTY_LAYOUT,
    moveKinds: { ...MOVE_KINDS, ...parts.moves.kinds },
    stay: parts.moves.stay ?? STAY,
    roles: completeRoles(parts.roles, assume),
    moves: parts.moves.moves.map(completeMove),
    skills: completeSkills(parts.skills, raw.groups, parts.expectations.skillOrder, assume),
    expectations: parts.expectations.expectations,
    sources: (raw.sources ?? []).map(({ used_for, ...source }) => ({
      ...source,
      ...given('usedFor', used_for),
    })),
    assumptions,
    ...given('acceptedFindings', acceptedFindings(raw)),
  }
  if (raw.bands === undefined)
    assume('framework.yaml', 'bands', 'none: roles stand in the order of what they ask for')
  framework.layout = raw.layout === undefined ? computeLayout(framework) : completeLayout(raw.layout)
  if (raw.layout === undefined) assume('framework.yaml', 'layout', 'one column for each path, computed')
  assumptions.push(...parts.expectations.assumptions, ...(raw.assumed ?? []))
  return framework
}

const EMPTY_LAYOUT: Layout = {
  width: 0,
  height: 0,
  gutter: 0,
  bands: [],
  stations: [],
  lines: [],
  computed: true,
}

function completeHead(raw: FrameworkFile, assume: Assume) {
  if (raw.language === undefined) assume('framework.yaml', 'language', 'en')
  if (raw.practice_hours_per_week === undefined) assume('framework.yaml', 'practice_hours_per_week', '1')
  return {
    id: raw.id,
    name: raw.name,
    version: raw.version,
    language: raw.language ?? 'en',
    ...given('licence', raw.licence),
    ...given('description', raw.description),
    ...given('honesty', raw.honesty),
    practiceHoursPerWeek: raw.practice_hours_per_week ?? 1,
    scale: raw.scale,
    ...given('countingRule', raw.counting_rule),
  }
}

function completeGroups(raw: FrameworkFile['groups'], assume: Assume): SkillGroup[] {
  const colours = assignColours(raw.map((group) => group.colour))
  return raw.map((group, index) => {
    const { skills: _, colour, ...rest } = group
    const assigned = colours[index] ?? { light: '#555555', dark: '#bbbbbb' }
    if (colour === undefined)
      assume('framework.yaml', `groups / ${group.id} / colour`, `${assigned.light} and ${assigned.dark}`)
    return { ...rest, short: group.short ?? group.name, colour: assigned }
  })
}

function completePaths(raw: FrameworkFile['paths'], assume: Assume): Framework['paths'] {
  return raw.map((path, index) => {
    const pattern = path.pattern ?? PATTERNS[index % PATTERNS.length] ?? 'solid'
    if (path.pattern === undefined) assume('framework.yaml', `paths / ${path.id} / pattern`, pattern)
    return { ...path, short: path.short ?? path.name, pattern }
  })
}

function acceptedFindings({ lint }: FrameworkFile): AcceptedFinding[] | undefined {
  return lint?.map(({ accept, at, reason }) => ({ kind: accept, at, reason }))
}

function completeInvariant(raw: NonNullable<FrameworkFile['invariants']>[number]): Invariant {
  if (!('roles' in raw)) return raw
  const { except_groups, ...rest } = raw
  return { ...rest, ...given('exceptGroups', except_groups) }
}

function completeLayout(raw: NonNullable<FrameworkFile['layout']>): Layout {
  return {
    width: raw.width,
    height: raw.height,
    gutter: raw.gutter,
    bands: (raw.bands ?? []).toSorted((a, b) => a.band - b.band),
    stations: raw.stations,
    lines: raw.lines.map((line) => ({
      path: line.path,
      legs: line.legs,
      startDiagonal: line['start-diagonal'] ?? [],
    })),
    computed: false,
  }
}

function completeMove(raw: MovesFile['moves'][number]): Move {
  const { back, ...rest } = raw
  if (back === undefined) return rest
  const { easy_until_years, hard_after_years, ...ease } = back
  return {
    ...rest,
    back: {
      ...ease,
      ...given('easyUntilYears', easy_until_years),
      ...given('hardAfterYears', hard_after_years),
    },
  }
}

function completeRoles(raw: RawRole[], assume: Assume): Role[] {
  const taken = new Set(raw.flatMap((role) => role.code ?? []))
  const roles = raw.map((role): Role => {
    const { usual_stay, must_haves, code: givenCode, tags, preset, ...rest } = role
    const code = givenCode ?? codeFrom(role.name, taken)
    if (givenCode === undefined) assume('roles.yaml', `${role.id} / code`, code)
    return {
      ...rest,
      code,
      tags: tags ?? [],
      preset: preset ?? false,
      ...given('usualStay', usual_stay),
      ...given('mustHaves', must_haves),
    }
  })
  const first = roles[0]
  if (first !== undefined && !roles.some((role) => role.preset)) {
    first.preset = true
    assume('roles.yaml', 'preset', first.id)
  }
  return roles
}

/** Initials, or the first letters of a single word; a number is added where they are taken. */
export function codeFrom(name: string, taken: Set<string>): string {
  const parts = name.toUpperCase().match(/\p{L}+/gu) ?? ['R']
  const base = (parts.length > 1 ? parts.map((part) => part[0]).join('') : (parts[0] ?? 'R')).slice(0, 2)
  let code = base
  for (let count = 2; taken.has(code); count++) code = `${base}${count}`
  taken.add(code)
  return code
}
