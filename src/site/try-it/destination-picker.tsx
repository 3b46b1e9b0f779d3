// Where one may want to go, for those who rather choose from a list than on the map.
import { useId } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { STAY } from '../../core/target/target.ts'
import type { MapState } from '../../web/charts/map-screen/map-state.ts'
import { RoleOptions } from '../../web/parts/role-options.tsx'
import { mapWords } from '../../web/words/map.ts'
import { siteWords } from '../../web/words/site.ts'

export function DestinationPicker(props: {
  framework: Framework
  state: MapState
  onPick: (destination: string | null) => void
}) {
  const id = useId()
  const { framework, state, onPick } = props
  return (
    <span className="map-pick">
      <label htmlFor={id}>{siteWords.towards}</label>
      <select
        id={id}
        className="select"
        value={state.destination ?? ''}
        onChange={(event) => onPick(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{siteWords.undecided}</option>
        <option value={STAY}>{mapWords.stay}</option>
        <RoleOptions framework={framework} except={state.role} />
      </select>
    </span>
  )
}
