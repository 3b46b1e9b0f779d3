// Lays a framework out as the sheets of a workbook that a manager would like to open; writing the file is not done here.
import type { Framework, SkillGroup } from '../framework/framework.ts'
import { weightWord } from '../planning/plain-words.ts'
import { groupSheet } from './group-sheet.ts'
import { levelSheet, weightSheet } from './matrix-sheets.ts'
import { movesSheet, rolesSheet } from './roles-sheet.ts'
import { head, idCell, label, type Sheet, type SheetRow, sheetNames, words } from './sheet.ts'
import { wholeSheet } from './whole-sheet.ts'

/** Sheet names that hold the matrix; the other sheets are named by the framework's groups or have a word of ours. */
const LEVELS_SHEET = 'Levels'
const WEIGHTS_SHEET = 'Weights'
const WHOLE_SHEET = 'For Skillmap'
const OWN_NAMES = ['About', 'Roles', LEVELS_SHEET, WEIGHTS_SHEET, 'Moves', WHOLE_SHEET]

/** Labels of the first sheet, by which it is read back. */
export const ABOUT_LABELS = {
  description: 'What it is',
  honesty: 'What the numbers are',
  countingRule: 'When a level counts',
} as const
export const SCALE_TITLES = ['Level', 'Name', 'Scope', 'Autonomy', 'Effect on others', 'How to tell']
export const GROUP_TITLES = ['Group', 'What it is about', 'id']
export const SOURCE_TITLES = ['Author', 'Source', 'Used for']
export const VERSION_WORD = 'Version '

/** Names are at most 31 characters, unique, and without what spreadsheets refuse. */
export function workbookSheets(framework: Framework): Sheet[] {
  const fixed: Sheet[] = [
    aboutSheet(framework),
    rolesSheet(framework),
    levelSheet(framework, LEVELS_SHEET),
    weightSheet(framework, WEIGHTS_SHEET),
    ...(framework.moves.length === 0 ? [] : [movesSheet(framework)]),
  ]
  const names = [...groupSheetNames(framework).keys()]
  const groups = framework.groups.map((group, index) => ({
    ...groupSheet(framework, group),
    name: names[index] ?? group.id,
  }))
  return [...fixed, ...groups, wholeSheet(framework, WHOLE_SHEET)]
}

/** From the name of a sheet to the group whose skills stand on it, in the order of the groups. */
export function groupSheetNames({ groups }: Framework): Map<string, string> {
  const names = sheetNames(
    groups.map((group) => group.name),
    OWN_NAMES,
  )
  return new Map(groups.map((group, index) => [names[index] ?? group.id, group.id]))
}

function aboutSheet(framework: Framework): Sheet {
  const rows: SheetRow[] = [
    [{ value: framework.name, bold: true, size: 16 }],
    [words(`${VERSION_WORD}${framework.version}`), words(framework.licence ?? '')],
    ...optional(ABOUT_LABELS.description, framework.description),
    ...optional(ABOUT_LABELS.honesty, framework.honesty),
    ...optional(ABOUT_LABELS.countingRule, framework.countingRule),
    [],
    head(SCALE_TITLES),
    ...framework.scale.map((step) => [
      { value: step.level, bold: true },
      ...[step.name, step.scope, step.autonomy, step.effect, step.tell].map((text) => words(text ?? '')),
    ]),
    [],
    head(['Weight', 'Meaning']),
    ...([1, 2, 3] as const).map((weight) => [{ value: weight, bold: true }, words(weightWord(weight))]),
    ...groupRows(framework.groups),
    ...sourceRows(framework),
  ]
  return { name: 'About', columns: [22, 40, 28, 28, 28, 48], frozenRows: 0, frozenColumns: 0, rows }
}

function optional(title: string, text: string | undefined): SheetRow[] {
  return text === undefined ? [] : [[label(title), words(text)]]
}

function groupRows(groups: SkillGroup[]): SheetRow[] {
  const rows = groups.map((group) => [
    { value: group.name, bold: true, fill: group.colour.light },
    words(group.about ?? ''),
    idCell(group.id),
  ])
  return [[], head(GROUP_TITLES), ...rows]
}

function sourceRows({ sources }: Framework): SheetRow[] {
  if (sources.length === 0) return []
  const rows = sources.map((source) => [
    words(source.author ?? ''),
    words(source.title),
    words(source.usedFor ?? ''),
  ])
  return [[], head(SOURCE_TITLES), ...rows]
}
