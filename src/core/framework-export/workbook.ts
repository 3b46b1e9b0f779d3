// Lays a framework out as the sheets of a workbook that a manager would like to open; writing the file is not done here.
import type { Framework, SkillGroup } from '../framework/framework.ts'
import { weightWord } from '../planning/plain-words.ts'
import { groupSheet } from './group-sheet.ts'
import { levelSheet, weightSheet } from './matrix-sheets.ts'
import { movesSheet, rolesSheet } from './roles-sheet.ts'
import { head, label, type Sheet, type SheetRow, sheetNames, words } from './sheet.ts'

/** Sheet names that hold the matrix; the other sheets are named by the framework's groups or have a word of ours. */
const LEVELS_SHEET = 'Levels'
const WEIGHTS_SHEET = 'Weights'

/** Names are at most 31 characters, unique, and without what spreadsheets refuse. */
export function workbookSheets(framework: Framework): Sheet[] {
  const fixed: Sheet[] = [
    aboutSheet(framework),
    rolesSheet(framework),
    levelSheet(framework, LEVELS_SHEET),
    weightSheet(framework, WEIGHTS_SHEET),
    ...(framework.moves.length === 0 ? [] : [movesSheet(framework)]),
  ]
  const names = sheetNames(
    framework.groups.map((group) => group.name),
    fixed.map((sheet) => sheet.name),
  )
  const groups = framework.groups.map((group, index) => ({
    ...groupSheet(framework, group),
    name: names[index] ?? group.id,
  }))
  return [...fixed, ...groups]
}

function aboutSheet(framework: Framework): Sheet {
  const rows: SheetRow[] = [
    [{ value: framework.name, bold: true, size: 16 }],
    [words(`Version ${framework.version}`), words(framework.licence ?? '')],
    ...optional('What it is', framework.description),
    ...optional('What the numbers are', framework.honesty),
    ...optional('When a level counts', framework.countingRule),
    [],
    head(['Level', 'Name', 'Scope', 'Autonomy', 'Effect on others', 'How to tell']),
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
  ])
  return [[], head(['Group', 'What it is about']), ...rows]
}

function sourceRows({ sources }: Framework): SheetRow[] {
  if (sources.length === 0) return []
  const rows = sources.map((source) => [
    words(source.author ?? ''),
    words(source.title),
    words(source.usedFor ?? ''),
  ])
  return [[], head(['Author', 'Source', 'Used for']), ...rows]
}
