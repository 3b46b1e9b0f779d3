// The matrix: every expectation of every role, to look up, to compare along a row or a column, and to print.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { topLevel } from '../../core/framework/look-up.ts'
import { anyRated, type Levels } from '../../core/planning/levels.ts'
import { useWidth } from '../charts/map-screen/use-width.ts'
import { CellDetail } from '../charts/matrix/cell-detail.tsx'
import type { GridPlace } from '../charts/matrix/grid-steps.ts'
import { MatrixGrid } from '../charts/matrix/matrix-grid.tsx'
import { MatrixList } from '../charts/matrix/matrix-list.tsx'
import { type MatrixState, readMatrixState, writeMatrixState } from '../charts/matrix/matrix-state.ts'
import { MatrixTools } from '../charts/matrix/matrix-tools.tsx'
import { type Matrix, readMatrix } from '../charts/matrix/read-matrix.ts'
import { presetRole } from '../data/preset-role.ts'
import { useFramework } from '../data/use-framework.ts'
import { useLevels } from '../data/use-levels.ts'
import { useMe } from '../data/use-me.ts'
import { useSettled } from '../data/use-settled.ts'
import { PageHead } from '../parts/page-head.tsx'
import { matrixWords } from '../words/matrix.ts'
import './matrix.css'

/** Below this width of its own, in CSS pixels, a column is read as a list. */
const WIDE_ENOUGH = 620

export function MatrixPage() {
  const framework = useFramework()
  const me = useMe()
  const levels = useLevels()
  const { state, set } = useMatrixState(framework)
  const sheet = useRef<HTMLDivElement>(null)
  const width = useWidth(sheet)
  const { path, group, weight } = state
  const isNarrow = width !== null && width < WIDE_ENOUGH
  const matrix = useMemo(
    () => readMatrix(framework, { path: isNarrow ? null : path, group, weight }),
    [framework, path, group, weight, isNarrow],
  )
  const rated = anyRated(levels)
  const mine = state.mine && rated ? levels : null
  return (
    <div className="matrix-page">
      <PageHead title={matrixWords.title}>
        <p className="quiet">{matrixWords.lead(framework.skills.length, framework.roles.length)}</p>
        <MatrixTools framework={framework} state={state} rated={rated} narrow={isNarrow} set={set} />
      </PageHead>
      <div ref={sheet}>
        {width === null ? null : matrix.rows.length === 0 ? (
          <p>{matrixWords.nothing}</p>
        ) : isNarrow ? (
          <MatrixList
            framework={framework}
            matrix={matrix}
            state={state}
            mine={mine}
            usualRole={me.target?.role ?? presetRole(framework)}
            set={set}
          />
        ) : (
          <Sheet
            key={`${path} ${group} ${weight}`}
            framework={framework}
            matrix={matrix}
            state={state}
            mine={mine}
            set={set}
          />
        )}
      </div>
    </div>
  )
}

function useMatrixState(framework: Framework) {
  const search = useSearch({ from: '/matrix' })
  const navigate = useNavigate()
  const state = useMemo(() => readMatrixState(framework, search), [framework, search])
  const set = (change: Partial<MatrixState>) =>
    navigate({
      to: '/matrix',
      search: writeMatrixState({ ...state, ...change }),
      replace: true,
      resetScroll: false,
    })
  return { state, set }
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
  const [here, setHere] = useState(() => placeIn(matrix, state))
  useAddressOf(here, matrix, state, set)
  return (
    <div className="matrix-sheet">
      <MatrixGrid
        framework={framework}
        matrix={matrix}
        state={state}
        mine={mine}
        here={here}
        onMove={setHere}
        keep={() => set(namedBy(matrix, here))}
      />
      <aside className="matrix-side" aria-label={matrixWords.detail}>
        <CellDetail
          framework={framework}
          skill={matrix.rows[here.row]?.skill}
          role={matrix.roles[here.column]}
          mine={mine}
        />
        <Key framework={framework} mine={mine !== null} />
      </aside>
    </div>
  )
}

function placeIn(matrix: Matrix, { skill, role }: MatrixState): GridPlace {
  const row = matrix.rows.findIndex((one) => one.skill.id === skill)
  const column = matrix.roles.findIndex((one) => one.id === role)
  return row < 0 && column < 0 ? { row: 0, column: 0 } : { row, column }
}

function namedBy(matrix: Matrix, place: GridPlace): Pick<MatrixState, 'skill' | 'role'> {
  return {
    skill: matrix.rows[place.row]?.skill.id ?? null,
    role: matrix.roles[place.column]?.id ?? null,
  }
}

/** Written once the moving rests: a browser refuses an address that changes with every key. */
function useAddressOf(
  here: GridPlace,
  matrix: Matrix,
  state: MatrixState,
  set: (change: Partial<MatrixState>) => Promise<void>,
) {
  const settled = useSettled(here, 300)
  const first = useRef(settled)
  useEffect(() => {
    if (settled === first.current) return
    const { skill, role } = namedBy(matrix, settled)
    if (skill !== state.skill || role !== state.role) void set({ skill, role })
  }, [settled, matrix, state, set])
}

function Key({ framework, mine }: { framework: Framework; mine: boolean }) {
  return (
    <div className="matrix-key">
      <p>{matrixWords.keyLevel(topLevel(framework))}</p>
      <p>{matrixWords.keyWeight}</p>
      {mine ? <p>{matrixWords.keyGap}</p> : null}
      <p className="no-print">{matrixWords.keys}</p>
    </div>
  )
}
