// The matrix: every expectation of every role, to look up, to compare along a row or a column, and to print.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { type MatrixState, readMatrixState, writeMatrixState } from '../charts/matrix/matrix-state.ts'
import { MatrixView } from '../charts/matrix/matrix-view.tsx'
import { presetRole } from '../data/preset-role.ts'
import { useFramework } from '../data/use-framework.ts'
import { useLevels } from '../data/use-levels.ts'
import { useMe } from '../data/use-me.ts'
import { PageHead } from '../parts/page-head.tsx'
import { matrixWords } from '../words/matrix.ts'
import './matrix.css'

export function MatrixPage() {
  const framework = useFramework()
  const me = useMe()
  const levels = useLevels()
  const { state, set } = useMatrixState(framework)
  return (
    <div className="matrix-page">
      <PageHead title={matrixWords.title}>
        <p className="quiet">{matrixWords.lead(framework.skills.length, framework.roles.length)}</p>
      </PageHead>
      <MatrixView
        framework={framework}
        levels={levels}
        state={state}
        usualRole={me.target?.role ?? presetRole(framework)}
        set={set}
      />
    </div>
  )
}

function useMatrixState(framework: Framework) {
  const search = useSearch({ from: '/matrix' })
  const navigate = useNavigate()
  const state = useMemo(() => readMatrixState(framework, search), [framework, search])
  const set = useCallback(
    (change: Partial<MatrixState>) =>
      navigate({
        to: '/matrix',
        search: writeMatrixState({ ...state, ...change }),
        replace: true,
        resetScroll: false,
      }),
    [navigate, state],
  )
  return { state, set }
}
