// Applies edits of the first sheet of a workbook: names, the scale, groups and sources.
import type { ScaleLevel, Source } from '../framework/framework.ts'
import { topLevel } from '../framework/look-up.ts'
import { VERSION_WORD } from '../framework-export/workbook.ts'
import { HIGHEST_LEVEL } from './level-words.ts'
import { cut, nameFrom, oneLine } from './naming.ts'
import {
  LONGEST_SENTENCES,
  loseEdit,
  setOrLeave,
  type WorkbookEdit,
  type WorkbookEditing,
} from './workbook-editing.ts'

export function editHead({ key, cell }: WorkbookEdit, editing: WorkbookEditing): void {
  const { framework } = editing
  const field = key[1]
  if (field === 'name' || field === 'version') {
    const isVersion = field === 'version'
    const text = nameFrom(isVersion ? cell.text.slice(VERSION_WORD.length) : cell.text)
    if (text === '') loseEdit(editing, cell, 'A framework has a name and a version.')
    else framework[field] = text
  } else if (field === 'licence') setOrLeave(framework, 'licence', nameFrom(cell.text))
  else if (field === 'description' || field === 'honesty' || field === 'countingRule')
    setOrLeave(framework, field, cut(cell.text, LONGEST_SENTENCES))
}

/** A new level may follow the highest one. */
export function editScale({ key, cell }: WorkbookEdit, editing: WorkbookEditing): void {
  const { framework } = editing
  const level = Number(key[1])
  if (level === topLevel(framework) + 1 && level <= HIGHEST_LEVEL && cell.text !== '')
    framework.scale.push({ level, name: `Level ${level}` })
  const step = framework.scale.find((one) => one.level === level)
  if (step === undefined) {
    loseEdit(editing, cell, 'Levels follow each other without a gap.')
    return
  }
  const field = key[2] as keyof Omit<ScaleLevel, 'level'>
  if (field !== 'name') setOrLeave(step, field, cut(cell.text, LONGEST_SENTENCES))
  else if (nameFrom(cell.text) === '') loseEdit(editing, cell, 'A level has a name.')
  else step.name = nameFrom(cell.text)
}

export function editGroup({ key, cell }: WorkbookEdit, editing: WorkbookEditing): void {
  const group = editing.framework.groups.find(({ id }) => id === key[1])
  if (group === undefined) return
  if (key[2] === 'about') {
    setOrLeave(group, 'about', cut(oneLine(cell.text), LONGEST_SENTENCES))
    return
  }
  const name = nameFrom(cell.text)
  if (name === '') {
    loseEdit(editing, cell, 'A group has a name.')
    return
  }
  if (group.short === group.name) group.short = name
  group.name = name
}

/** Sources have no ids, so the list is read anew where any of them changed. */
export function editSources({ framework, after }: WorkbookEditing): void {
  const said = (index: number, field: string) =>
    oneLine(after.cells.get(`source/${index}/${field}`)?.text ?? '')
  const sources: Source[] = []
  for (let index = 0; after.cells.has(`source/${index}/title`); index++) {
    const [author, title, usedFor] = [
      said(index, 'author'),
      nameFrom(said(index, 'title')),
      said(index, 'usedFor'),
    ]
    if (title === '') continue
    sources.push({
      title,
      ...(author === '' ? {} : { author: nameFrom(author) }),
      ...(usedFor === '' ? {} : { usedFor: cut(usedFor, LONGEST_SENTENCES) }),
    })
  }
  framework.sources = sources
}
