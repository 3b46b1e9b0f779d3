// The matrix with its controls: a grid with what a cell means beside it, or a list where there is little room.
import { useMemo, useRef } from 'react'
import type { Framework } from '../../../core/framework/framework.ts'
import { topLevel } from '../../../core/framework/look-up.ts'
import { anyRated, type Levels } from '../../../core/planning/levels.ts'
import { matrixWords } from '../../words/matrix.ts'
import { useWidth } from '../map-screen/use-width.ts'
import { CellDetail } from './cell-detail.tsx'
import { MatrixGrid } from './matrix-grid.tsx'
import { MatrixList } from './matrix-list.tsx'
import type { MatrixState } from './matrix-state.ts'
import { MatrixTools } from './matrix-tools.tsx'
import { type Matrix, readMatrix } from './read-matrix.ts'
import { usePlace } from './use-place.ts'

/** Below this width of its own, in CSS pixels, a column is read as a list. */
const WIDE_ENOUGH = 620

interface ViewProps {
  framework: Framework
  levels: Levels
  state: MatrixState
  /** Whose column a list begins with. */
  usualRole: string
  /** Stays the same from drawing to drawing as long as the state does. */
  set: (change: Partial<MatrixState>) => Promise<void>
}

export function MatrixView({ framework, levels, state, usualRole, set }: ViewProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const width = useWidth(sheet)
  const { path, group, weight } = state
  const isNarrow = width !== null && width < WIDE_ENOUGH
  const matrix = useMemo(
    () => readMatrix(framework, { path: isNarrow ? null : path, group, weight }),
    [framework, path, group, weight, isNarrow],
  )
  const rated = anyRated(levels)
  const shown = { framework, matrix, state, mine: state.mine && rated ? levels : null, set }
  return (
    <>
      <MatrixTools framework={framework} state={state} rated={rated} narrow={isNarrow} set={set} />
      <div ref={sheet}>
        {width === null ? null : matrix.rows.length === 0 ? (
          <p>{matrixWords.nothing}</p>
        ) : isNarrow ? (
          <MatrixList {...shown} usualRole={usualRole} />
        ) : (
          <Sheet key={`${path} ${group} ${weight}`} {...shown} />
        )}
      </div>
    </>
  )
}

interface SheetProps {
  framework: Framework
  matrix: Matrix
  state: MatrixState
  mine: Levels | null
  set: (change: Partial<MatrixState>) => Promise<void>
}

/** The grid and, beside it, what the cell one is at means. */
function Sheet({ framework, matrix, state, mine, set }: SheetProps) {
  const { here, move, keep } = usePlace(matrix, state, set)
  return (
    <div className="matrix-sheet">
      <MatrixGrid
        framework={framework}
        matrix={matrix}
        state={state}
        mine={mine}
        here={here}
        onMove={move}
        keep={keep}
      />
      <aside className="matrix-side" aria-label={matrixWords.detail}>
        <CellDetail
          framework={framework}
          skill={matrix.rows[here.row]?.skill}
          role={matrix.roles[here.column]}
          mine={mine}
        />
        <MatrixKey framework={framework} mine={mine !== null} />
      </aside>
    </div>
  )
}

/** `still`: there are no keys to tell of. */
export function MatrixKey(props: { framework: Framework; mine: boolean; still?: boolean }) {
  return (
    <div className="matrix-key">
      <p>{matrixWords.keyLevel(topLevel(props.framework))}</p>
      <p>{matrixWords.keyWeight}</p>
      {props.mine ? <p>{matrixWords.keyGap}</p> : null}
      {props.still ? null : <p className="no-print">{matrixWords.keys}</p>}
    </div>
  )
}
