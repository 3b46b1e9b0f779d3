// The matrix on a published site: a table to read, which a script makes one to walk through.
import type { Framework } from '../../core/framework/framework.ts'
import { MatrixTable } from '../../web/charts/matrix/matrix-grid.tsx'
import { readMatrixState } from '../../web/charts/matrix/matrix-state.ts'
import { MatrixKey } from '../../web/charts/matrix/matrix-view.tsx'
import { readMatrix } from '../../web/charts/matrix/read-matrix.ts'
import { PageHead } from '../../web/parts/page-head.tsx'
import { matrixWords } from '../../web/words/matrix.ts'

export function MatrixPage({ framework }: { framework: Framework }) {
  const state = readMatrixState(framework, {})
  return (
    <div className="matrix-page">
      <PageHead title={matrixWords.title}>
        <p className="quiet">{matrixWords.lead(framework.skills.length, framework.roles.length)}</p>
      </PageHead>
      <div id="matrix">
        <div className="matrix-sheet site-still">
          <MatrixTable
            framework={framework}
            matrix={readMatrix(framework, state)}
            state={state}
            mine={null}
          />
          <div className="matrix-side">
            <MatrixKey framework={framework} mine={false} still />
          </div>
        </div>
      </div>
    </div>
  )
}
