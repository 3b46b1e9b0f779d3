// The roles of a framework, and the moves between them, as sheets.
import type { Framework, Move, Role, WeekPart } from '../framework/framework.ts'
import { findRole, findSkill } from '../framework/look-up.ts'
import { mustHavesOf } from '../planning/must-haves.ts'
import { head, idCell, label, type Sheet, type SheetRow, words } from './sheet.ts'

export const ROLE_TITLES = [
  'Role',
  'id',
  'Code',
  'Path',
  'Band',
  'Purpose',
  'Scope',
  'Usual stay',
  'Must-haves',
]
const WIDTHS = [28, 16, 8, 22, 14, 60, 22, 26, 48]
const PART_WIDTH = 14

export function rolesSheet(framework: Framework): Sheet {
  const parts = framework.weekParts
  const rows = [
    head([...ROLE_TITLES, ...parts.map(weekTitle)]),
    ...framework.roles.map((role) => roleRow(framework, role)),
  ]
  const columns = [...WIDTHS, ...parts.map(() => PART_WIDTH)]
  return { name: 'Roles', columns, frozenRows: 1, frozenColumns: 1, rows }
}

export function weekTitle(part: WeekPart): string {
  return `${part.name} (% of a week)`
}

function roleRow(framework: Framework, role: Role): SheetRow {
  const mustHaves = mustHavesOf(framework, role).map((id) => findSkill(framework, id)?.name ?? id)
  return [
    label(role.name),
    idCell(role.id),
    words(role.code),
    words(framework.paths.find((path) => path.id === role.path)?.name ?? ''),
    words(framework.bands.find((band) => band.band === role.band)?.name ?? ''),
    words(role.purpose ?? ''),
    words(role.scope ?? ''),
    words(role.usualStay?.text ?? ''),
    words(mustHaves.join(', ')),
    ...framework.weekParts.map((part) => {
      const share = role.week?.[part.id]
      return share === undefined ? null : { value: share, centred: true }
    }),
  ]
}

export const MOVE_TITLES =
  'From, To, Kind, What changes, What is hard, The way back, Try it first, id of from, id of to'.split(', ')

export function movesSheet(framework: Framework): Sheet {
  const rows = [head(MOVE_TITLES), ...framework.moves.map((move) => moveRow(framework, move))]
  return {
    name: 'Moves',
    columns: [26, 26, 14, 50, 50, 22, 60, 16, 16],
    frozenRows: 1,
    frozenColumns: 2,
    rows,
  }
}

function moveRow(framework: Framework, move: Move): SheetRow {
  return [
    label(findRole(framework, move.from)?.name ?? move.from),
    label(findRole(framework, move.to)?.name ?? move.to),
    words(framework.moveKinds[move.kind].name),
    words(move.changes ?? ''),
    words(move.hard ?? ''),
    words(wayBack(move)),
    words(move.trial ?? ''),
    idCell(move.from),
    idCell(move.to),
  ]
}

/** The note says it better where there is one. */
export function wayBack({ back }: Move): string {
  return back === undefined ? '' : (back.note ?? back.ease)
}
