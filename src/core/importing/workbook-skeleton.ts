// The head of a framework as the sheets of a workbook tell it, where the workbook does not keep the framework itself.
import { completeFramework } from '../framework/complete-framework.ts'
import { idFrom } from '../framework/describe-issue.ts'
import type { Framework } from '../framework/framework.ts'
import { ROLE_TITLES } from '../framework-export/roles-sheet.ts'
import { GROUP_TITLES, SCALE_TITLES } from '../framework-export/workbook.ts'
import { baseName } from './import-document.ts'
import { idGiver, keyOf, nameFrom } from './naming.ts'
import { cellText, columnsOf, type OwnSheet } from './workbook-reading.ts'

/** Groups, paths, bands and levels, without roles and skills. */
export function skeletonOf(sheets: readonly OwnSheet[], path: string): Framework {
  const name = nameFrom(baseName(path)) || 'Framework'
  const roles = listBelow(sheets, [ROLE_TITLES[0] ?? '', 'Path', 'Band'])
  const levels = listBelow(sheets, SCALE_TITLES.slice(0, 4))
    .map((row) => Number(row.level))
    .filter((level) => Number.isInteger(level) && level >= 0)
  const top = Math.max(1, ...levels)
  const groups = listBelow(sheets, GROUP_TITLES.slice(0, 2)).map(({ group = '', id = '' }) => ({
    name: group,
    id,
  }))
  const bands = [...new Set(roles.flatMap(({ band = '' }) => (band === '' ? [] : band)))]
  const framework = completeFramework({
    framework: {
      id: idFrom(name, 8) || 'framework',
      name,
      version: '1',
      scale: Array.from({ length: top + 1 }, (_, level) => ({ level, name: `Level ${level}` })),
      groups: groups.length === 0 ? [{ id: 'skills', name: 'Skills' }] : withIds(groups, 'group'),
      paths: withIds(
        [...new Set(roles.map((row) => row.path ?? ''))]
          .filter((one) => one !== '')
          .map((one) => ({ name: one, id: '' })),
        'path',
      ),
      ...(bands.length === 0 ? {} : { bands: bands.map((band, index) => ({ band: index + 1, name: band })) }),
    },
    roles: [],
    moves: { moves: [] },
    expectations: { expectations: {}, skillOrder: [], assumptions: [], dropped: [] },
    skills: [],
  })
  return framework
}

function withIds(things: { name: string; id: string }[], otherwise: string): { id: string; name: string }[] {
  const give = idGiver(otherwise)
  return things.map(({ id, name }) => ({ id: give(id || name, 12), name: nameFrom(name) || otherwise }))
}

/** The rows below the headings, down to the first empty one; cells by the keys of their headings. */
function listBelow(sheets: readonly OwnSheet[], titles: string[]): Record<string, string>[] {
  for (const sheet of sheets)
    for (const [row, cells] of sheet.rows.entries()) {
      const columns = columnsOf(cells)
      if (!titles.every((title) => columns.has(keyOf(title)))) continue
      const end = sheet.rows.findIndex((own, index) => index > row && own.every((cell) => cell.trim() === ''))
      const rows = Array.from(
        { length: (end < 0 ? sheet.rows.length : end) - row - 1 },
        (_, index) => row + 1 + index,
      )
      return rows.map((own) =>
        Object.fromEntries([...columns].map(([key, column]) => [key, cellText(sheet, own, column)])),
      )
    }
  return []
}
