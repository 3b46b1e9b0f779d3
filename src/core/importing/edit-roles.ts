// Applies edits of the sheets Roles and Moves of a workbook.
import type { Framework, LinePattern, Move, MoveKind, Role } from '../framework/framework.ts'
import { expectationOf } from '../framework/look-up.ts'
import { weekTitle } from '../framework-export/roles-sheet.ts'
import { namesInText } from './names-in-text.ts'
import { cut, idGiver, keyOf, nameFrom, oneLine } from './naming.ts'
import {
  isSaidNow,
  LONGEST_SENTENCES,
  loseAt,
  loseEdit,
  setOrLeave,
  type WorkbookEdit,
  type WorkbookEditing,
} from './workbook-editing.ts'

const FILE = 'roles.yaml'
const LONGEST_CODE = 8
const MOST_MUST_HAVES = 5
const PATTERNS: LinePattern[] = ['solid', 'dash', 'dot', 'long-dash']

export function editRole({ key, cell }: WorkbookEdit, editing: WorkbookEditing): void {
  const { framework } = editing
  const role = framework.roles.find(({ id }) => id === key[1])
  const field = key[2] ?? ''
  if (role === undefined || field.startsWith('name')) return
  if (field.startsWith('week:')) return
  if (field === 'code') editCode(role, cell, editing)
  else if (field === 'path') {
    const path = pathNamed(framework, cell.text)
    if (path === undefined) loseEdit(editing, cell, 'A role is on a path.')
    else role.path = path
  } else if (field === 'band') editBand(role, cell, editing)
  else if (field === 'purpose') setOrLeave(role, 'purpose', cut(cell.text, LONGEST_SENTENCES))
  else if (field === 'scope') setOrLeave(role, 'scope', nameFrom(cell.text))
  else if (field === 'usualStay') editStay(role, cell.text)
}

/** The id of the path that is called so, which is added where it is new; undefined without a name. */
export function pathNamed(framework: Framework, words: string): string | undefined {
  const name = nameFrom(words)
  if (name === '') return undefined
  const known = framework.paths.find((path) => keyOf(path.name) === keyOf(name))
  if (known !== undefined) return known.id
  const give = idGiver('path')
  for (const path of framework.paths) give(path.id, 20)
  const id = give(name)
  const pattern = PATTERNS[framework.paths.length % PATTERNS.length] ?? 'solid'
  framework.paths.push({ id, name, short: name, pattern })
  framework.assumptions.push({ where: 'framework.yaml', field: `paths / ${id} / pattern`, assumed: pattern })
  return id
}

function editCode(role: Role, cell: WorkbookEdit['cell'], editing: WorkbookEditing): void {
  const code = oneLine(cell.text)
  const isTaken = editing.framework.roles.some((other) => other !== role && other.code === code)
  if (code === '' || code.length > LONGEST_CODE || isTaken) {
    loseEdit(editing, cell, 'A code has one to eight characters, and each role its own.')
    return
  }
  role.code = code
  isSaidNow(editing.framework, FILE, `${role.id} / code`)
}

function editBand(role: Role, cell: WorkbookEdit['cell'], editing: WorkbookEditing): void {
  const { bands } = editing.framework
  const band =
    bands.find(({ name }) => keyOf(name) === keyOf(cell.text)) ??
    bands.find((one) => String(one.band) === cell.text)
  if (band === undefined)
    loseEdit(editing, cell, `The bands are: ${bands.map(({ name }) => name).join(', ')}.`)
  else role.band = band.band
}

function editStay(role: Role, words: string): void {
  const text = nameFrom(words)
  const [, low, high] = /(\d+(?:\.\d+)?)\s*(?:[-–—]|to)\s*(\d+(?:\.\d+)?)/.exec(text) ?? []
  const years: [number, number] = [Number(low), Number(high)]
  if (text === '') delete role.usualStay
  else role.usualStay = low === undefined || years[0] > years[1] ? { text } : { text, years }
}

/** After all expectations are known, because a must-have is one of them. */
export function editMustHaves({ key, cell }: WorkbookEdit, editing: WorkbookEditing): void {
  const { framework } = editing
  const role = framework.roles.find(({ id }) => id === key[1])
  if (role === undefined) return
  if (cell.text === '') {
    delete role.mustHaves
    return
  }
  const { ids, rest } = namesInText(cell.text, framework.skills)
  const expected = ids.filter((id) => expectationOf(framework, role.id, id).level > 0)
  if (expected.length !== ids.length || rest !== '' || expected.length > MOST_MUST_HAVES)
    loseEdit(
      editing,
      cell,
      'Must-haves are up to five skills that the role asks for, with commas between them.',
    )
  else role.mustHaves = expected
}

/** The parts of a week sum to 100, so they are read together. */
export function editWeeks(edits: WorkbookEdit[], editing: WorkbookEditing): void {
  const { framework, after } = editing
  for (const id of new Set(edits.map(({ key }) => key[1] ?? ''))) {
    const role = framework.roles.find((one) => one.id === id)
    const first = edits.find(({ key }) => key[1] === id)
    if (role === undefined || first === undefined) continue
    const shares = framework.weekParts.flatMap((part): [string, number][] => {
      const text = after.cells.get(`role/${id}/week:${part.id}`)?.text ?? String(role.week?.[part.id] ?? '')
      return text === '' ? [] : [[part.id, Number(text.replace('%', '').replace(',', '.'))]]
    })
    const sum = shares.reduce((total, [, share]) => total + share, 0)
    if (shares.length === 0) delete role.week
    else if (Math.abs(sum - 100) < 0.01 && shares.every(([, share]) => share >= 0))
      role.week = Object.fromEntries(shares)
    else {
      const titles = framework.weekParts.map(weekTitle).join(', ')
      loseAt(
        editing,
        first.cell.place,
        `The week of "${role.name}"`,
        `Its parts do not sum to 100: ${titles}.`,
      )
    }
  }
}

export function editMoves(editing: WorkbookEditing): void {
  const { framework, after } = editing
  if (!after.kinds.has('moves')) return
  const keyOfMove = ({ from, to }: Move) => `${from}>${to}`
  const known = new Set(framework.moves.map(keyOfMove))
  framework.moves = framework.moves.filter((move) => after.moves.has(keyOfMove(move)))
  const has = (id: string) => framework.roles.some((role) => role.id === id)
  for (const key of after.moves) {
    const [from = '', to = ''] = key.split('>')
    if (known.has(key) || !has(from) || !has(to)) continue
    const kind = suggestedKind(framework, from, to)
    framework.moves.push({ from, to, kind })
    if ((after.cells.get(`move/${key}/kind`)?.text ?? '') === '')
      framework.assumptions.push({ where: 'moves.yaml', field: `${from} > ${to} / kind`, assumed: kind })
  }
}

function suggestedKind(framework: Framework, from: string, to: string): MoveKind {
  const [one, other] = [from, to].map((id) => framework.roles.find((role) => role.id === id))
  if (one?.path !== other?.path) return 'cross'
  return (other?.band ?? 0) > (one?.band ?? 0) ? 'up' : 'side'
}

export function editMove({ key, cell }: WorkbookEdit, editing: WorkbookEditing): void {
  const { framework } = editing
  const move = framework.moves.find(({ from, to }) => `${from}>${to}` === key[1])
  if (move === undefined) return
  const text = cut(cell.text, LONGEST_SENTENCES)
  const field = key[2]
  if (field === 'changes' || field === 'hard' || field === 'trial') setOrLeave(move, field, text)
  else if (field === 'kind') {
    const kinds = Object.entries(framework.moveKinds) as [MoveKind, { name: string }][]
    const kind = kinds.find(([id, { name }]) => keyOf(name) === keyOf(text) || id === keyOf(text))?.[0]
    if (kind !== undefined) move.kind = kind
    else if (text !== '')
      loseEdit(editing, cell, `Kinds of moves are: ${kinds.map(([, { name }]) => name).join(', ')}.`)
  } else if (text === '') delete move.back
  else if (text === 'easy' || text === 'medium' || text === 'hard') move.back = { ...move.back, ease: text }
  else move.back = { ease: 'medium', ...move.back, note: text }
}
