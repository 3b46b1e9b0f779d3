// Applies edits of the sheets Levels and Weights of a workbook.
import type { Expectation, Framework, Weight } from '../framework/framework.ts'
import { expectationOf, topLevel } from '../framework/look-up.ts'
import { weightIn } from './fact-expectations.ts'
import { levelOf, saysNothing } from './level-words.ts'
import { keyOf } from './naming.ts'
import { loseAt, loseEdit, type WorkbookEdit, type WorkbookEditing } from './workbook-editing.ts'

const ASSUMED_WEIGHT: Weight = 2

/** Levels are numbers of the scale, or the names that it gives them. An empty cell expects nothing. */
export function editLevel({ key, cell }: WorkbookEdit, editing: WorkbookEditing): void {
  const [, role = '', skill = ''] = key
  const { framework, after } = editing
  if (!isThere(role, skill, editing)) return
  const words = new Map(framework.scale.map(({ level, name }) => [keyOf(name), level]))
  const read = saysNothing(cell.text) ? { level: 0 } : levelOf(cell.text, words)
  if (read === undefined) {
    loseEdit(editing, cell, 'It is not known as a level.')
    return
  }
  if (read.level > topLevel(framework)) {
    loseEdit(editing, cell, `The scale ends at ${topLevel(framework)}.`)
    return
  }
  if ('lost' in read && read.lost !== undefined)
    loseAt(
      editing,
      cell.place,
      `"${read.lost.trim()}" of "${cell.text}"`,
      `Levels are whole numbers; ${read.level} is taken.`,
    )
  const ofRole = expectationsOf(framework, role)
  if (read.level === 0) {
    delete ofRole[skill]
    return
  }
  const known = expectationOf(framework, role, skill).weight
  const said = weightIn(after.cells.get(`weights/${role}/${skill}`)?.text ?? '')
  if (known === 0 && !said) editing.assumedWeights++
  ofRole[skill] = { level: read.level, weight: known || said || ASSUMED_WEIGHT }
}

export function editWeight({ key, cell }: WorkbookEdit, editing: WorkbookEditing): void {
  const [, role = '', skill = ''] = key
  const { framework } = editing
  if (!isThere(role, skill, editing)) return
  const weight = weightIn(cell.text)
  const known = expectationOf(framework, role, skill)
  if (cell.text !== '' && weight === undefined) {
    loseEdit(editing, cell, 'Weights are 0 to 3, or none, helpful, important and critical.')
    return
  }
  if (known.level === 0) {
    if (weight) loseEdit(editing, cell, 'No level is expected there.')
    return
  }
  const ofRole = expectationsOf(framework, role)
  if (weight === 0) delete ofRole[skill]
  else {
    if (weight === undefined) editing.assumedWeights++
    ofRole[skill] = { level: known.level, weight: weight ?? ASSUMED_WEIGHT }
  }
}

function isThere(role: string, skill: string, { framework }: WorkbookEditing): boolean {
  return framework.roles.some(({ id }) => id === role) && framework.skills.some(({ id }) => id === skill)
}

function expectationsOf({ expectations }: Framework, role: string): Record<string, Expectation> {
  const own = expectations[role] ?? {}
  expectations[role] = own
  return own
}
