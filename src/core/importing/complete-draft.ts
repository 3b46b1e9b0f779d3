// Turns a draft into a complete framework: ids, altitudes, moves, and a note of all that had to be assumed.
import { completeFramework } from '../framework/complete-framework.ts'
import { idFrom } from '../framework/describe-issue.ts'
import type { Anchor, Assumption, Framework, Weight } from '../framework/framework.ts'
import type { FrameworkFile } from '../framework/framework-file.ts'
import type { Expectations } from '../framework/read-expectations.ts'
import type { ReadSkill } from '../framework/read-skill.ts'
import type { RawRole } from '../framework/roles-file.ts'
import { type Draft, type DraftSkill, type DraftStatement, topOf } from './draft.ts'
import { suggestMoves } from './draft-moves.ts'
import { IMPORT_LIMITS, tooMuch } from './import-limits.ts'
import type { ImportProblem } from './import-source.ts'
import { cut, idGiver, oneLine, shortPhrase } from './naming.ts'
import { NO_DEFINITION } from './no-definition.ts'

const ASSUMED_WEIGHT: Weight = 2
/** What framework.yaml takes. */
const LONGEST_TELL = 4000

interface Ids {
  paths: Map<string, string>
  groups: Map<string, string>
  roles: Map<string, string>
  skills: Map<string, string>
}

export interface CompletedDraft {
  framework: Framework | null
  problems: ImportProblem[]
  /** From a skill's key to its id. */
  skillIds: Map<string, string>
}

/** `path` names the source in problems. Null with a problem where the draft is empty or larger than a framework may be. */
export function completeDraft(draft: Draft, path: string): CompletedDraft {
  const problem = findMissing(draft, path) ?? findTooMuch(draft, path)
  if (problem !== undefined) return { framework: null, problems: [problem], skillIds: new Map() }
  const ids = giveIds(draft)
  const top = topOf(draft)
  const assumptions = [...draft.assumptions]
  const framework = completeFramework({
    framework: headOf(draft, ids, top),
    roles: rolesOf(draft, ids),
    moves: { moves: movesOf(draft, ids, assumptions) },
    expectations: expectationsOf(draft, ids),
    skills: [...draft.skills].map(([key, skill]) =>
      skillOf(ids.skills.get(key) ?? key, skill, draft, ids, assumptions),
    ),
  })
  framework.assumptions.push(...assumptions)
  return { framework, problems: [], skillIds: ids.skills }
}

function findMissing(draft: Draft, path: string): ImportProblem | undefined {
  if (draft.roles.size > 0 && draft.skills.size > 0) return undefined
  const what = draft.skills.size === 0 ? 'skills' : 'roles'
  return {
    place: { path },
    message: `No ${what} were found in it.`,
    mend: `Check what each table, column or heading is taken for; the names of ${what} must be somewhere.`,
  }
}

function findTooMuch(draft: Draft, path: string): ImportProblem | undefined {
  const statements = [...draft.skills.values()].flatMap((skill) => [...skill.statements.values()])
  const counts: [string, number, number][] = [
    ['skills', draft.skills.size, IMPORT_LIMITS.skills],
    ['roles', draft.roles.size, IMPORT_LIMITS.roles],
    ['paths', draft.paths.size, IMPORT_LIMITS.paths],
    ['groups of skills', draft.groups.size, IMPORT_LIMITS.groups],
    ['statements', statements.reduce((sum, list) => sum + list.size, 0), IMPORT_LIMITS.statements],
  ]
  const excess = counts.find(([, count, limit]) => count > limit)
  if (excess === undefined) return undefined
  const [what, count, limit] = excess
  return tooMuch(path, `${count} ${what}`, limit, `Check what is taken for ${what}, or bring a smaller part.`)
}

function giveIds(draft: Draft): Ids {
  const [path, group, role, skill] = ['path', 'group', 'role', 'skill'].map(idGiver)
  const names = (things: Map<string, { name: string }>, give = idGiver('thing')) =>
    new Map([...things].map(([key, { name }]) => [key, give(name)]))
  const repeated = new Set<string>()
  const seen = new Set<string>()
  for (const { name } of draft.roles.values()) {
    const id = idFrom(name, 8)
    if (seen.has(id)) repeated.add(id)
    seen.add(id)
  }
  // "Senior" on two paths is two roles: the path's name tells them apart better than a number.
  const roleIds = [...draft.roles].map(([key, own]): [string, string] => {
    const prefix = repeated.has(idFrom(own.name, 8)) ? `${draft.paths.get(own.path)?.name ?? ''} ` : ''
    return [key, role?.(prefix + own.name, 12) ?? key]
  })
  return {
    paths: names(draft.paths, path),
    groups: names(draft.groups, group),
    roles: new Map(roleIds),
    skills: names(draft.skills, skill),
  }
}

function headOf(draft: Draft, ids: Ids, top: number): FrameworkFile {
  const levels = Array.from({ length: top }, (_, index) => index + 1)
  const bands = [...new Set([...draft.roles.values()].flatMap(({ band }) => band ?? []))].sort(
    (a, b) => a - b,
  )
  return {
    id: idFrom(draft.name, 8) || 'framework',
    name: draft.name,
    version: '1',
    ...(draft.description === '' ? {} : { description: draft.description }),
    scale: [0, ...levels].map((level) => scaleLevel(level, draft)),
    groups: [...draft.groups].map(([key, group]) => ({
      id: ids.groups.get(key) ?? key,
      ...group,
      skills: [...draft.skills].flatMap(([skill, own]) =>
        own.group === key ? (ids.skills.get(skill) ?? []) : [],
      ),
    })),
    paths: [...draft.paths].map(([key, path]) => ({ id: ids.paths.get(key) ?? key, ...path })),
    ...(bands.length === 0
      ? {}
      : { bands: bands.map((band) => ({ band, name: draft.bandNames.get(band) ?? `Step ${band}` })) }),
  }
}

function scaleLevel(level: number, draft: Draft) {
  const name = draft.levelNames.get(level) ?? (level === 0 ? 'Not expected' : `Level ${level}`)
  const tell = cut(oneLine(draft.levelTells.get(level) ?? ''), LONGEST_TELL)
  return { level, name, ...(tell === '' ? {} : { tell }) }
}

function rolesOf(draft: Draft, ids: Ids): RawRole[] {
  return [...draft.roles].map(([key, role]) => ({
    ...role,
    id: ids.roles.get(key) ?? key,
    path: ids.paths.get(role.path) ?? role.path,
  }))
}

function movesOf(draft: Draft, ids: Ids, assumptions: Assumption[]) {
  const placed = [...draft.roles].flatMap(([key, { path, band }]) =>
    band === undefined ? [] : { id: ids.roles.get(key) ?? key, path, band },
  )
  const moves = suggestMoves(placed)
  const count = (kind: string) => moves.filter((move) => move.kind === kind).length
  if (moves.length > 0) {
    const assumed = `${count('up')} up and ${count('cross')} across, from the order of the roles`
    assumptions.push({ where: 'moves.yaml', field: 'moves', assumed })
  }
  return moves
}

function expectationsOf(draft: Draft, ids: Ids): Expectations {
  const expectations: Framework['expectations'] = {}
  let assumed = 0
  for (const [role, own] of draft.expectations) {
    const rows = [...own].flatMap(([skill, { level, weight }]) => {
      if (level === 0 || weight === 0) return []
      if (weight === undefined) assumed++
      return [[ids.skills.get(skill) ?? skill, { level, weight: weight ?? ASSUMED_WEIGHT }] as const]
    })
    const id = ids.roles.get(role)
    if (id !== undefined && rows.length > 0) expectations[id] = Object.fromEntries(rows)
  }
  const rows = `2, important (${assumed} ${assumed === 1 ? 'row' : 'rows'})`
  const weights = { where: 'expectations.csv', field: 'weight', assumed: rows }
  return { expectations, skillOrder: [], assumptions: assumed === 0 ? [] : [weights], dropped: [] }
}

function skillOf(
  id: string,
  skill: DraftSkill,
  draft: Draft,
  ids: Ids,
  assumptions: Assumption[],
): ReadSkill {
  const where = `skills/${id}.md`
  if (skill.definition === '') assumptions.push({ where, field: 'definition', assumed: 'none given' })
  const give = idGiver('statement')
  const levels = [...new Set([...skill.statements.keys(), ...skill.reading.keys()])].sort((a, b) => a - b)
  const anchors = levels.map((level): Anchor => {
    const statements = [...(skill.statements.get(level)?.values() ?? [])]
    const writtenFor = new Set(statements.flatMap(({ roles }) => roles))
    return {
      level,
      behaviours: statements.map((statement) => ({
        id: give(shortPhrase(statement.text), 4),
        text: textFor(statement, writtenFor, draft),
      })),
      practices: [],
      reading: (skill.reading.get(level) ?? []).map((source) => ({ source })),
    }
  })
  return {
    id,
    frontMatter: { name: skill.name, group: ids.groups.get(skill.group) ?? skill.group },
    text: { definition: skill.definition || NO_DEFINITION, confusedWith: [], phrases: [], anchors },
  }
}

/** Where a level has sentences of several roles, each names the roles it was written for. */
function textFor({ text, roles }: DraftStatement, writtenFor: ReadonlySet<string>, draft: Draft): string {
  if (roles.length === 0 || roles.length === writtenFor.size) return text
  const names = roles.map((role) => draft.roles.get(role)?.name ?? '').filter((name) => name !== '')
  return names.length === 0 ? text : `${cut(names.join(', '), 200)}: ${text}`
}
