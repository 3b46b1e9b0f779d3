// The rows of one group of skills: each cell a level as digit and shade, its weight as a bar and in its name.
import { type CSSProperties, memo } from 'react'
import type { Expectation, Framework, SkillGroup, Weight } from '../../../core/framework/framework.ts'
import { topLevel } from '../../../core/framework/look-up.ts'
import { type LevelEntry, type Levels, levelOf } from '../../../core/planning/levels.ts'
import { GroupDot } from '../../parts/group-dot.tsx'
import { Link } from '../../parts/wayfinding.tsx'
import { weightWords } from '../../words/level.ts'
import { matrixWords } from '../../words/matrix.ts'
import { tintStrength } from '../palette.ts'
import type { GridPlace } from './grid-steps.ts'
import type { MatrixRow } from './read-matrix.ts'
import { deepestShade } from './shade.ts'

interface GroupRowsProps {
  framework: Framework
  group: SkillGroup
  rows: MatrixRow[]
  /** The number of the first row in the whole matrix. */
  start: number
  least: Weight
  mine: Levels | null
  /** The cell one is at, its row counted in the whole matrix; null where no keys walk through it. */
  here: GridPlace | null
}

export function GroupRows(props: GroupRowsProps) {
  const { framework, group, rows, start, least, mine, here } = props
  const { light, dark } = deepestShade(group.colour)
  const style = { '--shade': `light-dark(${light}, ${dark})` } as CSSProperties
  const columns = rows[0]?.cells.length ?? 0
  return (
    <tbody style={style}>
      <tr>
        <th scope="rowgroup" className="matrix-group-head" colSpan={columns + (mine ? 2 : 1)}>
          <span className="matrix-group-name">
            <GroupDot framework={framework} group={group.id} /> {group.name}
          </span>
        </th>
      </tr>
      {rows.map((row, index) => (
        <Row
          key={row.skill.id}
          framework={framework}
          row={row}
          number={start + index}
          least={least}
          mine={mine ? ratedOrNone(levelOf(mine, row.skill.id)) : undefined}
          // A row one is not at need not know the column, and is not drawn again.
          here={here?.row === start + index ? here.column : null}
          isWalked={here !== null}
        />
      ))}
    </tbody>
  )
}

/** An assumed level says nothing about the person, hence it is not shown as theirs. */
function ratedOrNone(entry: LevelEntry): number | null {
  return entry.assumed ? null : entry.level
}

interface RowProps {
  framework: Framework
  row: MatrixRow
  number: number
  least: Weight
  /** Own level; null where there is none, undefined where none is to be shown. */
  mine: number | null | undefined
  /** The column one is at, where one is in this row. */
  here: number | null
  /** Whether arrow keys move through the matrix, so that Tab meets one cell of it only. */
  isWalked: boolean
}

const Row = memo(function Row({ framework, row, number, least, mine, here, isWalked }: RowProps) {
  const top = topLevel(framework)
  const order = (column: number) => (isWalked ? (here === column ? 0 : -1) : undefined)
  return (
    <tr>
      <th
        scope="row"
        className="matrix-skill"
        data-row={number}
        data-column={-1}
        data-here={here !== null || undefined}
      >
        <Link to="/skill/$skill" params={{ skill: row.skill.id }} tabIndex={order(-1)} preload={false}>
          {row.skill.name}
        </Link>
      </th>
      {mine === undefined ? null : <td className="matrix-you">{mine ?? '–'}</td>}
      {row.cells.map((cell, column) => (
        <Cell
          // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other identity in a row.
          key={column}
          cell={cell}
          row={number}
          column={column}
          top={top}
          hidden={cell.weight < least}
          mine={mine ?? null}
          isHere={here === column}
          order={order(column)}
        />
      ))}
    </tr>
  )
})

interface CellProps {
  cell: Expectation
  row: number
  column: number
  top: number
  /** Below the weight that was asked for. */
  hidden: boolean
  mine: number | null
  isHere: boolean
  /** Its place in the order of Tab; undefined where it takes no focus. */
  order: number | undefined
}

const Cell = memo(function Cell({ cell, row, column, top, hidden, mine, isHere, order }: CellProps) {
  const { level, weight } = cell
  const isShown = level > 0 && !hidden
  return (
    <td
      className="matrix-cell"
      tabIndex={order}
      data-row={row}
      data-column={column}
      data-weight={isShown ? weight : undefined}
      data-gap={(isShown && mine !== null && mine < level) || undefined}
      data-here={isHere || undefined}
      aria-label={cellName(cell, hidden, mine)}
      style={isShown ? ({ '--strength': `${tintStrength(level, top) * 100}%` } as CSSProperties) : undefined}
    >
      {isShown ? level : '·'}
    </td>
  )
})

function cellName({ level, weight }: Expectation, hidden: boolean, mine: number | null): string {
  if (level > 0 && hidden) return matrixWords.hidden
  const own = mine === null ? '' : matrixWords.cellMine(mine)
  return matrixWords.cell(level, weightWords[weight] ?? '') + own
}
