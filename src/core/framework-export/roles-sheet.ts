// The roles of a framework, and the moves between them, as sheets.
import type { Framework, Move, Role } from '../framework/framework.ts'
import { findRole, findSkill } from '../framework/look-up.ts'
import { mustHavesOf } from '../planning/must-haves.ts'
import { head, idCell, label, type Sheet, type SheetRow, words } from './sheet.ts'

const TITLES = ['Role', 'id', 'Code', 'Path', 'Band', 'Purpose', 'Scope', 'Usual stay', 'Must-haves']
const WIDTHS = [28, 16, 8, 22, 14, 60, 22, 26, 48]
const PART_WIDTH = 14

export function rolesSheet(framework: Framework): Sheet {
  const parts = framework.weekParts
  const rows = [
    head([...TITLES, ...parts.map((part) => `${part.name} (% of a week)`)]),
    ...framework.roles.map((role) => roleRow(framework, role)),
  ]
  const columns = [...WIDTHS, ...parts.map(() => PART_WIDTH)]
  return { name: 'Roles', columns, frozenRows: 1, frozenColumns: 1, rows }
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

export function movesSheet(framework: Framework): Sheet {
  const titles = ['From', 'To', 'Kind', 'What changes', 'What is hard', 'The way back', 'Try it first']
  const rows = [head(titles), ...framework.moves.map((move) => moveRow(framework, move))]
  return { name: 'Moves', columns: [26, 26, 14, 50, 50, 22, 60], frozenRows: 1, frozenColumns: 2, rows }
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
  ]
}

/** The note says it better where there is one. */
export function wayBack({ back }: Move): string {
  return back === undefined ? '' : (back.note ?? back.ease)
}
