// The controls of the matrix: which path, which group, from which weight on, and one's own levels.
import type { Framework, Weight } from '../../../core/framework/framework.ts'
import { OnlyYou } from '../../parts/only-you.tsx'
import { ToolPick, ToolSwitch } from '../../parts/tools.tsx'
import { matrixWords } from '../../words/matrix.ts'
import type { MatrixState } from './matrix-state.ts'

interface ToolsProps {
  framework: Framework
  state: MatrixState
  /** Whether there is anything of one's own to show. */
  rated: boolean
  /** On a phone roles are chosen instead of a path. */
  narrow: boolean
  set: (change: Partial<MatrixState>) => Promise<void>
}

export function MatrixTools({ framework, state, rated, narrow, set }: ToolsProps) {
  return (
    <div className="tools no-print">
      {narrow || framework.paths.length < 2 ? null : (
        <ToolPick
          label={matrixWords.path}
          value={state.path ?? ''}
          onPick={(path) => void set({ path: path || null })}
          options={<Named all={matrixWords.allPaths} things={framework.paths} />}
        />
      )}
      {framework.groups.length < 2 ? null : (
        <ToolPick
          label={matrixWords.group}
          value={state.group ?? ''}
          onPick={(group) => void set({ group: group || null })}
          options={<Named all={matrixWords.allGroups} things={framework.groups} />}
        />
      )}
      <ToolPick
        label={matrixWords.weight}
        value={String(state.weight)}
        onPick={(weight) => void set({ weight: Number(weight) as Weight })}
        options={
          <>
            <option value="1">{matrixWords.allWeights}</option>
            <option value="2">{matrixWords.fromWeight(2)}</option>
            <option value="3">{matrixWords.fromWeight(3)}</option>
          </>
        }
      />
      {rated ? (
        <ToolSwitch
          label={
            <>
              {matrixWords.mine} <OnlyYou />
            </>
          }
          on={state.mine}
          onSwitch={(mine) => void set({ mine })}
        />
      ) : null}
    </div>
  )
}

function Named({ all, things }: { all: string; things: readonly { id: string; name: string }[] }) {
  return (
    <>
      <option value="">{all}</option>
      {things.map((thing) => (
        <option key={thing.id} value={thing.id}>
          {thing.name}
        </option>
      ))}
    </>
  )
}
