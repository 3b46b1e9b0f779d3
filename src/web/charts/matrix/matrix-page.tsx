// The matrix: every expectation of every role, to look up, to compare along a row or a column, and to print.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { Framework } from '../../../core/framework/framework.ts'
import { useFramework } from '../../data/use-framework.ts'
import { useMe } from '../../data/use-me.ts'
import { useLevels } from '../../levels/use-levels.ts'
import { OwnMarkContext } from '../../parts/own-mark.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { presetRole } from '../../start/preset-role.ts'
import { WhoCanSee } from '../../who-sees/who-can-see.tsx'
import { matrixWords } from '../../words/matrix.ts'
import { type MatrixState, readMatrixState, writeMatrixState } from './matrix-state.ts'
import { MatrixView } from './matrix-view.tsx'
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
      <OwnMarkContext value={<WhoCanSee of="rating" />}>
        <MatrixView
          framework={framework}
          levels={levels}
          state={state}
          usualRole={me.target?.role ?? presetRole(framework)}
          set={set}
        />
      </OwnMarkContext>
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
