// Recognises and reads the long table that Skillmap writes: a row for each skill that a role asks for.
import { completeFramework } from '../framework/complete-framework.ts'
import { idFrom } from '../framework/describe-issue.ts'
import { ID_PATTERN } from '../framework/file-words.ts'
import type { Anchor, Assumption, Framework, Weight } from '../framework/framework.ts'
import { readCsv } from '../framework/read-csv.ts'
import type { ReadSkill } from '../framework/read-skill.ts'
import type { RawRole } from '../framework/roles-file.ts'
import { textFromInert } from '../framework-export/inert-text.ts'
import { statementsIn } from './fact.ts'
import { weightIn } from './fact-expectations.ts'
import { baseName, type ImportDocument } from './import-document.ts'
import type { Loss } from './import-source.ts'
import { levelOf } from './level-words.ts'
import { idGiver, keyOf, nameFrom, oneLine, shortPhrase } from './naming.ts'
import { NO_DEFINITION } from './no-definition.ts'
import { type Found, found, type ImportBundle, type Recognition, unreadSource } from './recognition.ts'
import { cellAt, gatherTables, placeOf, type Table } from './table.ts'
import { UNKNOWN_KIND } from './unknown-kind.ts'

/** No other table has all of these. */
const MARKS = ['role_id', 'skill_id', 'level', 'weight', 'colleagues_see']
const ASSUMED_WEIGHT: Weight = 2

export function recogniseLongTable({ sources, documents, choices }: ImportBundle): Recognition | undefined {
  const sheets = sources.filter((source) => source.kind === 'table')
  const table =
    documents.flatMap((document) => tableIn(document) ?? []).at(0) ??
    gatherTables(sheets, []).tables.find(({ rows }) => isHead(rows[0] ?? []))
  if (table === undefined) return undefined
  return {
    kind: 'skillmap-table',
    sure: 1,
    why: 'Skillmap wrote this table. It holds what roles ask for, with what colleagues see at those levels; what skills are, their other levels, moves and the picture were never in it.',
    read: () => {
      const result = readLongTable(table, choices.name)
      const others = sources.filter(({ path }) => path !== table.path)
      const unread = others.map((other) => unreadSource(other, 'One table holds all of it.'))
      return { ...result, losses: [...result.losses, ...unread] }
    },
  }
}

/** Its first line says what separates the cells; words in them may look like anything. */
function tableIn({ path, text }: ImportDocument): Table | undefined {
  const first = text.slice(0, text.indexOf('\n'))
  const delimiter = [',', ';', '\t', '|'].find((one) => isHead(first.replaceAll('"', '').split(one)))
  if (delimiter === undefined) return undefined
  const { rows } = readCsv(text, delimiter)
  return {
    ...{ path, number: 0, title: baseName(path) },
    rows: rows.map(({ cells }) => cells),
    lines: rows.map(({ line }) => line),
  }
}

function isHead(cells: string[]): boolean {
  return MARKS.every((mark) => cells.some((cell) => keyOf(cell) === mark))
}

interface LongReading {
  table: Table
  columns: Map<string, number>
  levelNames: Map<number, string>
  groups: Map<string, { id: string; name: string }>
  paths: Map<string, { id: string; name: string }>
  bands: Map<number, string>
  roles: Map<string, RawRole>
  skills: Map<string, ReadSkill>
  expectations: Framework['expectations']
  assumedWeights: number
  losses: Loss[]
}

function readLongTable(table: Table, wanted: string | undefined): Found {
  const reading: LongReading = {
    ...{ table, groups: new Map(), paths: new Map(), bands: new Map(), roles: new Map(), skills: new Map() },
    columns: new Map((table.rows[0] ?? []).map((cell, column) => [keyOf(cell), column])),
    ...{ levelNames: new Map(), expectations: {}, assumedWeights: 0, losses: [] },
  }
  for (let row = 1; row < table.rows.length; row++) readRow(row, reading)
  if (reading.roles.size === 0 || reading.skills.size === 0) {
    const problem = {
      message: 'The table has no rows that name a role and a skill.',
      mend: 'Bring another file.',
    }
    return found({ losses: reading.losses, problems: [{ place: { path: table.path }, ...problem }] })
  }
  return found({
    framework: frameworkOf(reading, nameFrom(wanted ?? baseName(table.path))),
    losses: reading.losses,
  })
}

function readRow(row: number, reading: LongReading): void {
  const { table, columns, losses, expectations } = reading
  const cell = (name: string) => textFromInert(cellAt(table, row, columns.get(name) ?? -1))
  if ((table.rows[row] ?? []).every((one) => one === '')) return
  const role = roleIn(cell, reading)
  const lose = (what: string, why: string) => losses.push({ place: placeOf(table, row), what, why })
  const skill = skillIn(cell, reading, lose)
  if (role === undefined || skill === undefined) {
    lose(
      `The row "${(table.rows[row] ?? [])
        .filter((one) => one !== '')
        .join(' · ')
        .slice(0, 120)}"`,
      'It names no role or no skill.',
    )
    return
  }
  const level = levelOf(cell('level'), new Map())?.level
  const weight = cell('weight') === '' ? undefined : weightIn(cell('weight'))
  if (level === undefined) lose(`The level "${cell('level')}"`, 'It is not known as a level.')
  if (weight === undefined && cell('weight') !== '')
    lose(`The weight "${cell('weight')}"`, 'Weights are 0 to 3.')
  if (level === undefined || level === 0 || weight === 0) return
  const own = expectations[role.id] ?? {}
  expectations[role.id] = own
  if (own[skill.id] !== undefined) {
    lose(
      `Level ${level} in ${skill.frontMatter.name} for ${role.name}`,
      'It stands twice; the first one is kept.',
    )
    return
  }
  if (weight === undefined) reading.assumedWeights++
  own[skill.id] = { level, weight: weight ?? ASSUMED_WEIGHT }
  const name = nameFrom(cell('level_name'))
  if (name !== '' && !reading.levelNames.has(level)) reading.levelNames.set(level, name)
  describe(skill, level, cell('colleagues_see'))
}

type Cells = (name: string) => string

/** The id in the row, else that of the thing which is called so already, else one made of the name. */
function idIn(things: Map<string, { id: string }>, id: string, name: string): string {
  if (ID_PATTERN.test(id)) return id
  const base = idFrom(name, 8) || 'other'
  return things.get(base)?.id ?? base
}

function roleIn(cell: Cells, reading: LongReading): RawRole | undefined {
  const name = nameFrom(cell('role'))
  if (name === '') return undefined
  const id = idIn(reading.roles, cell('role_id'), name)
  const known = reading.roles.get(id)
  if (known !== undefined) return known
  const role: RawRole = {
    id,
    name,
    path: partIn(reading.paths, cell('path_id'), cell('path'), 'Career path'),
  }
  const band = Number(cell('band_number'))
  if (cell('band_number') !== '' && Number.isFinite(band)) {
    role.band = band
    if (!reading.bands.has(band)) reading.bands.set(band, nameFrom(cell('band')) || `Step ${band}`)
  }
  reading.roles.set(id, role)
  return role
}

function skillIn(
  cell: Cells,
  reading: LongReading,
  lose: (what: string, why: string) => void,
): ReadSkill | undefined {
  const name = nameFrom(cell('skill'))
  if (name === '') return undefined
  const id = idIn(reading.skills, cell('skill_id'), name)
  const known = reading.skills.get(id)
  if (known !== undefined) return known
  const group = partIn(reading.groups, cell('group_id'), cell('group'), 'Skills')
  const kind = (['hard', 'soft'] as const).find((one) => one === keyOf(cell('kind')))
  if (kind === undefined && cell('kind').trim() !== '')
    lose(`The kind "${cell('kind').slice(0, 80)}" of ${name}`, UNKNOWN_KIND)
  const skill: ReadSkill = {
    id,
    frontMatter: { name, group, ...(kind === undefined ? {} : { kind }) },
    text: { definition: NO_DEFINITION, confusedWith: [], phrases: [], anchors: [] },
  }
  reading.skills.set(id, skill)
  return skill
}

function partIn(
  parts: Map<string, { id: string; name: string }>,
  id: string,
  words: string,
  otherwise: string,
): string {
  const name = nameFrom(words) || otherwise
  const own = idIn(parts, id, name)
  if (!parts.has(own)) parts.set(own, { id: own, name })
  return own
}

/** The same level of a skill is asked for by several roles, and described in each of their rows. */
function describe({ text }: ReadSkill, level: number, words: string): void {
  if (words === '' || text.anchors.some((anchor) => anchor.level === level)) return
  const anchor: Anchor = { level, behaviours: [], practices: [], reading: [] }
  anchor.behaviours = statementsIn(words).map((line) => ({ id: '', text: oneLine(line) }))
  text.anchors = [...text.anchors, anchor].sort((a, b) => a.level - b.level)
}

function frameworkOf(reading: LongReading, name: string): Framework {
  const { skills, roles, expectations } = reading
  const levels = Object.values(expectations).flatMap((own) => Object.values(own).map(({ level }) => level))
  const top = Math.max(1, ...levels)
  for (const { text } of skills.values()) {
    const give = idGiver('statement')
    for (const { behaviours } of text.anchors)
      for (const statement of behaviours) statement.id = give(shortPhrase(statement.text), 4)
  }
  const bands = [...reading.bands].map(([band, own]) => ({ band, name: own })).sort((a, b) => a.band - b.band)
  const framework = completeFramework({
    framework: {
      ...{ id: idFrom(name, 8) || 'framework', name: name || 'Framework', version: '1' },
      scale: Array.from({ length: top + 1 }, (_, level) => ({
        level,
        name: reading.levelNames.get(level) ?? (level === 0 ? 'Not expected' : `Level ${level}`),
      })),
      groups: [...reading.groups.values()],
      paths: [...reading.paths.values()],
      ...(bands.length === 0 ? {} : { bands }),
    },
    roles: [...roles.values()],
    moves: { moves: [] },
    expectations: {
      expectations,
      skillOrder: [...skills.keys()],
      assumptions: weightsAssumed(reading),
      dropped: [],
    },
    skills: [...skills.values()],
  })
  for (const id of skills.keys())
    framework.assumptions.push({ where: `skills/${id}.md`, field: 'definition', assumed: 'none given' })
  return framework
}

function weightsAssumed({ assumedWeights }: LongReading): Assumption[] {
  const rows = `2, important (${assumedWeights} ${assumedWeights === 1 ? 'row' : 'rows'})`
  return assumedWeights === 0 ? [] : [{ where: 'expectations.csv', field: 'weight', assumed: rows }]
}
