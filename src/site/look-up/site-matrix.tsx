// The matrix walked through on a published site; what it shows stands in the fragment of its address.
import { useCallback, useMemo } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { levelsAtExpectation } from '../../core/planning/levels.ts'
import { type MatrixState, readMatrixState, writeMatrixState } from '../../web/charts/matrix/matrix-state.ts'
import { MatrixView } from '../../web/charts/matrix/matrix-view.tsx'
import { WayfindingContext } from '../../web/parts/wayfinding.tsx'
import { presetRole } from '../../web/start/preset-role.ts'
import { type Destination, siteAddress } from '../site-address.ts'
import type { Texts } from '../site-data.ts'
import { siteWayfinding } from '../site-wayfinding.tsx'
import { useFragment } from '../try-it/use-fragment.ts'
import { useTexts } from '../try-it/use-texts.ts'

export function SiteMatrix(props: { outline: Framework; textsIfThere: () => Texts | null }) {
  const { outline } = props
  const { framework, complete } = useTexts(outline, props.textsIfThere)
  const [fragment, setFragment] = useFragment()
  const state = useMemo(() => readMatrixState(outline, fragment), [outline, fragment])
  const set = useCallback(
    async (change: Partial<MatrixState>) => {
      const next = Object.entries(writeMatrixState({ ...state, ...change }))
      setFragment(Object.fromEntries(next.map(([name, value]) => [name, String(value)])))
    },
    [state, setFragment],
  )
  const role = presetRole(outline)
  const levels = useMemo(() => levelsAtExpectation(outline, role), [outline, role])
  const wayfinding = useMemo(
    () => siteWayfinding(outline, 'matrix.html', (destination) => leadTo(outline, destination)),
    [outline],
  )
  return (
    <WayfindingContext value={wayfinding}>
      <div data-texts={complete ? undefined : 'coming'}>
        <MatrixView framework={framework} levels={levels} state={state} usualRole={role} set={set} />
      </div>
    </WayfindingContext>
  )
}

function leadTo(framework: Framework, destination: Destination): void {
  const address = siteAddress(framework, destination)
  if (address !== null) location.assign(address)
}
