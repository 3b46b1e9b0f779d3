// What was understood of a file, in the terminal: what it is, what it holds, how tables are read, what is left out.

import type { ImportPreview } from '../core/importing/import-preview.ts'
import type { Loss } from '../core/importing/import-source.ts'
import {
  assumptionsInWords,
  countsInWords,
  IMPORT_KIND_NAMES,
  placeInWords,
  tableInWords,
} from '../core/importing/import-words.ts'
import { capitalise, counted } from '../core/planning/plain-words.ts'
import { bullets, heading, paragraph, remark, styled } from './layout.ts'
import type { Terminal } from './terminal.ts'

/** Of losses and of assumptions; all of them are in the JSON. */
const SHOWN = 20

export function showImport({ reading, warningCount }: ImportPreview, terminal: Terminal): void {
  const { kind, sure, why, framework, understood, losses, mapping, problems } = reading
  if (kind !== null) {
    paragraph(terminal, `${styled(terminal, 'bold', IMPORT_KIND_NAMES[kind])}, ${sureInWords(sure)}. ${why}`)
    if (understood.length > 0) paragraph(terminal, `Understood: ${countsInWords(understood)}.`)
  }
  for (const { place, message, mend } of problems) {
    paragraph(terminal, `${placeInWords(place)}: ${message}`)
    paragraph(terminal, mend, 2)
  }
  if (mapping !== null && mapping.tables.length > 0) {
    heading(terminal, 'Tables')
    bullets(
      terminal,
      mapping.tables.map((table) => `${table.title || table.path}: ${tableInWords(table)}`),
    )
  }
  showList(
    terminal,
    'Left out',
    losses.map(({ place, what, why: reason }) => `${placeInWords(place)}: ${what}. ${reason}`),
  )
  if (framework === null) return
  showList(terminal, 'Assumed, because the file does not say', assumptionsInWords(framework.assumptions))
  if (warningCount > 0)
    remark(
      terminal,
      `${capitalise(counted(warningCount, 'remark of lint, which does', 'remarks of lint, which do'))} not keep it from being used.`,
    )
}

/** What the folder of a framework loses, where this becomes another version of it. */
export function showLostAsVersion(losses: readonly Loss[], terminal: Terminal): void {
  showList(
    terminal,
    'Lost from its folder',
    losses.map(({ place, what, why }) => `${placeInWords(place)}: ${what}. ${why}`),
  )
}

function showList(terminal: Terminal, title: string, entries: string[]): void {
  if (entries.length === 0) return
  heading(terminal, title)
  bullets(terminal, entries.slice(0, SHOWN))
  const left = entries.length - SHOWN
  if (left > 0) remark(terminal, `${left} more: add --json`)
}

function sureInWords(sure: number): string {
  if (sure >= 0.95) return 'without doubt'
  if (sure >= 0.75) return 'fairly sure'
  return 'a guess'
}
