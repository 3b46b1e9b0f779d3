// Where one may want to go, for those who rather choose from a list than on the map.
import type { Framework } from '../../core/framework/framework.ts'
import { STAY } from '../../core/target/target.ts'
import type { MapState } from '../../web/charts/map-screen/map-state.ts'
import { ToolPick } from '../../web/parts/tools.tsx'
import { RoleOptions } from '../../web/role/role-options.tsx'
import { mapWords } from '../../web/words/map.ts'
import { siteWords } from '../../web/words/site.ts'

export function DestinationPicker(props: {
  framework: Framework
  state: MapState
  onPick: (destination: string | null) => void
}) {
  const { framework, state, onPick } = props
  return (
    <ToolPick
      label={siteWords.towards}
      value={state.destination ?? ''}
      onPick={(value) => onPick(value === '' ? null : value)}
      options={
        <>
          <option value="">{siteWords.undecided}</option>
          <option value={STAY}>{mapWords.stay}</option>
          <RoleOptions framework={framework} except={state.role} />
        </>
      }
    />
  )
}
