// Makes the preview of an import: the reading, the first rows of its tables, and lint in short.

import { lintFramework } from '../../core/framework/lint-framework.ts'
import { documentsOf } from '../../core/importing/import-document.ts'
import type { ImportPreview, TableExcerpt } from '../../core/importing/import-preview.ts'
import type {
  ImportChoices,
  ImportProblem,
  ImportReading,
  ImportSource,
} from '../../core/importing/import-source.ts'
import { readImport } from '../../core/importing/read-import.ts'
import { gatherTables } from '../../core/importing/table.ts'
import type { ReadSources } from './read-sources.ts'
import { unreadablePreview } from './unreadable-preview.ts'

const ROWS_SHOWN = 6
const COLUMNS_SHOWN = 60
const CELL_SHOWN = 120
const TABLES_SHOWN = 30
const WARNINGS_SHOWN = 20

export function previewOf({ sources, losses }: ReadSources, choices: ImportChoices): ImportPreview {
  const personal = sources.find(isPersonalExport)
  if (personal !== undefined) return unreadablePreview(personalExport(personal.path))
  const reading = readImport(sources, choices)
  const warnings =
    reading.framework === null ? [] : lintFramework(reading.framework, new Map(), new Set<string>())
  return {
    reading: { ...reading, losses: [...losses, ...reading.losses] },
    excerpts: reading.mapping === null ? [] : excerptsOf(sources, reading),
    warnings: warnings.slice(0, WARNINGS_SHOWN),
    warningCount: warnings.length,
  }
}

/** It has frameworks in it, but is about a person: it is brought elsewhere, with everything that it holds. */
function isPersonalExport(source: ImportSource): boolean {
  return (
    source.kind === 'text' && /^\s*\{[^{}[\]]*"skillmap-personal-export"/.test(source.text.slice(0, 2000))
  )
}

function personalExport(path: string): ImportProblem {
  return {
    place: { path },
    message: 'This is an export of everything about a person, not a framework.',
    mend: 'Import it under Settings, or with skillmap import.',
  }
}

function excerptsOf(sources: ImportSource[], reading: ImportReading): TableExcerpt[] {
  const wanted = new Map((reading.mapping?.tables ?? []).map((table) => [keyOf(table), table.headingRows]))
  return gatherTables(sources, documentsOf(sources))
    .tables.filter((table) => wanted.has(keyOf(table)))
    .slice(0, TABLES_SHOWN)
    .map(({ path, sheet, number, rows }) => ({
      path,
      ...(sheet === undefined ? {} : { sheet }),
      number,
      rowCount: rows.length,
      rows: rows
        .slice(
          0,
          ROWS_SHOWN + (wanted.get(keyOf({ path, ...(sheet === undefined ? {} : { sheet }), number })) ?? 1),
        )
        .map((row) => row.slice(0, COLUMNS_SHOWN).map(shortened)),
    }))
}

function keyOf({ path, sheet, number }: { path: string; sheet?: string; number: number }): string {
  return JSON.stringify([path, sheet ?? null, number])
}

function shortened(cell: string): string {
  return cell.length > CELL_SHOWN ? `${cell.slice(0, CELL_SHOWN - 1)}…` : cell
}
