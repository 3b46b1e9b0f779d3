// Applies edits of the sheets of skill groups of a workbook: what skills are, and what their levels look like.
import type { Anchor, Resource, Skill, Statement } from '../framework/framework.ts'
import { topLevel } from '../framework/look-up.ts'
import { resourceLine } from '../framework-export/group-sheet.ts'
import { matchTexts } from '../revision/match-texts.ts'
import { cut, idGiver, keyOf, oneLine, shortPhrase } from './naming.ts'
import { isSaidNow, loseEdit, type WorkbookEdit, type WorkbookEditing } from './workbook-editing.ts'
import { TEXT_FIELDS } from './workbook-texts.ts'

const LONGEST_DEFINITION = 20_000

export function editSkill({ key, cell }: WorkbookEdit, editing: WorkbookEditing): void {
  const { framework } = editing
  const skill = framework.skills.find(({ id }) => id === key[1])
  if (skill === undefined) return
  const where = `skills/${skill.id}.md`
  if (key[2] === 'definition') {
    if (cell.text === '') {
      loseEdit(editing, cell, 'A skill says what it is; the words before stay.')
      return
    }
    skill.definition = cut(cell.text, LONGEST_DEFINITION)
    isSaidNow(framework, where, 'definition')
  } else if (key[2] === 'kind') {
    const kind = (['hard', 'soft'] as const).find(
      (one) => keyOf(framework.kinds[one].name) === keyOf(cell.text),
    )
    if (kind === undefined && cell.text !== '') {
      loseEdit(editing, cell, `A skill is ${framework.kinds.hard.name} or ${framework.kinds.soft.name}.`)
      return
    }
    skill.kind = kind ?? 'unknown'
    isSaidNow(framework, where, 'kind')
    if (kind === undefined) framework.assumptions.push({ where, field: 'kind', assumed: 'unknown' })
  }
}

export function editText({ key, cell }: WorkbookEdit, editing: WorkbookEditing): void {
  const [, id, number, field] = key
  const level = Number(number)
  const skill = editing.framework.skills.find((one) => one.id === id)
  if (skill === undefined) return
  if (level < 1 || level > topLevel(editing.framework)) {
    if (cell.text !== '')
      loseEdit(editing, cell, `Levels with words are 1 to ${topLevel(editing.framework)}.`)
    return
  }
  const anchor = anchorFor(skill, level)
  const lines = linesIn(cell.text)
  if (field === 'reading') anchor.reading = lines.map((line) => resourceFor(line, anchor.reading))
  else if (field === 'behaviours' || field === 'practices')
    anchor[field] = statementsFor(lines, anchor[field], skill)
  else {
    const own = anchor.antiPattern === undefined ? [] : [anchor.antiPattern]
    const [statement] = statementsFor(lines.length === 0 ? [] : [lines.join(' ')], own, skill)
    if (statement === undefined) delete anchor.antiPattern
    else anchor.antiPattern = statement
  }
  if (isEmpty(anchor)) skill.anchors = skill.anchors.filter((one) => one !== anchor)
}

/** A level whose row is gone from the sheet of its skill has lost its words. */
export function removedTexts({ before, after }: WorkbookEditing): WorkbookEdit[] {
  return [...before.cells].flatMap(([key, { place }]): WorkbookEdit[] => {
    const [what, skill, level] = key.split('/')
    const isListed = after.skills.get(skill ?? '')?.listed.has('texts') ?? false
    const isThere = Object.keys(TEXT_FIELDS).some((field) =>
      after.cells.has(`text/${skill}/${level}/${field}`),
    )
    if (what !== 'text' || !isListed || isThere) return []
    return [{ key: key.split('/'), cell: { text: '', place } }]
  })
}

function anchorFor(skill: Skill, level: number): Anchor {
  const known = skill.anchors.find((anchor) => anchor.level === level)
  if (known !== undefined) return known
  const anchor: Anchor = { level, behaviours: [], practices: [], reading: [] }
  skill.anchors = [...skill.anchors, anchor].sort((a, b) => a.level - b.level)
  return anchor
}

function isEmpty({ behaviours, practices, reading, antiPattern }: Anchor): boolean {
  return behaviours.length + practices.length + reading.length === 0 && antiPattern === undefined
}

function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => oneLine(line.replace(/^\s*•\s*/, '')))
    .filter((line) => line !== '')
}

/** Rewording keeps the id; what is not alike is another sentence, and ids are never used for another one. */
function statementsFor(lines: string[], known: Statement[], skill: Skill): Statement[] {
  const pairs = matchTexts(
    known.map(({ id, text }) => ({ key: id, text })),
    lines.map((text, index) => ({ key: String(index), text })),
  )
  const idOf = new Map(pairs.map(({ before, after }) => [after, before]))
  const give = idGiver('statement')
  for (const { id } of skill.anchors.flatMap(allStatements)) give(id, 20)
  return lines.map((text, index) => {
    const id = idOf.get(String(index))
    const same = known.find((one) => one.id === id && oneLine(one.text) === text)
    return same ?? { id: id ?? give(shortPhrase(text), 4), text }
  })
}

function allStatements({ behaviours, practices, antiPattern }: Anchor): Statement[] {
  return [...behaviours, ...practices, ...(antiPattern === undefined ? [] : [antiPattern])]
}

function resourceFor(line: string, known: Resource[]): Resource {
  const same = known.find((one) => oneLine(resourceLine(one)) === line)
  if (same !== undefined) return same
  const source = known.find((one) => line.startsWith(`${one.source}: `))?.source
  return source === undefined ? { source: line } : { source, take: line.slice(source.length + 2) }
}
